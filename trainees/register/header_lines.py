"""The lines that name the columns: often two, a group over its parts, with their numbers below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest

from foundation.sheets import Row
from trainees.register.columns import keys_of

FEWEST_NUMBERED = 3
YEAR = "年"


def one_header(first: Row, rows: Iterator[Row]) -> tuple[list[list[str]], list[str], Iterator[Row]]:
    """The lines that are the header, one heading for each column, and the lines below."""
    lines, headings = [first.cells], first.cells
    below = next(rows, None)
    if below is not None and _is_second_line(headings, below.cells):
        lines.append(below.cells)
        headings = _together(headings, below.cells)
        below = next(rows, None)
    if below is not None and _is_numbered(below.cells):
        lines.append(below.cells)
        below = next(rows, None)
    return lines, headings, rows if below is None else chain([below], rows)


def _is_second_line(above: list[str], cells: list[str]) -> bool:
    """Below 姓名 it is empty: that cell reaches over both lines. The rest names columns, or parts of groups."""
    at = keys_of(above).index("name")
    return not any(cells[at : at + 1]) and (any(keys_of(cells)) or _is_below_groups(above, cells))


def _is_below_groups(above: list[str], cells: list[str]) -> bool:
    """`男`, `女` below `性别` and the empty heading beside it. A person's line has no cell below an empty heading."""
    pairs = list(zip_longest(above, cells, fillvalue=""))
    filled = [at for at, (_upper, lower) in enumerate(pairs) if lower]
    grouped = [at for at in filled if not pairs[at][0] or (at + 1 < len(pairs) and not pairs[at + 1][0])]
    return grouped == filled and any(not pairs[at][0] for at in filled) and not any(map(str.isdigit, "".join(cells)))


def _together(above: list[str], below: list[str]) -> list[str]:
    """Of each column the lower heading; the upper one over an empty cell, `(手机)` and `年`, which say no more."""
    cells = list(zip_longest(above, below, fillvalue=""))
    found = []
    for at, (upper, lower) in enumerate(cells):
        alone = at + 1 == len(cells) or bool(cells[at + 1][0])
        says_no_more = lower == YEAR or (alone and any(keys_of([upper])))
        found.append(lower if lower and (any(keys_of([lower])) or not says_no_more) else upper)
    return found


def _is_numbered(cells: list[str]) -> bool:
    """`1 2 3 4 …` under the headings, as printed forms have it."""
    return len(cells) >= FEWEST_NUMBERED and cells == [str(number) for number in range(1, len(cells) + 1)]
