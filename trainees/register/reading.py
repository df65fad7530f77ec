"""A roster as a table: which line names the columns, and the lines of people below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from foundation.sheets import Row, SheetError, rows_of
from trainees.register.columns import heading, is_header, keys_of
from trainees.register.workbooks import is_workbook, workbook_rows

LINES_BEFORE_HEADER = 30
MOST_PEOPLE = 100_000
# What stands below the people on printed forms. A line of a person has a name.
FOOT = re.compile(
    r"(合计|总计|小计|填表|制表|填报|审核|负责|单位|注[:：]|备注|说明|日期|\(盖章|（盖章|prepared|checked|made on)",
    re.I,
)


@dataclass
class Roster:
    """`keys` are those of the columns, one a heading, empty for what is not known. `rows` is read once."""

    headings: list[str]
    keys: list[str]
    rows: Iterator[Row]
    foot: list[int] = field(default_factory=list)

    def people(self) -> Iterator[Row]:
        """The lines of people; what stands below them is remembered in `foot`. Raises SheetError."""
        at = self.keys.index("name")
        for many, row in enumerate(self.rows):
            if many >= MOST_PEOPLE:
                raise SheetError(_("The roster has more than 100,000 lines. Bring it in in several parts."), row.line)
            if not _cell(row, at) and FOOT.match(next(filter(None, row.cells), "")):
                self.foot.append(row.line)
            else:
                yield row

    @property
    def unknown(self) -> list[str]:
        return [name for name, key in zip(self.headings, self.keys, strict=True) if name and not key]


def open_roster(path: Path) -> Roster:
    """Excel or text, with the header found. Raises SheetError with a sentence for whoever made the file."""
    try:
        rows = workbook_rows(path) if is_workbook(path) else rows_of(path)
        header = _header(rows)
    except OSError:
        raise SheetError(_("The file cannot be read. Check that it is a file and that you may read it.")) from None
    keys = keys_of(header.cells)
    for key in filter(None, keys):
        if keys.count(key) > 1 and key != "serial":
            sentence = _("The column “%(name)s” is there twice. Remove one.") % {"name": heading(key)}
            raise SheetError(sentence, header.line)
    return Roster(header.cells, keys, rows)


def _header(rows: Iterator[Row]) -> Row:
    for row in islice(rows, LINES_BEFORE_HEADER):
        if is_header(row.cells):
            return row
    raise SheetError(_("No line names the columns. One of the first must hold 姓名 (name) and, say, 村 (village)."))


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""
