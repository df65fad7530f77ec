"""Who the people of a place are, in numbers: tables of groups in which no small cell is shown or can be worked out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from progress.office.doors import Place, office_room, place_for, place_today
from progress.office.places import full_name, place_name
from progress.office.rows import length_below
from progress.selectors.groups import Grouping, groupings_of
from progress.small_cells import LEAST, Row, hidden_rows, is_small
from villages.codes import last_under, level_of, parent_code
from villages.models import Division

COUNTY = 6


class Line(NamedTuple):
    """One place. `cells` is None where they are hidden."""

    name: str
    people: int
    cells: Row | None


@dataclass(frozen=True)
class Groups:
    title: str
    columns: tuple[str, ...]
    lines: list[Line]
    total: Line


@office_room
def groups(request: HttpRequest, code: str) -> HttpResponse:
    """Of a county and what lies in it: above, a table of counties would be another one."""
    place = place_for(request.user, code)
    if place.division.level < Division.Level.COUNTY or place_today(place) != place.division:
        raise Http404
    found = {
        "name": full_name(place.division),
        "place": place,
        "day": timezone.localdate().replace(day=1),
        "tables": tables_of(place),
        "least": LEAST,
    }
    return render(request, "progress/office/groups.html", found)


def tables_of(place: Place) -> list[Groups]:
    """What is hidden is decided from the county down, so that every page of the county hides the same."""
    division = place.division
    inside = Division.objects.filter(code__gt=division.code, code__lte=last_under(division.code))
    names = {one.code: place_name(one) for one in inside.filter(level=division.level + 1)}
    found = groupings_of(division.code[:COUNTY])
    categories = [one for one in found if one.is_category]
    return [_table(division.code, one, categories if one.is_category else [one], names) for one in found]


def _table(code: str, grouping: Grouping, family: list[Grouping], names: dict[str, str]) -> Groups:
    """`family` are the tables that hide together: categories may divide the people, so that one tells of the others."""
    rows, hidden = _below(grouping, code), _hidden(family, code)
    lines = [_line(names.get(one, one), row, hidden=one in hidden) for one, row in sorted(rows.items())]
    total = _line("", _sum(grouping, code), hidden=_total_hidden(family, code))
    return Groups(grouping.title, grouping.columns, lines, total)


def _line(name: str, row: Row, *, hidden: bool) -> Line:
    return Line(name, sum(row), None if hidden else row)


def _hidden(family: list[Grouping], code: str) -> set[str]:
    """The rows right below a place that stay hidden: in each of the tables what is in one."""
    total = _total_hidden(family, code)
    return set().union(*(hidden_rows(_below(one, code), total_hidden=total) for one in family))


def _total_hidden(family: list[Grouping], code: str) -> bool:
    """Whether the row of the place itself stays hidden: in the table above it, or for it is the county's and small."""
    if len(code) == COUNTY:
        return any(is_small(_sum(one, code)) for one in family)
    return code in _hidden(family, parent_code(code))


def _below(grouping: Grouping, code: str) -> dict[str, Row]:
    """The rows of the places right below, by their codes; a village has none."""
    level = level_of(code)
    if level == Division.Level.VILLAGE:
        return {}
    codes = {village[: length_below(level)] for village in grouping.rows if village.startswith(code)}
    return {one: _sum(grouping, one) for one in codes}


def _sum(grouping: Grouping, code: str) -> Row:
    rows = [row for village, row in grouping.rows.items() if village.startswith(code)]
    return tuple(map(sum, zip(*rows, strict=True))) or (0,) * len(grouping.columns)
