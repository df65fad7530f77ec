"""A QR of rectangles: it stays sharp in any size, and a quarter of it may be dirty or torn."""

import segno

from trainees.printing.paper import Paper


def draw_square_code(paper: Paper, address: str, *, at: tuple[float, float], size: float) -> None:
    """`at` is the corner of the code itself, `size` its side. Readers want four white squares around it: leave them."""
    rows = segno.make(address, error="q", micro=False).matrix
    step = size / len(rows)
    for number, row in enumerate(rows):
        for begin, end in _runs(row):
            paper.rect(at[0] + begin * step, at[1] + number * step, (end - begin) * step, step, style="F")


def _runs(row: bytearray) -> list[tuple[int, int]]:
    """Black squares beside each other are one rectangle: no hair of white between them."""
    runs, begin = [], None
    for place, black in enumerate([*row, 0]):
        if black and begin is None:
            begin = place
        elif not black and begin is not None:
            runs.append((begin, place))
            begin = None
    return runs
