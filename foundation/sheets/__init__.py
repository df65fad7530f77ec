"""Tables from files, as officials' spreadsheets really write them; and workbooks to be saved."""

from foundation.sheets.encodings import TOO_MANY_FOR_CHANCE, encoding_of, hanzi_in
from foundation.sheets.problems import SheetError
from foundation.sheets.reading import Row, Table, open_table, rows_of
from foundation.sheets.saving import workbook_file

__all__ = [
    "TOO_MANY_FOR_CHANCE",
    "Row",
    "SheetError",
    "Table",
    "encoding_of",
    "hanzi_in",
    "open_table",
    "rows_of",
    "workbook_file",
]
