"""The drawn signs in black on white: on the screen they are light on indigo, which would drink the toner."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

from trainees.printing.paper import Paper

SIGNS = Path(__file__).parent.parent / "static" / "trainees" / "signs"
COLOUR = re.compile(r"#[0-9a-f]{6}", re.I)
TITLE = re.compile("<title>.*?</title>", re.S)
DARK = 0.3  # indigo and its shades of the ground become paper, all that shines on it becomes ink


def draw_sign(paper: Paper, sign: str, *, at: tuple[float, float], size: float) -> bool:
    """False when she has chosen none, or one that is drawn no more."""
    drawing = _in_black(sign)
    if drawing is not None:
        paper.image(io.BytesIO(drawing), x=at[0], y=at[1], w=size, h=size)
    return drawing is not None


@cache
def _in_black(sign: str) -> bytes | None:
    path = SIGNS / f"{sign}.svg"
    if not re.fullmatch("[a-z-]+", sign) or not path.is_file():
        return None
    drawing = TITLE.sub("", path.read_text())
    return COLOUR.sub(lambda found: "#ffffff" if _light(found[0]) < DARK else "#000000", drawing).encode()


def _light(colour: str) -> float:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
