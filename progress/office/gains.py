"""The small table of a place: what people knew before the course and what they know after it."""

from __future__ import annotations

from dataclasses import dataclass

from progress.counts import CountedVillages
from progress.gains import FEWEST, Gain, gains_by_village, total_of
from progress.office.columns import NOTHING
from progress.office.filters import Filters
from progress.office.rows import Row, length_below
from villages.models import Division


@dataclass(frozen=True)
class GainRow:
    """One place below, or all of them together."""

    code: str
    name: str
    gain: Gain
    is_told: bool

    @property
    def before(self) -> str:
        return f"{self.gain.averages[0]}%" if self.is_told else NOTHING

    @property
    def after(self) -> str:
        return f"{self.gain.averages[1]}%" if self.is_told else NOTHING


@dataclass(frozen=True)
class GainTable:
    rows: list[GainRow]
    total: GainRow

    @property
    def fewest(self) -> int:
        return FEWEST


def gain_table(division: Division, places: list[Row], villages: CountedVillages, filters: Filters) -> GainTable | None:
    """Of the places below in which somebody did the test both times; None where nobody did."""
    gains = gains_by_village(villages, filters.asked.period, filters.course_key)
    if not gains:
        return None
    length = length_below(division.level)
    sums: dict[str, Gain] = {}
    for code, gain in gains.items():
        sums[code[:length]] = sums.get(code[:length], Gain()) + gain
    rows = [
        GainRow(place.code, place.name, found, found.is_told)
        for place in places
        if (found := sums.get(place.code[:length]))
    ]
    total = total_of(gains.values())
    return GainTable(rows, GainRow("", "", total, _may_tell(total, rows)))


def _may_tell(total: Gain, rows: list[GainRow]) -> bool:
    """Not where subtracting what is told would leave the few of whom it is not."""
    hidden = sum(row.gain.people for row in rows if not row.is_told)
    return total.is_told and (hidden == 0 or hidden >= FEWEST)
