"""Which rows of the tables of groups a new month may show, so that no two months side by side tell of a few people.

A place is a code, and what lies in it begins with that code. `Told` is what one month has shown, and all that it gives
away: whoever has a row and some of the rows inside it knows what is left over, too. The rule for a new month:

1. What the month alone must hide (progress.small_cells) is hidden.
2. A row is looked at again only when at least five people more or fewer live there than in every month that showed
   anything. How many live somewhere is known to all; so the one person who came last never decides.
3. Between the new month and each earlier one, in the smallest areas of which both tell, each number has changed by five
   people or more, or not at all, and never one number alone. Rows are left out until that is so.
4. Rows that stand still count as known: what is small beside them hides among others, or its total stays as it was.

In doubt a month shows nothing new. What is left out stands on the page as it was shown last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import neg

from progress.small_cells import LEAST, Row, added, hidden_rows, is_safe, is_small

COUNTY, TOWNSHIP, VILLAGE = 6, 9, 12
OTHERS = ""
NOT_TOLD = ""


@dataclass(frozen=True)
class Told:
    """One table of one month: the rows that are shown, by place, and the people of each village."""

    columns: tuple[str, ...]
    rows: Mapping[str, Row]
    people: Mapping[str, int]

    def part(self, village: str) -> str:
        """The smallest told area that it lies in: what is left over of that place without the places shown inside."""
        if not self.people.get(village):
            return village  # with nobody in it everybody knows its row
        return next((village[:size] for size in (VILLAGE, TOWNSHIP, COUNTY) if village[:size] in self.rows), NOT_TOLD)

    def left_over(self, place: str) -> Row:
        if place not in self.rows:
            return (0,) * len(self.columns)
        if len(place) == VILLAGE:
            return self.rows[place]
        inside = [self.rows[one] for one in _right_below(place, self.rows)]
        return tuple(map(sum, zip(self.rows[place], *(map(neg, row) for row in inside), strict=True)))


@dataclass(frozen=True)
class Counted:
    """One table as it is now, hidden rows and all, with what was told of it before."""

    columns: tuple[str, ...]
    rows: Mapping[str, Row]
    earlier: Sequence[Told] = ()

    @property
    def people(self) -> dict[str, int]:
        return {village: sum(row) for village, row in self.rows.items()}

    @cached_property
    def villages(self) -> dict[str, set[str]]:
        """Those with people in each place, itself among them."""
        found: dict[str, set[str]] = defaultdict(set)
        for village in self.rows:
            for size in (COUNTY, TOWNSHIP, VILLAGE):
                found[village[:size]].add(village)
        return dict(found)

    @cached_property
    def sums(self) -> dict[str, Row]:
        return {place: added([self.rows[one] for one in inside]) for place, inside in self.villages.items()}

    def of(self, place: str) -> Row:
        return self.sums.get(place, (0,) * len(self.columns))

    def below(self, place: str) -> dict[str, Row]:
        size = TOWNSHIP if len(place) == COUNTY else VILLAGE
        return {one: row for one, row in self.sums.items() if len(one) == size and one.startswith(place)}

    def told(self, shown: Iterable[str]) -> Told:
        return Told(self.columns, {place: self.of(place) for place in shown}, self.people)


def rows_to_show(county: str, family: Sequence[Counted]) -> set[str]:
    """The places whose rows this month may show: the same in all tables of a family, for one tells of the others."""
    held = {place for one in family for place in _standing_still(one)}
    fresh = {place for place in _allowed(county, family) if all(_is_fresh(place, one) for one in family)}
    shown = {place for place in fresh if _around(place) <= fresh}
    while shown:
        left = _with_large_changes(shown, family)
        betraying = {place for one in family for place in _betraying(one, left, held - left)}
        left = {one for one in left if not one.startswith(tuple(betraying))}
        if left == shown:
            break
        shown = left
    return shown


def changes(before: Told, now: Told) -> Iterator[tuple[set[str], Row]]:
    """The smallest areas of which both months tell, as sets of villages, and by how much each number has changed."""
    villages = {*before.people, *now.people}
    common = [column for column in before.columns if column in now.columns and column != OTHERS]
    for area in _areas({village: {(0, before.part(village)), (1, now.part(village))} for village in villages}):
        was, is_now = ({told.part(village) for village in area} for told in (before, now))
        if NOT_TOLD not in was | is_now:
            both = zip(_under(before, common, was), _under(now, common, is_now), strict=True)
            yield area, tuple(new - old for old, new in both)


def tells_of_few(change: Row) -> bool:
    return is_small(tuple(map(abs, change)))


def _allowed(county: str, family: Sequence[Counted]) -> set[str]:
    """What the month could show if it were the first: from the county down."""
    if any(is_small(one.of(county)) for one in family):
        return set()
    shown, places = {county}, [county]
    for place in places:
        hidden = {row for one in family for row in hidden_rows(one.below(place))}
        found = {row for one in family for row in one.below(place)} - hidden
        shown |= found
        places += sorted(row for row in found if len(row) < VILLAGE)
    return shown


def _is_fresh(place: str, table: Counted) -> bool:
    return all(_moved(place, table, one) >= LEAST for one in table.earlier if one.rows)


def _standing_still(table: Counted) -> set[str]:
    """Rows that were shown, of places where hardly anybody came or went since: who guesses at them guesses well."""
    return {place for one in table.earlier for place in one.rows if _moved(place, table, one) < LEAST}


def _moved(place: str, table: Counted, before: Told) -> int:
    return abs(_people(table.people, place) - _people(before.people, place))


def _with_large_changes(shown: set[str], family: Sequence[Counted]) -> set[str]:
    for one in family:
        for before in one.earlier:
            while shown and (few := _changed_by_few(before, one.told(shown))):
                shown = _without(shown, few, one)
    return shown


def _changed_by_few(before: Told, now: Told) -> list[set[str]]:
    return [area for area, change in changes(before, now) if tells_of_few(change)]


def _without(shown: set[str], areas: list[set[str]], table: Counted) -> set[str]:
    """Rows inside of such an area go first; where it is what is left over, its smallest neighbour joins it."""
    told, gone = table.told(shown), set()
    for area in areas:
        inside = {place for place in shown if table.villages[place] <= area}
        if not inside:
            around = [place for part in {told.part(one) for one in area} for place in _right_below(part, shown)]
            smallest = sorted(around, key=lambda place: (_people(told.people, place), place))[:1]
            inside = {place for place in shown if place.startswith(tuple(smallest))} if smallest else set(shown)
        gone |= inside
    return shown - gone


def _betraying(table: Counted, shown: Collection[str], held: Collection[str]) -> set[str]:
    """Places whose new total would tell a small row, because rows beside it stand still and are known."""
    told, found = table.told(shown), set()
    unknown: dict[str, dict[str, Row]] = defaultdict(dict)
    for village, row in table.rows.items():
        if not {village, village[:TOWNSHIP]} & set(held):
            unknown[told.part(village)][village] = row
    for place, rows in unknown.items():
        beside = any(one.startswith(place) for one in held)
        if place != NOT_TOLD and len(place) < VILLAGE and beside and not _hides(table, place, rows):
            found.add(place)
    return found


def _hides(table: Counted, place: str, rows: Mapping[str, Row]) -> bool:
    """Whether the small ones of these rows, and of the townships that they make up, are safe if their sum is known."""
    for size in (VILLAGE, TOWNSHIP):
        blocks = {one[:size]: added([row for key, row in rows.items() if key.startswith(one[:size])]) for one in rows}
        small = {one for one in blocks if is_small(table.of(one))}
        everybody = {**blocks, NOT_TOLD: table.of(place)}
        if len(place) < size and small and not is_safe(everybody, small, set(blocks)):
            return False
    return True


def _areas(parts: Mapping[str, set[tuple[int, str]]]) -> list[set[str]]:
    """Villages that share a part in either month, directly or by way of others, are one area."""
    areas: dict[tuple[int, str], tuple[set[str], set[tuple[int, str]]]] = {}
    for village, own in parts.items():
        villages, keys = {village}, set(own)
        for area in {id(areas[key]): areas[key] for key in own if key in areas}.values():
            villages |= area[0]
            keys |= area[1]
        areas |= dict.fromkeys(keys, (villages, keys))
    return list({id(area): area[0] for area in areas.values()}.values())


def _under(told: Told, common: list[str], parts: set[str]) -> Row:
    """The numbers of the columns that both months have, and of all others together."""
    row = added([told.left_over(part) for part in parts])
    cells = [row[told.columns.index(column)] for column in common]
    return (*cells, sum(row) - sum(cells))


def _right_below(place: str, shown: Iterable[str]) -> list[str]:
    inside = [one for one in shown if one != place and one.startswith(place)]
    return [one for one in inside if not any(one != other and one.startswith(other) for other in inside)]


def _around(place: str) -> set[str]:
    return {place[:size] for size in (COUNTY, TOWNSHIP) if size < len(place)}


def _people(people: Mapping[str, int], place: str) -> int:
    return sum(many for village, many in people.items() if village.startswith(place))
