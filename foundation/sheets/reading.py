"""Reading a table row by row, with the line on which each row begins."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from foundation.sheets.encodings import encoding_of
from foundation.sheets.problems import SheetError

DELIMITERS = ",\t;"
LINES_ABOVE = 10  # a title over the table has no delimiters, or only those that fill it up


class Row(NamedTuple):
    line: int
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """A table file that was found readable. Names of columns are trimmed and in half width."""

    path: Path
    encoding: str
    delimiter: str
    columns: list[str]

    def rows(self) -> Iterator[Row]:
        """The rows below the heading, without empty ones; cells are trimmed. A row may have too many or too few cells.

        Raises SheetError at a quotation mark that is never closed.
        """
        with self.path.open(encoding=self.encoding, newline="") as file:
            rows = _parse(file, self.delimiter)
            next(rows)
            yield from (row for row in rows if any(row.cells))


def open_table(path: Path) -> Table:
    """Find out encoding, delimiter and columns. Raises SheetError with a sentence for whoever made the file."""
    try:
        encoding = encoding_of(path)
        delimiter = _delimiter(path, encoding)
        with path.open(encoding=encoding, newline="") as file:
            first = next(_parse(file, delimiter), Row(1, []))
    except FileNotFoundError:
        raise SheetError(_("There is no such file. Check the name.")) from None
    except OSError:
        raise SheetError(_("The file cannot be read. Check that it is a file and that you may read it.")) from None
    columns = [to_halfwidth(cell).strip() for cell in first.cells]
    _check_columns(columns, first.line)
    return Table(path, encoding, delimiter, columns)


def rows_of(path: Path) -> Iterator[Row]:
    """Every line that holds something, titles above the heading too; cells are trimmed. Raises SheetError."""
    encoding = encoding_of(path)
    with path.open(encoding=encoding, newline="") as file:
        begins = "".join(file.readline(10_000) for _line in range(LINES_ABOVE))
        file.seek(0)
        yield from (row for row in _parse(file, max(DELIMITERS, key=begins.count)) if any(row.cells))


def _check_columns(columns: list[str], line: int) -> None:
    if not any(columns):
        raise SheetError(_("The first line must name the columns."), line)
    for name in columns:
        if name and columns.count(name) > 1:
            raise SheetError(_("The column “%(name)s” is there twice. Remove one.") % {"name": name}, line)


def _delimiter(path: Path, encoding: str) -> str:
    """The sign that is most frequent in the first line: a comma in CSV, a tab in what is pasted from a sheet."""
    with path.open(encoding=encoding, newline="") as file:
        heading = file.readline(10_000)
    return max(DELIMITERS, key=heading.count)


def _parse(file, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield Row(line, [cell.strip() for cell in cells])
            line = reader.line_num + 1
    except csv.Error:
        sentence = _("A quotation mark is opened here and not closed, or a cell is far too long. Mend the line.")
        raise SheetError(sentence, line) from None
