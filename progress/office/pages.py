"""What one office screen holds, read once: the page, its print and its file show the same."""

from __future__ import annotations

from dataclasses import dataclass

from progress.counts import CountedVillages, Tally, counts_by_village, summed
from progress.office import people
from progress.office.columns import Column, in_order, people_columns, place_columns
from progress.office.doors import Place, Visitor
from progress.office.filters import Filters
from progress.office.rows import Table, table_below
from trainees.selectors import trainees_read_by
from villages.models import Division


@dataclass(frozen=True)
class PlacePage:
    """A province, prefecture, county or township with what lies below it."""

    place: Place
    filters: Filters
    villages: CountedVillages
    columns: list[Column]
    table: Table

    @property
    def of_villages(self) -> bool:
        return self.place.division.level == Division.Level.TOWNSHIP

    @property
    def with_squares(self) -> bool:
        return self.place.division.level == Division.Level.COUNTY

    @property
    def names_villages(self) -> bool:
        """Up to a county each village is named; above, they would be thousands."""
        return self.place.division.level >= Division.Level.COUNTY

    @property
    def total(self) -> Tally:
        return self.table.total.tally


@dataclass(frozen=True)
class VillagePage:
    """A village with its people: `everybody` before the filter by state, `rows` after it."""

    place: Place
    filters: Filters
    columns: list[Column]
    total: Tally
    everybody: list[people.Row]
    rows: list[people.Row]


def place_page(place: Place, filters: Filters) -> PlacePage:
    villages = CountedVillages(place.division.code)
    counts = counts_by_village(villages, filters.asked.period, filters.course_key)
    table = table_below(place.division, counts)
    columns = place_columns(place.division.level)
    ordered = Table(in_order(table.rows, columns, filters), table.total)
    return PlacePage(place, filters, villages, columns, ordered)


def village_page(place: Place, filters: Filters, user: Visitor) -> VillagePage:
    villages = CountedVillages(place.division.code)
    period, course_key = filters.asked.period, filters.course_key
    total = summed(counts_by_village(villages, period, course_key).values())
    everybody = people.people_of(villages, trainees_read_by(user), period, course_key)
    columns = people_columns()
    state = filters.values["state"]
    rows = [row for row in everybody if state not in people.states() or row.state == state]
    return VillagePage(place, filters, columns, total, everybody, in_order(rows, columns, filters))


def is_village(division: Division) -> bool:
    return division.level == Division.Level.VILLAGE
