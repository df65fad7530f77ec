"""The table of a page as an XLSX: the same rows and numbers, with how they came about at its foot."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from xlsxwriter.worksheet import Worksheet

from progress.office.columns import Column, place_columns, rate_columns
from progress.office.filters import Filters
from progress.office.gains import GainTable, gain_table
from progress.office.pages import PlacePage, VillagePage
from progress.office.places import full_name
from progress.office.rows import Row
from progress.office.words import definitions
from villages.models import Division

# Texts are texts, whatever they begin with: a village or a name may hold `=1+1`.
OPTIONS = {
    "in_memory": True,
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
FIRST_WIDTH, WIDTH = 22, 13

Lines = list[list[Any]]


def workbook_of(page: PlacePage | VillagePage, *, by: str) -> bytes:
    """Whole in memory: a county table is a few dozen kilobytes."""
    file = io.BytesIO()
    sheets = _sheets(page)
    record = _record(sheets)
    with xlsxwriter.Workbook(file, OPTIONS) as workbook:
        bold = workbook.add_format({"bold": True, "bottom": 1})
        for name, lines in sheets:
            sheet = workbook.add_worksheet(name)
            sheet.set_column(0, 0, FIRST_WIDTH)
            sheet.set_column(1, len(lines[0]) - 1, WIDTH)
            sheet.set_landscape()
            sheet.set_paper(9)
            sheet.fit_to_pages(1, 0)
            title = [full_name(page.place.division), page.filters.asked.cut_off, page.filters.course_name]
            _write(sheet, 0, [title])
            _write(sheet, 2, lines[:1], bold)
            _write(sheet, 3, lines[1:])
            _write(sheet, len(lines) + 3, _foot(page.filters, by, record))
    return file.getvalue()


def _sheets(page: PlacePage | VillagePage) -> list[tuple[str, Lines]]:
    """Of a county two: townships, and its villages, which are squares on the screen."""
    if isinstance(page, VillagePage):
        return [(_("Trainees"), _lines(page.columns, page.rows))]
    names = {Division.Level.COUNTY: _("Townships"), Division.Level.TOWNSHIP: pgettext("sheet", "Villages")}
    name = names.get(Division.Level(page.place.division.level), _("Places"))
    sheets = [(name, _place_lines(page.columns, page.table.rows, page.table.total))]
    if page.with_squares:
        columns = place_columns(Division.Level.TOWNSHIP)
        villages = [
            Row(square.code, f"{township.name} {square.name}", square.tally)
            for township in sorted(page.table.rows, key=lambda row: row.order)
            for square in township.squares
        ]
        sheets.append((pgettext("sheet", "Villages"), _place_lines(columns, villages, page.table.total)))
    gain = gain_table(page.place.division, page.table.rows, page.villages, page.filters)
    return [*sheets, *([(_("Before and after"), _gain_lines(gain))] if gain else [])]


def _gain_lines(gain: GainTable) -> Lines:
    """As on the screen: averages of a few are not told."""
    rows = [[row.code, row.name, row.gain.people, row.before, row.after] for row in gain.rows]
    total = [_("Total"), "", gain.total.gain.people, gain.total.before, gain.total.after]
    return [[_("Code"), _("Place"), _("Did it both times"), _("Before"), _("After")], *rows, total]


def _place_lines(columns: Sequence[Column], rows: Iterable[Row], total: Row) -> Lines:
    """The code first, as text: Excel would make a number of it."""
    columns = [*columns, *rate_columns()]
    head, *body = _lines(columns, rows)
    codes = [row.code for row in rows]
    last = [_("Total"), "", *(column.value(total) for column in columns[1:])]
    return [
        [_("Code"), *head],
        *([code, *line] for code, line in zip(codes, body, strict=True)),
        last,
    ]


def _lines(columns: Sequence[Column], rows: Iterable[Any]) -> Lines:
    return [[column.name for column in columns], *([column.value(row) for column in columns] for row in rows)]


def _record(sheets: list[tuple[str, Lines]]) -> str:
    """The same rows give the same hash: whoever holds the file can show that nobody changed a number."""
    text = json.dumps([lines for _name, lines in sheets], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _foot(filters: Filters, by: str, record: str) -> Lines:
    made = timezone.localtime().strftime("%Y-%m-%d %H:%M")
    period = filters.asked.period
    return [
        [
            _("Prepared by:"),
            "",
            _("Checked by:"),
            "",
            _("Responsible:"),
            "",
            _("(seal)"),
            "",
            _("Date: ____ / __ / __"),
        ],
        [],
        [_("Made on %(time)s (Beijing time) by %(user)s") % {"time": made, "user": by}],
        [_("Course: %(course)s") % {"course": filters.course_name}],
        [_("Period: %(first)s to %(last)s") % {"first": period.first, "last": period.last}],
        [_("Record hash (SHA-256): %(hash)s") % {"hash": record}],
        *([_("%(term)s: %(text)s") % {"term": one.term, "text": one.text}] for one in definitions()),
    ]


def _write(sheet: Worksheet, start: int, lines: Lines, style: Any = None) -> None:
    for number, line in enumerate(lines, start):
        for place, value in enumerate(line):
            if isinstance(value, int):
                sheet.write_number(number, place, value, style)
            elif value:
                sheet.write_string(number, place, value, style)
