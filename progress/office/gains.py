"""The small table of a place: what people knew before the course and what they know after it."""

from __future__ import annotations

from dataclasses import dataclass

from progress.counts import CountedVillages
from progress.gains import FEWEST, Gain, gains_by_village, places_with
from progress.office.columns import NOTHING
from progress.office.filters import Filters
from progress.office.rows import Row
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
    found = places_with(gains)
    rows = [
        GainRow(place.code, place.name, found[place.code].gain, found[place.code].is_told)
        for place in places
        if place.code in found
    ]
    total = found[division.code]
    return GainTable(rows, GainRow("", "", total.gain, total.is_told))
