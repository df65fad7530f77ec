"""Signs that say something: right and wrong, talk, sound, movement, danger."""

from math import cos, pi, sin

from courses.starter.drawing.parts.strokes import (
    INK,
    ORANGE,
    WHITE,
    circle,
    dotted,
    group,
    line,
    number,
    shape,
)


def tick(x: float, y: float, scale: float = 1, colour: str = WHITE) -> str:
    """Right. `x, y`: 10 right of its left end; 20 × 16."""
    return group(line("M-10 0l7 8 13 -16", colour, 4.2), x, y, scale=scale)


def tick_seal(x: float, y: float, r: float = 20) -> str:
    """A white disc with an indigo tick in a ring of dots. `x, y`: its middle; the dots stand 5 outside `r`."""
    return circle(x, y, r, WHITE) + tick(x, y, r / 20, INK) + circle(x, y, r + 5, stroke=WHITE, width=2, dash="0 5.5")


def cross(x: float, y: float, scale: float = 1, colour: str = WHITE) -> str:
    """Wrong: a cross with a dark edge, so that it reads on any ground. `x, y`: its middle; 18 across."""
    across = number(18 * scale)
    d = f"M{number(x - 9 * scale)} {number(y - 9 * scale)}l{across} {across}m0 -{across}l-{across} {across}"
    return line(d, INK, max(7.9, 9 * scale)) + line(d, colour, max(3.4, 4.4 * scale))


def arrow(x1: float, y1: float, x2: float, y2: float, bend: float = 0, colour: str = ORANGE, width: float = 3.6) -> str:
    """An arrow; `bend` pushes its middle to the left of the way (user units)."""
    dx, dy = x2 - x1, y2 - y1
    length = (dx * dx + dy * dy) ** 0.5
    qx, qy = (x1 + x2) / 2 + dy / length * 2 * bend, (y1 + y2) / 2 - dx / length * 2 * bend
    ex, ey = x2 - qx, y2 - qy
    size = 11 / (ex * ex + ey * ey) ** 0.5
    ex, ey = ex * size, ey * size
    n = number
    head = (
        f"M{n(x2 - ex + ey * 0.8)} {n(y2 - ey - ex * 0.8)}L{n(x2)} "
        f"{n(y2)}L{n(x2 - ex - ey * 0.8)} {n(y2 - ey + ex * 0.8)}"
    )
    return line(f"M{n(x1)} {n(y1)}Q{n(qx)} {n(qy)} {n(x2)} {n(y2)}{head}", colour, width)


def bubble(
    x: float, y: float, w: float = 88, h: float = 60, tail: str = "left", fill: str = WHITE, stroke: str = INK
) -> str:
    """What somebody says. `x, y`: upper left; `tail`: "left" or "right", 16 below the foot."""
    foot = f"l4 16l-20 -16h-{number(w - 40)}" if tail == "right" else f"h-{number(w - 40)}l-20 16l4 -16"
    side = number(h - 24)
    d = (
        f"M{number(x + 12)} {number(y)}h{number(w - 24)}a12 12 0 0 1 12 12v{side}a12 12 0 0 1 -12 12"
        f"{foot}a12 12 0 0 1 -12 -12v-{side}a12 12 0 0 1 12 -12z"
    )
    return shape(d, fill, stroke)


def waves(x: float, y: float, scale: float = 1) -> str:
    """A voice: three arcs that open and grow to the right from `x, y`; 32 × 40."""
    arcs = "".join(f"M{9 * n} -{8 + 6 * n}a{14 + 9 * n} {14 + 9 * n} 0 0 1 0 {16 + 12 * n}" for n in range(3))
    return group(line(arcs, width=3), x, y, scale=scale)


def rays(x: float, y: float, r1: float = 24, r2: float = 32, colour: str = ORANGE, count: int = 8) -> str:
    """Short rays round `x, y`, from `r1` to `r2`: it shines, flashes or is new."""
    ends = [(sin(turn), -cos(turn)) for turn in (2 * pi * i / count for i in range(count))]
    d = "".join(f"M{number(r1 * a)} {number(r1 * b)}L{number(r2 * a)} {number(r2 * b)}" for a, b in ends)
    return group(line(d, colour, 3), x, y)


