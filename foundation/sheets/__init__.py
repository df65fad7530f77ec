"""Tables from files, as officials' spreadsheets really write them."""

from foundation.sheets.encodings import encoding_of
from foundation.sheets.problems import SheetError
from foundation.sheets.reading import Row, Table, open_table

__all__ = ["Row", "SheetError", "Table", "encoding_of", "open_table"]
