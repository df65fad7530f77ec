"""No table of groups tells a small cell, not even to who tries every number that fits what is shown."""

from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from progress.small_cells import LEAST, Row, hidden_rows, is_small, left_for

CELLS = st.integers(0, 9) | st.just(0)
TABLES = st.integers(2, 3).flatmap(
    lambda wide: st.dictionaries(st.sampled_from("abcde"), st.tuples(*[CELLS] * wide), min_size=1, max_size=5)
)


def totals(rows: dict[str, Row]) -> Row:
    return tuple(map(sum, zip(*rows.values(), strict=True)))


def guesses(rows: dict[str, Row], hidden: set[str], total_hidden: bool) -> dict[str, list[set[int]]]:
    """What an attacker finds who tries every way to fill the hidden rows: the numbers left for each hidden cell."""
    keys, wide = sorted(hidden), len(next(iter(rows.values())))
    sums = None if total_hidden else [sum(rows[key][column] for key in keys) for column in range(wide)]
    found = {key: [set() for _column in range(wide)] for key in keys}
    for filled in fillings([sum(rows[key]) for key in keys], wide, sums):
        for key, row in zip(keys, filled, strict=True):
            for column, cell in enumerate(row):
                found[key][column].add(cell)
    return found


def fillings(people: list[int], wide: int, sums: list[int] | None):
    """Every table of whole numbers with these rows' people and, where they are known, these columns."""
    if not people:
        yield from [[]] if sums is None or not any(sums) else []
        return
    for row in rows_of(people[0], wide):
        if sums is None:
            yield [row]  # one row at a time is enough: nothing ties it to the others
        elif all(cell <= most for cell, most in zip(row, sums, strict=True)):
            rest = [most - cell for cell, most in zip(row, sums, strict=True)]
            yield from ([row, *more] for more in fillings(people[1:], wide, rest))


def rows_of(people: int, wide: int) -> list[Row]:
    found = product(range(people + 1), repeat=wide - 1)
    return [(*row, people - sum(row)) for row in found if sum(row) <= people]


@given(TABLES)
@settings(max_examples=150, deadline=None)
def test_no_small_cell_is_shown_and_no_hidden_one_can_be_told(rows):
    hidden = hidden_rows(rows)
    assert not [key for key, row in rows.items() if key not in hidden and is_small(row)]
    if not hidden or is_small(totals(rows)):
        return
    assert not is_small(totals({key: rows[key] for key in hidden}))
    for key in hidden:
        for column, many in enumerate(totals(rows)):
            least, most = left_for(rows, hidden, key, column)
            assert not many or most > least


@pytest.mark.parametrize(
    "rows",
    [
        {"a": (1, 3), "b": (5, 5), "c": (6, 2)},
        {"a": (2, 1), "b": (4, 6), "c": (7, 7)},
        {"a": (3, 0, 1), "b": (2, 5, 0), "c": (0, 0, 6)},
        {"a": (0, 4), "b": (9, 1)},
        {"a": (5, 1), "b": (0, 1), "c": (6, 5)},
    ],
)
def test_whoever_tries_every_number_finds_what_the_bounds_say_and_never_one_alone(rows):
    hidden = hidden_rows(rows)
    for key, cells in guesses(rows, hidden, total_hidden=False).items():
        for column, left in enumerate(cells):
            assert (min(left), max(left)) == left_for(rows, hidden, key, column)
            assert len(left) > 1


@given(TABLES)
@settings(max_examples=150, deadline=None)
def test_for_each_cell_of_a_small_row_five_numbers_are_left_or_the_whole_table_is_hidden(rows):
    hidden, peopled = hidden_rows(rows), {key for key, row in rows.items() if sum(row)}
    if is_small(totals(rows)) or hidden == peopled:
        return
    for key in hidden & {key for key, row in rows.items() if is_small(row)}:
        for column, many in enumerate(totals(rows)):
            least, most = left_for(rows, hidden, key, column)
            assert not many or most - least + 1 >= min(LEAST, sum(rows[key]) + 1)


VILLAGES = ("a1", "a2", "b1", "b2")
PLACES = st.tuples(*[st.tuples(st.integers(0, 7), st.integers(0, 7))] * len(VILLAGES))


def shown_of(rows: dict[str, Row]) -> tuple[set[str], dict[str, Row]]:
    """The villages that stay hidden, and the rows of their townships (`a`, `b`) and their county ("") that do not."""
    below = {name: {key: row for key, row in rows.items() if key[0] == name} for name in "ab"}
    townships, county = {name: totals(inside) for name, inside in below.items()}, totals(rows)
    above = hidden_rows(townships, total_hidden=is_small(county))
    shown = {name: row for name, row in townships.items() if name not in above}
    hidden = [hidden_rows(inside, total_hidden=name in above) for name, inside in below.items()]
    return set().union(*hidden), shown | ({} if is_small(county) else {"": county})


@given(PLACES)
@settings(max_examples=60, deadline=None)
@example(((5, 5), (2, 7), (5, 6), (6, 5)))
@example(((1, 7), (7, 7), (5, 5), (7, 7)))
@example(((7, 0), (0, 7), (6, 6), (7, 5)))
def test_the_tables_of_county_townships_and_villages_together_leave_two_numbers_for_each_hidden_cell(cells):
    rows = dict(zip(VILLAGES, cells, strict=True))
    hidden, shown = shown_of(rows)
    firsts = [range(sum(row) + 1) if key in hidden else row[:1] for key, row in rows.items()]
    fits = [
        filled
        for filled in product(*firsts)
        if all(
            sum(cell for key, cell in zip(rows, filled, strict=True) if key.startswith(name)) == row[0]
            for name, row in shown.items()
        )
    ]
    assert all(len({filled[VILLAGES.index(key)] for filled in fits}) > 1 for key in hidden)


def test_one_small_village_takes_a_second_one_with_it():
    rows = {"a": (1, 9), "b": (8, 9), "c": (30, 30)}
    assert hidden_rows(rows) == {"a", "b"}


def test_what_is_hidden_is_no_small_cell_together_either():
    rows = {"a": (2, 20), "b": (2, 30), "c": (40, 9), "d": (80, 90)}
    assert hidden_rows(rows) == {"a", "b", "c"}
    assert hidden_rows({"a": (9, 9), "b": (2, 20), "c": (2, 30)}) == {"a", "b", "c"}


def test_where_the_total_is_small_or_hidden_nothing_is_shown():
    assert hidden_rows({"a": (1, 9), "b": (0, 9)}) == {"a", "b"}
    assert hidden_rows({"a": (8, 9), "b": (9, 9)}, total_hidden=True) == {"a", "b"}


def test_a_table_without_small_cells_is_shown_whole():
    assert hidden_rows({"a": (5, 6), "b": (9, 12), "c": (0, 0)}) == set()


def test_a_place_where_everybody_is_in_one_group_tells_of_everybody():
    assert is_small((8, 0))
    assert not is_small((8, 5, 0))
    assert not is_small((0, 0))
    assert is_small((LEAST, LEAST - 1))
