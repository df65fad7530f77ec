"""Tools: scales, lenses, what makes a sound. Lengths are SVG user units; `x, y` is named each time."""

from courses.starter.drawing.parts.strokes import (
    INK,
    LIT,
    ORANGE,
    PAPER,
    WHITE,
    circle,
    group,
    line,
    number,
    rect,
    shape,
)


def scale_platform(x: float, y: float, w: float = 168) -> str:
    """A floor scale with a dial. `x, y`: middle of the plate's upper edge; 30 high."""
    h = w / 2
    return (
        shape(f"M{number(x - h + 8)} {number(y + 8)}h{number(w - 16)}l14 22h-{number(w + 12)}z", LIT)
        + rect(x - h, y, w, 10, fill=WHITE)
        + circle(x, y + 20, 13, WHITE, INK)
        + line(f"M{number(x)} {number(y + 20)}l6 -7", ORANGE, 3)
        + line(f"M{number(x - 8)} {number(y + 20)}h0m8 -8h0m8 8h0", INK, 2.6)
    )


def scale_pan(x: float, y: float, scale: float = 1) -> str:
    """A kitchen scale, 116 wide. `x, y`: middle of its foot; goods lie in its pan, 62 higher."""
    drawn = (
        shape("M-40 0L-30 -44H30L40 0Z")
        + circle(0, -20, 15, WHITE, INK)
        + line("M0 -20l7 -8", ORANGE, 3)
        + line("M0 -44v-10", width=4)
        + shape("M-58 -62h116c-6 10 -20 12 -32 12h-52c-12 0 -26 -2 -32 -12z", PAPER, INK)
    )
    return group(drawn, x, y, scale=scale)


def magnifier(x: float, y: float, r: float, content: str = "", handle: str = "l57 45", glass: str = WHITE) -> str:
    """A lens of radius `r`. `x, y`: its middle; `content` (scene units) lies in it; `handle`: its way, from the rim."""
    rim = r * 0.76
    grip = f"M{number(x + rim)} {number(y + rim)}{handle}"
    lens = circle(x, y, r, glass, INK, 13) + circle(x, y, r, stroke=WHITE, width=6)
    return lens + content + line(grip, INK, 17) + line(grip, LIT, 12)


def loudspeaker(x: float, y: float, scale: float = 1) -> str:
    """A loudspeaker's side view, sounding to the right. `x, y`: left end of its middle; 28 wide, 42 high."""
    return group(shape("M0 -8h12l16 -13v42l-16 -13h-12z", WHITE, ""), x, y, scale=scale)


__all__ = ["loudspeaker", "magnifier", "scale_pan", "scale_platform"]
