"""A table that was copied out of Excel or saved as CSV: the same columns as a workbook's, with tabs or commas."""

import csv
import io
from collections.abc import Iterator

from quizzes.exchange import xlsx
from quizzes.exchange.drafts import Draft, Refused
from quizzes.exchange.workbooks import MOST_COLUMNS, MOST_ROWS

DELIMITERS = "\t,"
ENOUGH_TO_SEE = 10_000


def read(text: str) -> list[Draft | Refused] | None:
    """None for what is no table: no row among the first names its columns."""
    for delimiter in DELIMITERS:
        if delimiter not in text[:ENOUGH_TO_SEE]:
            continue
        try:
            if xlsx.heading_of(_rows(text[:ENOUGH_TO_SEE], delimiter)):
                return xlsx.read_rows(_rows(text, delimiter))
        except csv.Error:  # a quote that is never closed, a cell without end
            continue
    return None


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[object]]]:
    """Each with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for number, cells in enumerate(reader):
        if number >= MOST_ROWS:
            return
        yield line, list(cells[:MOST_COLUMNS])
        line = reader.line_num + 1
