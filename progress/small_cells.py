"""Which rows of a table of groups may be shown, so that no small cell is, and none comes back by subtracting.

A row is a place, a cell how many of its people are in a group; cells of a row add up to its people, rows to the total.
How many people live in a place is shown everywhere; what is hidden is hidden as a whole row. The rule:

1. A row is small when a cell has 1 to 4 people, or when all of its people are in one group: that tells of everybody.
2. If the total row is small or hidden in the table above, every row of the table is hidden.
3. Otherwise small rows are hidden, and as many others, the fewest people first, until at least two places with people
   are, what is hidden would not be small as one row, and each cell of a small row could be any of five numbers (or any
   number up to its people, if they are fewer), for whoever subtracts what is shown from the totals of this table; or
   until no row is left to hide.

Then nobody can tell a hidden cell, not from the tables of a county, its townships and villages together: at least two
numbers are left for it. See docs/counts.md.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

LEAST = 5
Row = tuple[int, ...]


def is_small(row: Row) -> bool:
    """Whether showing it would tell of somebody."""
    return any(0 < cell < LEAST for cell in row) or 0 < sum(row) == max(row)


def hidden_rows(rows: Mapping[str, Row], *, total_hidden: bool = False) -> set[str]:
    """The keys of the rows that stay hidden. With the total hidden that is every row with people."""
    peopled = {key: row for key, row in rows.items() if sum(row)}
    if total_hidden or is_small(added(peopled.values())):
        return set(peopled)
    small = {key for key, row in peopled.items() if is_small(row)}
    hidden = set(small)
    spare = sorted(set(peopled) - small, key=lambda key: (-sum(peopled[key]), key))
    while small and spare and not is_safe(peopled, small, hidden):
        hidden.add(spare.pop())
    return hidden


def left_for(rows: Mapping[str, Row], hidden: Collection[str], key: str, column: int) -> tuple[int, int]:
    """The least and the most that a hidden cell can be for whoever knows the totals, all people and the shown rows."""
    block = [rows[one] for one in hidden]
    of_row, of_column, of_all = sum(rows[key]), sum(row[column] for row in block), sum(map(sum, block))
    return max(0, of_row + of_column - of_all), min(of_row, of_column)


def is_safe(rows: Mapping[str, Row], small: set[str], hidden: set[str]) -> bool:
    columns = [column for column, many in enumerate(added(rows.values())) if many]
    if len(hidden) < 2 or is_small(added([rows[key] for key in hidden])):
        return False
    return all(_wide(rows, hidden, key, column) for key in small for column in columns)


def _wide(rows: Mapping[str, Row], hidden: set[str], key: str, column: int) -> bool:
    least, most = left_for(rows, hidden, key, column)
    return most - least >= min(LEAST - 1, sum(rows[key]))


def added(rows: Collection[Row]) -> Row:
    return tuple(map(sum, zip(*rows, strict=True))) or (0,)
