"""Cells that are merged over several lines, as printed rosters have them for a village: what they say of each line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import IO

from openpyxl.utils import column_index_from_string

from foundation.sheets import Row

SPAN = re.compile(rb"mergeCell\b[^<>]{0,99}?\bref\s*=\s*[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
PIECE = 1 << 20
OVERLAP = 200
MOST_SPANS = 100_000

Spans = dict[tuple[int, int], int]


def spans_in(part: IO[bytes]) -> Spans:
    """For the column and the line where a merged cell begins, the line where it ends; only those that go down."""
    found: Spans = {}
    before = b""
    while (piece := part.read(PIECE)) and len(found) < MOST_SPANS:
        text = before + piece
        for first, top, _last, bottom in SPAN.findall(text):
            if int(bottom) > int(top):
                found[column_index_from_string(first.decode()) - 1, int(top)] = int(bottom)
        before = text[-OVERLAP:]
    return found


def carried_down(rows: Iterator[Row], spans: Spans, columns: Collection[int]) -> Iterator[Row]:
    """Each line with what merged cells say of it in these columns."""
    held: dict[int, tuple[int, str]] = {}
    for row in rows:
        cells = list(row.cells)
        for at in columns:
            cell = cells[at] if at < len(cells) else ""
            until, text = held.get(at, (0, ""))
            if cell:
                held[at] = (spans.get((at, row.line), 0), cell)
            elif row.line <= until:
                cells.extend([""] * (at + 1 - len(cells)))
                cells[at] = text
        yield Row(row.line, cells)
