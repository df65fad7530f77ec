"""A roster as a table: which line names the columns, and the lines of people below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from django.utils.translation import gettext as _

from foundation.sheets import Row, SheetError, rows_of
from trainees.register.columns import GUIDES, NOT_READ, heading, is_header, keys_of
from trainees.register.header_lines import one_header
from trainees.register.merged_cells import carried_down
from trainees.register.workbooks import Sheet, is_workbook, refuse_other_kinds, workbook_sheets

LINES_BEFORE_HEADER = 30
MOST_PEOPLE = 100_000
SHOWN_SHEETS, LONGEST_SHEET_NAME = 10, 31
# What stands below the people on printed forms, in the first cell. Such a line has neither a village nor a phone.
FOOT = re.compile(
    r"([合总小共累]计|填表|制表|填报|经办|审核|复核|负责|分管|主管|主要领导|单位|注[:：]|备注|说明|日期|第\d+页|共\d+|[(（]盖章"
    r"|联系(人|电话)[:：]|总?人数[:：]|以下(空白|无)|\d{4}年\d+月(\d+日)?$|[(（]?[一二三四五六七八九十]+[)）、]"
    r"|prepared|checked|responsible|[(（]seal|made on|total)",
    re.I,
)
SPACE = re.compile(r"\s+")
COUNT = re.compile(r"\d{1,6}\D{0,3}|\d{4}[年./-].*|=.*")  # 3个村, 2026年11月, =COUNTA(D4:D9)
EXAMPLE = re.compile(r"[示样举]?例[:：]?")
SAY_WHERE = ("phone", "village", "code", "address", "id")
# What a cell that is merged over several lines says of each of them. A name is one person's.
CARRIED = (
    *("county", "township", "village", "code", "hamlet", "address", "phone", "registered", "registered_code"),
    *("household", "head", "categories"),
)


@dataclass
class Roster:
    """`keys` are those of the columns, one a heading, empty for what is not known. `rows` is read once.

    `header` are the lines that name the columns, as they stand in the file: printed lists repeat them on each page.
    `silent` are lines that fill no column that is read, by their numbers, once they were passed.
    """

    headings: list[str]
    keys: list[str]
    rows: Iterator[Row]
    notes: list[str] = field(default_factory=list)
    foot: list[int] = field(default_factory=list)
    header: list[list[str]] = field(default_factory=list)
    silent: dict[int, Row] = field(default_factory=dict)

    def people(self) -> Iterator[Row]:
        """The lines of people; what stands below them is remembered in `foot`. Raises SheetError."""
        for many, row in enumerate(self.rows):
            if many >= MOST_PEOPLE:
                raise SheetError(_("The roster has more than 100,000 lines. Bring it in in several parts."), row.line)
            if self.repeats_header(row):
                continue
            if is_header(row.cells):
                self._refuse_another_table(row)
            elif row.line in self.silent or self.is_foot(row):
                self.foot.append(row.line)
            else:
                yield row

    def repeats_header(self, row: Row) -> bool:
        return row.cells in self.header

    def _refuse_another_table(self, row: Row) -> None:
        """The heading that is printed again on each page is none."""
        if keys_of(row.cells) != self.keys[: len(row.cells)]:
            raise SheetError(_("Another table with other columns begins here. Bring it in on its own."), row.line)

    def is_foot(self, row: Row) -> bool:
        first = SPACE.sub("", next(filter(None, row.cells), ""))
        said = [cell for key, cell in zip(self.keys, row.cells, strict=False) if key in SAY_WHERE and cell != first]
        return bool(FOOT.match(first)) and all(not cell or COUNT.fullmatch(cell) or FOOT.match(cell) for cell in said)

    @property
    def unknown(self) -> list[str]:
        return [name for name, key in zip(self.headings, self.keys, strict=True) if name and not key]


def open_roster(path: Path) -> Roster:
    """Excel or text, with the header found. Raises SheetError with a sentence for whoever made the file."""
    try:
        refuse_other_kinds(path)
        sheets = workbook_sheets(path) if is_workbook(path) else [Sheet("", rows_of(path))]
        return _roster(sheets)
    except OSError:
        raise SheetError(_("The file cannot be read. Check that it is a file and that you may read it.")) from None


def _roster(sheets: list[Sheet]) -> Roster:
    """Of the one sheet that holds people; the names of others that hold something are told."""
    found: list[tuple[Sheet, Row]] = []
    left: list[str] = []
    for sheet in sheets:
        above = list(islice(sheet.rows, 0, 1))
        sheet.rows = chain(above, sheet.rows)
        header = _header(sheet.rows)
        if header is None:
            left += [sheet.name] if above and sheet.name not in GUIDES else []
        else:
            found.append((sheet, header))
    filled = [one for one in found if _holds_more(one[0])] or found[:1]
    if not filled:
        raise SheetError(_("No line names the columns. One of the first must hold 姓名 (name) and, say, 村 (village)."))
    if len(filled) > 1:
        sentence = _("Several sheets hold people: %(names)s. Copy them into one sheet, or bring each in on its own.")
        raise SheetError(sentence % {"names": _listed([sheet.name for sheet, _row in filled])})
    sheet, header = filled[0]
    if left:
        note = _("Not read, for no line names columns there: the sheets %(names)s.")
        sheet.notes.append(note % {"names": _listed(left)})
    return _below(sheet, header)


def _below(sheet: Sheet, header: Row) -> Roster:
    header_lines, headings, rows = one_header(header, sheet.rows)
    keys = keys_of(headings)
    for key in filter(None, keys):
        if keys.count(key) > 1 and key not in ("serial", "hamlet"):
            sentence = _("The column “%(name)s” is there twice. Remove one.") % {"name": heading(key)}
            raise SheetError(sentence, header.line)
    columns = [at for at, key in enumerate(keys) if key in CARRIED]
    silent: dict[int, Row] = {}
    rows = _looked_through(rows, keys, silent)
    if sheet.spans:
        rows = (silent.get(row.line, row) for row in carried_down(rows, sheet.spans, columns))
    return Roster(headings, keys, rows, sheet.notes, header=header_lines, silent=silent)


def _looked_through(rows: Iterator[Row], keys: list[str], silent: dict[int, Row]) -> Iterator[Row]:
    """Keeps in `silent` headings of parts, remarks, a form's example, numbers of lines that nobody filled in."""
    read = [at for at, key in enumerate(keys) if key and key not in NOT_READ]
    for row in rows:
        example = any(key == "serial" and EXAMPLE.fullmatch(cell) for key, cell in zip(keys, row.cells, strict=False))
        if example or not any(at < len(row.cells) and row.cells[at] for at in read):
            silent[row.line] = row
        yield row


def _header(rows: Iterator[Row]) -> Row | None:
    return next((row for row in islice(rows, LINES_BEFORE_HEADER) if is_header(row.cells)), None)


def _holds_more(sheet: Sheet) -> bool:
    below = next(sheet.rows, None)
    if below is not None:
        sheet.rows = chain([below], sheet.rows)
    return below is not None


def _listed(names: list[str]) -> str:
    return "、".join(name[:LONGEST_SHEET_NAME] for name in names[:SHOWN_SHEETS])
