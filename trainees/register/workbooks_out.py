"""Workbooks that we give out: the empty template, a roster to correct, the register of a place. Texts stay texts."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import xlsxwriter
from django.utils.translation import gettext as _

from trainees.register.columns import COLUMNS, heading
from trainees.register.reading import Roster, open_roster
from trainees.register.reports import Told

# A name, a phone and a code are text whatever they look like: nothing is a formula, a link or a number.
OPTIONS = {
    "constant_memory": True,
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WIDTH, WIDE = 13, 44
NOT_IN_TEMPLATE = ("birth", "ethnicity", "county", "address", "registered_code", "serial", "reason", "id_end")
LONGEST = 30_000  # Excel's cells hold a little more

Line = Sequence[str]


def template(*, with_ids: bool) -> bytes:
    """Our own headings on the first sheet, what each of them wants on the second."""
    left_out = NOT_IN_TEMPLATE if with_ids else (*NOT_IN_TEMPLATE, "id")
    keys = [column.key for column in COLUMNS if column.key not in left_out]
    guide = [[heading(key), _wants().get(key, "")] for key in keys]
    return _workbook([(_("Roster"), [], [heading(key) for key in keys], [])], [(_("How to fill it in"), guide)])


def to_correct(source: Path, report: Iterable[Told]) -> bytes:
    """The roster as it came, each line with what to correct in it, and a column to answer who is who."""
    roster = open_roster(source)
    reasons = {told.line: told.reason for told in report if told.status in ("refused", "doubtful")}
    added = [key for key in ("answer", "reason") if key not in roster.keys]
    at = roster.keys.index("reason") if "reason" in roster.keys else None
    return _workbook(
        [
            (
                _("Roster"),
                [],
                [*roster.headings, *map(heading, added)],
                _corrected(roster, reasons, added, at),
            )
        ]
    )


def register(*, title: str, watermark: str, keys: Sequence[str], rows: Iterable[Line]) -> bytes:
    """The watermark stands above the table, where whoever prints it prints it too."""
    return _workbook([(_("Register"), [title, watermark], [heading(key) for key in keys], [*rows, *_foot()])])


def _corrected(roster: Roster, reasons: dict[int, str], added: list[str], at: int | None) -> Iterator[Line]:
    """Its own foot stays; one that has none gets ours."""
    width, signed = len(roster.headings), False
    for row in roster.rows:
        if roster.repeats_header(row):  # two lines that are one in this file would be read as another table
            continue
        cells = [*row.cells[:width], *[""] * (width - len(row.cells)), *[""] * len(added)]
        cells[width + added.index("reason") if at is None else at] = reasons.get(row.line, "")
        signed = signed or roster.is_foot(row)
        yield cells
    if not signed:
        yield from _foot()


def _foot() -> list[Line]:
    """One below the other in the first column, as lines that are read as a foot when the file comes back."""
    who = (_("Prepared by:"), _("Checked by:"), _("Responsible:"))
    return [[], *([text] for text in who), [f"{_('(seal)')} {_('Date: ____ / __ / __')}"]]


def _workbook(tables: list, guides: Sequence[tuple[str, list[list[str]]]] = ()) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as workbook:
        bold = workbook.add_format({"bold": True, "bottom": 1})
        for name, above, headings, rows in tables:
            sheet = workbook.add_worksheet(name)
            sheet.set_column(0, len(headings), WIDTH, workbook.add_format({"num_format": "@"}))
            for number, text in enumerate(above):
                sheet.write_string(number, 0, text)
            _line(sheet, len(above), headings, bold)
            for number, cells in enumerate(rows, len(above) + 1):
                _line(sheet, number, cells)
        for name, lines in guides:
            sheet = workbook.add_worksheet(name)
            sheet.set_column(0, 1, WIDE)
            for number, cells in enumerate(lines):
                _line(sheet, number, cells)
    return file.getvalue()


def _line(sheet, number: int, cells: Line, style=None) -> None:
    for place, text in enumerate(cells):
        if text:
            sheet.write_string(number, place, text[:LONGEST], style)


def _wants() -> dict[str, str]:
    return {
        "number": _("H-0012, for somebody who is in the register already; empty for somebody new"),
        "name": _("needed"),
        "phone": _("eleven digits; empty or 无 for somebody without a phone"),
        "age": _("an age, a year of birth or a band like 26-35; only the band is kept"),
        "gender": "女 / 男",
        "schooling": "文盲 / 小学 / 初中 / 高中 / 大专 / 本科",
        "township": _("needed, unless there is a village code"),
        "village": _("needed, unless there is a village code"),
        "code": _("twelve digits"),
        "head": "是 / 否",
        "answer": _("同一人 or 另一人, only where the report asks"),
        "categories": _("only categories that are in use, with 、 between them"),
        "registered": _("township and village, if it is not where she lives"),
    }
