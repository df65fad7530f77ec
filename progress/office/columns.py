"""The columns of a table: what stands in a cell, on the screen and in a file, and how rows are put in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from progress.counts import Tally
from progress.office import people
from progress.office.filters import Filters
from progress.office.rows import Row
from villages.models import Division

Level = Division.Level
AnyRow = TypeVar("AnyRow", Row, people.Row)
NOTHING = "—"
LONGEST_LINE = 3


@dataclass(frozen=True)
class Column:
    """`value` is what is written, a number or a text; `order` what rows are sorted by, if that is something else."""

    key: str
    name: str
    value: Callable[[Any], Any]
    order: Callable[[Any], Any] | None = None
    number: bool = True
    phone: bool = False
    lead: bool = False

    def sort_key(self, row: Any) -> Any:
        return self.order(row) if self.order else self.value(row)


@dataclass(frozen=True)
class Heading:
    column: Column
    href: str
    direction: str

    @property
    def parts(self) -> tuple[str, str]:
        """A long Chinese name breaks in the middle and nowhere else: 培训|人数."""
        name = self.column.name
        return (name[:2], name[2:]) if len(name) > LONGEST_LINE and not name.isascii() else (name, "")

    @property
    def arrow(self) -> str:
        return {"ascending": "↑", "descending": "↓"}.get(self.direction, "")


def share(part: int, whole: int) -> str:
    """`40.8%`; a dash where there is nobody to divide by."""
    return f"{part * 100 / whole:.1f}%" if whole else NOTHING


def place_columns(level: int) -> list[Column]:
    """Columns of the table of a place of this level: its rows are one level below."""
    names = {
        Level.PROVINCE: _("Prefecture"),
        Level.PREFECTURE: _("County"),
        Level.COUNTY: _("Township"),
        Level.TOWNSHIP: _("Village"),
    }
    name = Column("name", names[Level(level)], lambda row: row.name, lambda row: row.order, number=False)
    villages = [Column("villages", _("Villages"), lambda row: row.villages)]
    uncovered = [Column("uncovered", _("Villages without anyone trained"), lambda row: row.uncovered)]
    above = level < Level.TOWNSHIP
    return [name, *(villages if above else []), *_measures(), *(uncovered if above else [])]


def _measures() -> list[Column]:
    return [
        Column("registered", _("Registered"), lambda row: row.tally.registered, phone=True),
        Column("started", _("Started"), lambda row: row.tally.started),
        Column("trained", _("People trained"), lambda row: row.tally.trained, phone=True, lead=True),
        Column("passed", _("Quizzes passed"), lambda row: row.tally.passed),
        Column("completed", _("Course completed"), lambda row: row.tally.completed, phone=True),
        Column("rate", _("Completion rate"), lambda row: _rate(row.tally), lambda row: _rate_order(row.tally)),
    ]


def rate_columns() -> list[Column]:
    """What the rate divides: beside it in small figures on the screen, in columns of their own in a file."""
    return [
        Column("completed_till", _("Completed up to the end"), lambda row: row.tally.completed_till),
        Column("registered_till", _("Registered up to the end"), lambda row: row.tally.registered_till),
    ]


def people_columns() -> list[Column]:
    order = list(people.states())
    return [
        Column("name", pgettext("of a person", "Name"), _shown_name, people.by_name, number=False),
        Column("number", _("Trainee number"), lambda row: row.number, lambda row: row.pk, number=False),
        Column("phone", pgettext("of a person", "Phone"), _shown_phone, number=False, phone=True),
        Column(
            "state",
            pgettext("of a person", "State"),
            lambda row: row.shown.words,
            lambda row: order.index(row.state),
            number=False,
            phone=True,
        ),
        Column("lessons", _("Lessons completed"), lambda row: row.lessons, phone=True),
        Column("last", _("Last learning"), _shown_day, lambda row: row.last_day.toordinal() if row.last_day else 0),
    ]


def headings(columns: Sequence[Column], filters: Filters) -> list[Heading]:
    """Each a link: the first press sorts numbers from the highest and words from the first, the next one turns it."""
    chosen, falling = _chosen(columns, filters)
    found = []
    for column in columns:
        here = column is chosen
        turned = not falling if here else column.number
        sort = f"-{column.key}" if turned else column.key
        direction = ("descending" if falling else "ascending") if here else ""
        found.append(Heading(column, filters.href(sort="" if sort == columns[0].key else sort, page=""), direction))
    return found


def in_order(rows: Sequence[AnyRow], columns: Sequence[Column], filters: Filters) -> list[AnyRow]:
    """As the reader asked; equal ones by the first column. Nobody is ranked unless somebody asks."""
    chosen, falling = _chosen(columns, filters)
    first = sorted(rows, key=columns[0].sort_key)
    return sorted(first, key=chosen.sort_key, reverse=falling)


def _chosen(columns: Sequence[Column], filters: Filters) -> tuple[Column, bool]:
    asked = filters.values["sort"]
    found = next((column for column in columns if column.key == asked.removeprefix("-")), columns[0])
    return found, found.key == asked.removeprefix("-") and asked.startswith("-")


def _rate(tally: Tally) -> str:
    return share(tally.completed_till, tally.registered_till)


def _rate_order(tally: Tally) -> float:
    return tally.completed_till / tally.registered_till if tally.registered_till else -1


def _shown_name(row: people.Row) -> str:
    if row.away:
        return _("Lives elsewhere now")
    return row.name or NOTHING


def _shown_phone(row: people.Row) -> str:
    if row.away:
        return NOTHING
    return row.phone or _("No phone")


def _shown_day(row: people.Row) -> str:
    return date_format(row.last_day) if row.last_day else NOTHING
