"""Places, weather, plants and what drives between them. Positions and lengths are SVG user units."""

from math import cos, pi, sin

from courses.starter.drawing.base import (
    BLUE,
    INK,
    LIT,
    ORANGE,
    PAPER,
    WHITE,
    circle,
    dots,
    group,
    line,
    number,
    rect,
    shape,
    symbol,
    use,
)
from courses.starter.drawing.marks import rays
from courses.starter.drawing.things import whorl

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


def house(x: float, y: float, scale: float = 1, mark: str = "") -> str:
    """A wooden village house. `x, y`: middle of its foot; 60 × 52. `mark` (own units about the gable): the centre."""
    drawn = shape("M-24 -28L0 -48L24 -28V0H-24Z") + line("M-30 -24L0 -52L30 -24", WHITE, 3)
    drawn += shape("M-7 0V-17h14v17", INK) + dots(-19, -6, -11, -6, 5, 3) + dots(13, -6, 20, -6, 5, 3)
    return group(drawn + group(mark or circle(0, 0, 4.5, ORANGE), 0, -31), x, y, scale=scale)


def city(x: float, y: float, scale: float = 1) -> str:
    """Three tall houses of a town. `x, y`: middle of their foot; 66 × 74."""
    drawn = "".join(
        rect(a, -h, 20, h, fill=fill, stroke=WHITE, width=2.2)
        for a, h, fill in ((-32, 52, LIT), (-10, 74, BLUE), (12, 44, LIT))
    )
    return group(
        drawn + line("M-26 -42v34M-18 -42v34M-4 -64v56M4 -64v56M18 -34v26M26 -34v26", WHITE, 3, "0 9"),
        x,
        y,
        scale=scale,
    )


def hill(x: float, y: float, w: float = 160, h: float = 84, colour: str = BLUE) -> str:
    """A two-topped karst hill with a dotted contour. `x, y`: left end of its foot."""
    n = number
    d = (
        f"M{n(x)} {n(y)}c{n(w * 0.12)} -{n(h * 0.7)} {n(w * 0.28)} -{n(h)} {n(w * 0.44)} -{n(h * 0.62)}"
        f"c{n(w * 0.14)} -{n(h * 0.5)} {n(w * 0.34)} -{n(h * 0.42)} {n(w * 0.56)} {n(h * 0.62)}"
    )
    inner = (
        f"M{n(x + w * 0.1)} {n(y - h * 0.08)}c{n(w * 0.1)} -{n(h * 0.52)} {n(w * 0.24)} -{n(h * 0.66)} {n(w * 0.35)} "
        f"-{n(h * 0.36)}c{n(w * 0.12)} -{n(h * 0.4)} {n(w * 0.26)} -{n(h * 0.24)} {n(w * 0.38)} {n(h * 0.2)}"
    )
    return shape(d + "z", colour, "") + line(d) + line(inner, LIT if colour != LIT else WHITE, 3, "0 8")


def sun(x: float, y: float, r: float = 15) -> str:
    """`x, y`: its middle; the rays reach 2.3 × `r`."""
    return circle(x, y, r, ORANGE) + circle(x, y, r + 6, stroke=ORANGE) + rays(x, y, r + 13, r + 20)


def moon(x: float, y: float, r: float = 18) -> str:
    """A crescent open to the right, with three stars. `x, y`: its middle."""
    return group(
        shape("M6 -18A18 18 0 1 0 18 8A15 15 0 0 1 6 -18Z", WHITE, "") + line("M16 -12h0M26 -2h0M24 -22h0", WHITE, 4),
        x,
        y,
        scale=round(r / 18, 2),
    )


def snow(x: float, y: float, r: float = 13) -> str:
    """A flake. `x, y`: its middle."""
    ends = [(r * sin(turn), r * cos(turn)) for turn in (0, pi / 3, 2 * pi / 3)]
    d = "".join(f"M{number(x + a)} {number(y + b)}L{number(x - a)} {number(y - b)}" for a, b in ends)
    return line(d, WHITE, 2.8)


def drop(x: float, y: float, scale: float = 1) -> str:
    """A drop of water. `x, y`: its middle; 14 × 20."""
    return group(shape("M0 -11C5 -3 7 0 7 4A7 7 0 0 1 -7 4C-7 0 -5 -3 0 -11Z", PAPER, INK, 1.8), x, y, scale=scale)


def wind(x: float, y: float, scale: float = 1) -> str:
    """Moving air, to the right. `x, y`: left end of its lower line; 150 × 46."""
    d = (
        "M28 -30a4.5 4.5 0 0 1 9 0a9 9 0 0 1 -18 0a13.5 13.5 0 0 1 "
        "27 0c0 12 20 16 44 10c26 -7 44 -8 66 -2M0 0c30 8 50 -2 78 0"
    )
    return group(line(d, width=2.6), x, y, scale=scale)


def tree(x: float, y: float, scale: float = 1) -> str:
    """A round orange tree. `x, y`: foot of its trunk; 84 × 100; oranges are dots of orange."""
    drawn = line("M0 0V-40M0 -30l14 -14M0 -22l-14 -16", WHITE, 5)
    drawn += shape(
        "M-40 -62C-44 -84 -22 -100 -6 -94C8 -104 36 -96 38 -74C48 -58 "
        "34 -38 16 -42C4 -34 -12 -36 -18 -40C-34 -38 -44 -50 -40 -62Z"
    )
    fruit = "".join(
        circle(a, b, 6.5, ORANGE, INK, 1.8) for a, b in ((-22, -70), (2, -80), (22, -66), (-8, -54), (16, -52))
    )
    return group(drawn + fruit, x, y, scale=scale)


def butterfly(x: float, y: float, rotate: float = 0, scale: float = 1) -> str:
    """The batik butterfly. `x, y`: its middle; 80 × 74."""
    half = shape("M-2 -4C-12 -32 -38 -40 -40 -22C-42 -6 -22 2 -4 2Z", WHITE, "") + shape(
        "M-3 4C-18 4 -34 12 -30 26C-26 38 -6 30 -2 10Z", WHITE, ""
    )
    half += whorl(-23, -18, 2.7, 4, INK, 2.4)
    return group(
        half
        + group(half, mirror=True)
        + shape("M0 -14C5 -10 5 25 0 34C-5 25 -5 -10 0 -14Z", ORANGE, INK, 2)
        + line("M-2 -12C-6 -24 -10 -30 -16 -32M2 -12C6 -24 10 -30 16 -32"),
        x,
        y,
        rotate,
        scale,
    )


def awning(x: float, y: float, w: float = 180, h: float = 34) -> str:
    """A stall's striped awning with a scalloped edge. `x, y`: upper left."""
    count = max(4, round(w / 30))
    n, step = number, w / count
    half = n(step / 2)
    stripe = f"h{n(step)}v{n(h)}a{half} {half} 0 0 1 -{n(step)} 0z"
    blue = "".join(f"M{n(x + i * step)} {n(y)}{stripe}" for i in range(0, count, 2))
    white = "".join(f"M{n(x + i * step)} {n(y)}{stripe}" for i in range(1, count, 2))
    return shape(blue, width=2) + shape(white, WHITE, INK, 2)


__all__ = ["awning", "butterfly", "city", "drop", "hill", "house", "moon", "snow", "sun", "tree", "truck", "wind"]
