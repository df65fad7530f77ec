"""The table of a place: one row for each place right below it, villages as squares, and the sum."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from progress.counts import Tally, rolled_up, summed
from progress.office.places import place_name
from villages.codes import LENGTHS
from villages.models import Division
from villages.selectors import divisions_under, valid_on

STEPS = (1, 5, 10, 20, 40)
VILLAGE = Division.Level.VILLAGE


@dataclass(frozen=True)
class Square:
    """One village: people trained, and which of six steps of ink that is."""

    code: str
    name: str
    tally: Tally
    around: str = ""

    @property
    def step(self) -> int:
        return sum(self.tally.trained >= bound for bound in STEPS)

    @property
    def title(self) -> str:
        people = self.tally.trained
        if not people:
            return _("%(place)s: nobody yet") % {"place": self.name}
        words = ngettext("%(place)s: %(people)s person", "%(place)s: %(people)s people", people)
        return words % {"place": self.name, "people": f"{people:,}"}


@dataclass(frozen=True)
class Row:
    code: str
    name: str
    tally: Tally
    order: str = ""
    squares: list[Square] = field(default_factory=list)

    @property
    def villages(self) -> int:
        return len(self.squares)

    @property
    def covered(self) -> int:
        return sum(square.tally.trained > 0 for square in self.squares)

    @property
    def uncovered(self) -> int:
        return self.villages - self.covered


@dataclass(frozen=True)
class Table:
    rows: list[Row]
    total: Row

    @property
    def waiting(self) -> list[Square]:
        """Villages where nobody was trained, by name."""
        return [square for square in self.total.squares if not square.tally.trained]


def table_below(division: Division, counts: dict[str, Tally]) -> Table:
    """Places that exist today, and ended ones where people are counted: else the rows would not add up. One query."""
    wanted = divisions_under(division.code).filter(level__in={division.level + 1, VILLAGE})
    here = valid_on(wanted, None).filter(successor__isnull=True) | wanted.filter(code__in=_counted(counts))
    places = list(here.order_by("pinyin", "code"))
    squares = _squares(places, counts)
    sums = rolled_up(counts, length_below(division.level))
    rows = [
        Row(place.code, place_name(place), sums.get(place.code, Tally()), _order(place), squares[place.code])
        for place in places
        if place.level == division.level + 1
    ]
    every = [square for place in places if place.level == VILLAGE for square in squares[place.code][:1]]
    return Table(sorted(rows, key=lambda row: row.order), Row("", "", summed(counts.values()), "", every))


def _squares(places: list[Division], counts: dict[str, Tally]) -> dict[str, list[Square]]:
    """The villages in each place, by name; a village holds itself."""
    found: dict[str, list[Square]] = defaultdict(list)
    for place in places:
        if place.level == VILLAGE:
            around = place.parent.name if place.parent else ""
            square = Square(place.code, place_name(place), counts.get(place.code, Tally()), around)
            for length in LENGTHS:
                found[place.code[:length]].append(square)
    return found


def _counted(counts: dict[str, Tally]) -> set[str]:
    return {code[:length] for code in counts for length in LENGTHS}


def _order(place: Division) -> str:
    """Villages by name, as they are spoken; what is above them by code, as every county form has it."""
    return f"{place.pinyin} {place.code}" if place.level == VILLAGE else place.code


def length_below(level: int) -> int:
    """How many digits the codes of the places right below have."""
    return next(length for length, found in LENGTHS.items() if found == level + 1)
