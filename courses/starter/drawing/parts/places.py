"""Houses, weather, what drives, and who stands there. Lengths are SVG user units; `x, y` is named each time."""

from math import cos, pi, sin

from courses.starter.drawing.parts.marks import rays
from courses.starter.drawing.parts.strokes import (
    BLUE,
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
    symbol,
    use,
)

TRUCK = symbol(
    "truck",
    rect(0, -26, 38, 26, fill=PAPER, stroke=INK, width=2)
    + shape("M38 -18h13l9 9v9h-22z", WHITE, INK, 2)
    + shape("M42 -14h8l5 6h-13z", LIT, "")
    + circle(11, 0, 6, INK, WHITE, 3)
    + circle(46, 0, 6, INK, WHITE, 3),
)


def truck(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """A lorry driving to the right. `x, y`: lower left of its load; 60 × 26, wheels 6 below."""
    return use(TRUCK, x, y, rotate, scale, mirror)


def house(x: float, y: float, w: float = 72, h: float = 66) -> str:
    """A village house with a dark door. `x, y`: left end of its foot; the roof stands out 2 on both sides."""
    n = number
    walls = shape(f"M6 0V-{n(h * 0.55)}L{n(w / 2)} -{n(h * 0.9)}L{n(w - 6)} -{n(h * 0.55)}V0Z")
    roof = line(f"M-2 -{n(h * 0.5)}L{n(w / 2)} -{n(h)}L{n(w + 2)} -{n(h * 0.5)}", width=3.2)
    return group(walls + roof + shape(f"M{n(w / 2 - 9)} 0v-{n(h * 0.38)}h18v{n(h * 0.38)}", INK), x, y)


def awning(x: float, y: float, w: float, h: float = 34, flaps: int = 6) -> str:
    """A stall's striped awning with a scalloped hem. `x, y`: upper left."""
    step, n = w / flaps, number
    flap = f"h{n(step)}v{n(h - step / 2)}a{n(step / 2)} {n(step / 2)} 0 0 1 -{n(step)} 0z"
    cloth = "".join(shape(f"M{n(step * i)} 0{flap}", BLUE if i % 2 else PAPER, INK) for i in range(flaps))
    return group(cloth + line(f"M0 0H{n(w)}", width=5), x, y)


def sun(x: float, y: float, r: float = 15) -> str:
    """`x, y`: its middle; the rays reach 2.3 × `r`."""
    return circle(x, y, r, ORANGE) + circle(x, y, r + 6, stroke=ORANGE) + rays(x, y, r + 13, r + 20)


def moon(x: float, y: float, scale: float = 1) -> str:
    """A crescent open to the upper right, 40 × 40. `x, y`: its middle."""
    return group(shape("M4 -20a20 20 0 1 0 16 30a17 17 0 0 1 -16 -30z", WHITE, ""), x, y, scale=scale)


def snow(x: float, y: float, r: float = 13) -> str:
    """A flake. `x, y`: its middle."""
    ends = [(r * sin(turn), r * cos(turn)) for turn in (0, pi / 3, 2 * pi / 3)]
    d = "".join(f"M{number(x + a)} {number(y + b)}L{number(x - a)} {number(y - b)}" for a, b in ends)
    return line(d, WHITE, 2.8)


def wind(x: float, y: float, scale: float = 1) -> str:
    """Moving air, to the right. `x, y`: left end of its lower line; 150 × 46."""
    d = (
        "M28 -30a4.5 4.5 0 0 1 9 0a9 9 0 0 1 -18 0a13.5 13.5 0 0 1 "
        "27 0c0 12 20 16 44 10c26 -7 44 -8 66 -2M0 0c30 8 50 -2 78 0"
    )
    return group(line(d, width=2.6), x, y, scale=scale)


def skirt(x: float, y: float, scale: float = 1) -> str:
    """A woman from waist to feet, without face: skirt, apron, shoes. `x, y`: middle of the waist; 98 wide, 132 high."""
    woman = (
        shape("M-35 0H35L49 118H-49Z")
        + rect(-36, -6, 72, 13, fill=WHITE)
        + line("M-29 .5h60", INK, 3.4, "0 7.6")
        + shape("M-19 8h38l8 70h-54z", LIT, width=2)
        + line("M-21 68h44", width=3, dash="0 7")
        + line("M-45 104h90", width=3.2, dash="0 8")
        + shape(
            "M-25 120h20v10c-10 4 -22 4 -28 2c0 -6 8 -6 8 -12zM7 120h20c0 6 8 6 10 12c-8 2 -20 2 -30 -2z", WHITE, ""
        )
    )
    return group(woman, x, y, scale=scale)


__all__ = ["awning", "house", "moon", "skirt", "snow", "sun", "truck", "wind"]
