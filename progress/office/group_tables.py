"""The tables of groups of one place, as the months have told them: each row as it was shown last."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils import timezone

from progress.models import GroupMonth
from progress.office.doors import Place
from progress.office.places import place_name
from progress.office.rows import length_below
from progress.selectors.groups import ToldMonths, told_of
from progress.small_changes import COUNTY, OTHERS, Told
from villages.codes import last_under
from villages.models import Division


class Line(NamedTuple):
    """One place. `cells` is None where they are hidden, a cell where its column was not there in that month yet."""

    name: str
    people: int
    cells: tuple[int | None, ...] | None
    month: datetime.date | None = None


@dataclass(frozen=True)
class Groups:
    title: str
    columns: tuple[str, ...]
    lines: list[Line]
    total: Line


class Counting(NamedTuple):
    """When the newest month was counted, and which one that was."""

    month: datetime.date
    day: datetime.date


def counting_of(place: Place) -> Counting | None:
    newest = GroupMonth.objects.filter(county=place.division.code[:COUNTY]).order_by("month").last()
    return Counting(newest.month, timezone.localdate(newest.counted_at)) if newest else None


def tables_of(place: Place) -> list[Groups]:
    division = place.division
    inside = Division.objects.filter(code__gt=division.code, code__lte=last_under(division.code))
    names = {one.code: place_name(one) for one in inside.filter(level=division.level + 1)}
    return [_table(division, one, names) for one in told_of(division.code[:COUNTY]).values()]


def _table(division: Division, told: ToldMonths, names: Mapping[str, str]) -> Groups:
    telling = [one for _month, one in told.months if one.rows] or [told.months[-1][1]]
    columns = telling[-1].columns
    newest = told.months[-1][1].people
    lines = [_line(told, columns, code, names.get(code, code)) for code in sorted(_below(division, newest))]
    return Groups(told.title, tuple(map(told.heading, columns)), lines, _line(told, columns, division.code, ""))


def _below(division: Division, people: Mapping[str, int]) -> set[str]:
    if division.level == Division.Level.VILLAGE:
        return set()
    return {code[: length_below(division.level)] for code in people if code.startswith(division.code)}


def _line(told: ToldMonths, columns: tuple[str, ...], code: str, name: str) -> Line:
    """Hidden where no month has shown it; of how many people is no secret."""
    for month, one in reversed(told.months):
        if code in one.rows:
            return Line(name, sum(one.rows[code]), _cells(one, columns, code), month.month)
    people = told.months[-1][1].people
    return Line(name, sum(many for village, many in people.items() if village.startswith(code)), None)


def _cells(told: Told, columns: tuple[str, ...], code: str) -> tuple[int | None, ...]:
    """What had no column then is among the others of that month."""
    row = dict(zip(told.columns, told.rows[code], strict=True))
    others = row.pop(OTHERS) + sum(many for column, many in row.items() if column not in columns)
    return tuple(others if column == OTHERS else row.get(column) for column in columns)
