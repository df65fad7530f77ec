"""The lines that name the columns: often two, a group over its parts, with their numbers below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest

from foundation.sheets import Row
from trainees.register.columns import keys_of

FEWEST_NUMBERED = 3


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
    """It names columns, and 姓名 is none of them: that cell reaches over both lines."""
    at = keys_of(above).index("name")
    return not any(cells[at : at + 1]) and any(keys_of(cells))


def _together(above: list[str], below: list[str]) -> list[str]:
    """Of each column the lower heading; the upper one over an empty cell, and over `(手机)`, which says no more."""
    cells = list(zip_longest(above, below, fillvalue=""))
    found = []
    for at, (upper, lower) in enumerate(cells):
        alone = at + 1 == len(cells) or bool(cells[at + 1][0])
        known = any(keys_of([lower])) or not (alone and any(keys_of([upper])))
        found.append(lower if lower and known else upper)
    return found


def _is_numbered(cells: list[str]) -> bool:
    """`1 2 3 4 …` under the headings, as printed forms have it."""
    return len(cells) >= FEWEST_NUMBERED and cells == [str(number) for number in range(1, len(cells) + 1)]