def glint(x: float, y: float, r: float = 24) -> str:
    """Three short strokes above a thing of radius `r` at `x, y`: look here, it is new or clean."""
    out = number(r * 0.7)
    return group(line(f"M0 -{number(r)}v-9M{out} -{out}l6 -6M-{out} -{out}l-6 -6", ORANGE, 3), x, y)


def shield(x: float, y: float, scale: float = 1) -> str:
    """A shield with a tick, 96 × 116. `x, y`: middle of its upper edge."""
    drawn = shape("M0 0C16 12 32 16 48 16V56C48 84 28 100 0 116C-28 100 -48 84 -48 56V16C-32 16 -16 12 0 0Z")
    drawn += dotted("M0 12C13 21 26 25 38 26V56C38 76 24 90 0 103C-24 90 -38 76 -38 56V26C-26 25 -13 21 0 12")
    return group(drawn + tick(0, 58, 1.8), x, y, scale=scale)


def bell(x: float, y: float, scale: float = 1) -> str:
    """A bell, 40 × 52. `x, y`: its middle."""
    drawn = shape("M-20 16C-14 8 -16 -8 -12 -14C-8 -22 8 -22 12 -14C16 -8 14 8 20 16Z", ORANGE)
    return group(drawn + line("M-5 20a5 5 0 0 0 10 0M0 -20v-6", width=3), x, y, scale=scale)


def lock(x: float, y: float, scale: float = 1) -> str:
    """A padlock, 34 × 46. `x, y`: middle of the upper edge of its body."""
    drawn = line("M-10 0v-10a10 10 0 0 1 20 0V0", width=4) + shape("M-17 0h34v26h-34z", ORANGE)
    return group(drawn + line("M0 10v7", width=4), x, y, scale=scale)


def fish_hook(x: float, y: float, drop: float = 60) -> str:
    """A hook on a thread. `x, y`: upper end of the thread, `drop` long; the hook, 72 high, opens to the left."""
    steel = circle(0, 0, 5, stroke=ORANGE, width=3.6) + line("M0 6v40a20 20 0 0 1 -40 0v-12l13 12", ORANGE, 5.4)
    return line(f"M{number(x)} {number(y)}v{number(drop - 6)}", width=2) + group(steel, x, y + drop)


def star(x: float, y: float, r: float = 10, fill: str = ORANGE, stroke: str = INK) -> str:
    """A five-pointed star. `x, y`: its middle."""
    d = "M0 -10L2.9 -3.1L10 -3.1L4.3 1.6L6.2 9L0 4.8L-6.2 9L-4.3 1.6L-10 -3.1L-2.9 -3.1Z"
    return group(shape(d, fill, stroke, 1.8), x, y, scale=round(r / 10, 2))


def rated(x: float, y: float, lit: int, step: float = 36, r: float = 16) -> str:
    """Five stars in a row, `step` apart, the first `lit` orange. `x, y`: middle of the first."""
    return "".join(star(x + step * i, y, r, ORANGE if i < lit else WHITE) for i in range(5))


def heart(x: float, y: float, r: float = 10, fill: str = ORANGE) -> str:
    """A heart. `x, y`: its middle; about 2 × `r` across."""
    return group(
        shape("M0 9C-14 -1 -10 -10 -5 -10C-2 -10 0 -8 0 -5C0 -8 2 -10 5 -10C10 -10 14 -1 0 9Z", fill, INK, 1.8),
        x,
        y,
        scale=round(r / 10, 2),
    )


__all__ = [
    "arrow",
    "bell",
    "bubble",
    "cross",
    "fish_hook",
    "glint",
    "heart",
    "lock",
    "rated",
    "rays",
    "shield",
    "star",
    "tick",
    "tick_seal",
    "waves",
]
