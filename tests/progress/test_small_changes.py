"""No month tells of a few people by what the months before it told."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from progress.small_cells import Row, is_small
from progress.small_changes import OTHERS, Counted, Told, rows_to_show, tells_of_few

COUNTY = "522731"
VILLAGES = ("522731101201", "522731101202", "522731102201", "522731102202", "522731102203")
A, B, C, D, E = VILLAGES
FIRST = {A: (10, 12), B: (9, 8), C: (11, 7), D: (8, 13), E: (7, 9)}
COLUMNS = ("f", OTHERS)
MONTHS = st.lists(
    st.tuples(*[st.tuples(*[st.sampled_from((0, 0, 1, 3, 5, 6, 9, -1, -6))] * 2)] * len(VILLAGES)), max_size=4
)


def told_by_turns(first: dict[str, Row], steps: list[tuple[Row, ...]]) -> list[tuple[dict[str, Row], Told]]:
    """The real rows of each month, and what it told beside those before it."""
    rows, found = dict(first), []
    for step in [((0, 0),) * len(VILLAGES), *steps]:
        rows = {
            one: tuple(max(0, cell + more) for cell, more in zip(rows[one], change, strict=True))
            for one, change in zip(VILLAGES, step, strict=True)
        }
        table = Counted(COLUMNS, rows, [told for _rows, told in found])
        found.append((rows, table.told(rows_to_show(COUNTY, [table]))))
    return found


def known_areas(told: Told) -> set[frozenset[str]]:
    """Whatever can be added up and subtracted out of the rows that are shown; who is alone with nobody is known too."""
    areas = {frozenset(one for one in VILLAGES if one.startswith(place)) for place in told.rows}
    areas |= {frozenset([one]) for one in VILLAGES if not told.people.get(one)}
    while True:
        more = {one | two for one in areas for two in areas if not one & two}
        more |= {one - two for one in areas for two in areas if two < one}
        if more <= areas:
            return areas
        areas |= more


def change(area: frozenset[str], before: dict[str, Row], now: dict[str, Row]) -> Row:
    return tuple(sum(now[one][column] - before[one][column] for one in area) for column in range(2))


@given(MONTHS)
@settings(max_examples=25, deadline=None)
@example([((0, 0), (0, 0), (0, 0), (1, 0), (6, 6)), ((0, 0), (0, 0), (6, 9), (5, 6), (1, 0))])
@example([((9, 9), (1, 0), (9, 9), (1, 0), (9, 9)), ((0, 0), (5, 5), (0, 0), (5, 5), (1, 0))])
@example([((9, 9), (1, 0), (9, 9), (1, 0), (9, 9)), ((9, 9), (9, 9), (9, 9), (9, 9), (9, 9))])
@example([((0, 0), (0, 0), (3, 5), (-6, 5), (0, 0)), ((0, 0), (0, 0), (3, 0), (0, 6), (0, 0))])
def test_whoever_subtracts_two_months_in_every_way_finds_no_small_change(steps):
    months = told_by_turns(FIRST, steps)
    for number, (now, told) in enumerate(months):
        for before, earlier in months[:number]:
            both = known_areas(told) & known_areas(earlier)
            for area in (one for one in both if not any(other < one for other in both)):
                assert not tells_of_few(change(area, before, now))


@given(MONTHS)
@settings(max_examples=25, deadline=None)
def test_no_small_row_is_shown_or_left_over_in_any_month(steps):
    for rows, told in told_by_turns(FIRST, steps):
        assert not [place for place, row in told.rows.items() if is_small(row)]
        assert not [area for area in known_areas(told) if len(area) == 1 and is_small(rows[min(area)])]


def test_first_month_shows_what_it_may_alone_and_a_change_of_one_leaves_all_as_it_was():
    still = ((0, 0),) * 4
    [(_rows, first), (_again, second)] = told_by_turns(FIRST, [(*still, (1, 0))])
    assert set(first.rows) == {COUNTY, "522731101", "522731102", *VILLAGES}
    assert not second.rows


def test_large_change_is_shown_and_the_small_one_beside_it_is_not():
    steps = [((6, 7), (1, 0), (0, 0), (0, 0), (0, 0))]
    rows = told_by_turns(FIRST, steps)[1][1].rows
    assert set(rows) == {COUNTY, "522731101"}  # with the village what is left over of the township would tell it
    steps = [((6, 7), (5, 9), (1, 0), (6, 5), (5, 5))]
    assert set(told_by_turns(FIRST, steps)[1][1].rows) >= {COUNTY, "522731101", A, B}
    assert C not in told_by_turns(FIRST, steps)[1][1].rows


def test_who_comes_last_does_not_decide_whether_a_row_is_shown():
    """Four of a group and nine others came and stay untold; with a fifth one alone they would all be hers to tell."""
    others = ((6, 6),) * 4
    steps = [(*others, (4, 9)), (((0, 0),) * 4 + ((1, 0),))]
    assert E not in told_by_turns(FIRST, steps)[1][1].rows
    assert not told_by_turns(FIRST, steps)[2][1].rows


def test_small_row_beside_rows_that_stand_still_keeps_its_total_from_being_told():
    first = FIRST | {A: (9, 20)}
    steps = [((-6, 9), (0, 1), (6, 6), (6, 6), (6, 6))]
    [(_rows, _first), (now, second)] = told_by_turns(first, steps)
    assert is_small(now[A])
    assert "522731101" not in second.rows


@pytest.mark.parametrize("column", ["new", "f"])
def test_column_that_is_new_is_compared_among_the_others(column):
    told = Counted(("f", OTHERS), FIRST).told({COUNTY})
    rows = {one: (row[0], row[1], 0) for one, row in FIRST.items()} | {E: (8, 9, 5)}
    later = Counted((column, "x", OTHERS), rows, [told])
    assert rows_to_show(COUNTY, [later]) == set()
