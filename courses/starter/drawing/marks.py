"""Signs that say something: right and wrong, talk, movement, time, people."""

from math import cos, pi, sin

from courses.starter.drawing.base import (
    BLUE,
    INK,
    LIT,
    ORANGE,
    WHITE,
    circle,
    group,
    line,
    number,
    shape,
    symbol,
    use,
)
from courses.starter.drawing.things import whorl


def tick(x: float, y: float, scale: float = 1, colour: str = WHITE, width: float = 4) -> str:
    """Right. `x, y`: its middle; 24 × 18."""
    return group(line("M-11 0l8 9 14 -17", colour, width), x, y, scale=scale)


def tick_seal(x: float, y: float, r: float = 20) -> str:
    """A white disc with an indigo tick in a ring of dots. `x, y`: its middle; the dots stand 5 outside `r`."""
    return (
        circle(x, y, r, WHITE) + tick(x, y, r / 20, INK, 4.5) + circle(x, y, r + 5, stroke=WHITE, width=2, dash="0 5.5")
    )


def cross(x: float, y: float, size: float = 12, colour: str = WHITE) -> str:
    """Wrong: a cross with a dark edge. `x, y`: its middle; `size` across. Large ones may strike a thing out."""
    h, width = size / 2, max(3.4, size / 8)
    d = (
        f"M{number(x - h)} {number(y - h)}l{number(size)} "
        f"{number(size)}m0 -{number(size)}l-{number(size)} {number(size)}"
    )
    return line(d, INK, width + 4.5) + line(d, colour, width)


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
    x: float, y: float, w: float = 60, h: float = 36, tail: str = "left", fill: str = WHITE, stroke: str = INK
) -> str:
    """What somebody says. `x, y`: upper left; `tail`: "left", "right" (12 below the foot) or "" for none."""
    n, r = number, min(10, h / 3)
    foot = {
        "left": f"h-{n(w - 2 * r - 22)}l-14 12v-12h-8",
        "right": f"h-8v12l-14 -12h-{n(w - 2 * r - 22)}",
        "": f"h-{n(w - 2 * r)}",
    }[tail]
    d = (
        f"M{n(x + r)} {n(y)}h{n(w - 2 * r)}a{n(r)} {n(r)} 0 0 1 {n(r)} "
        f"{n(r)}v{n(h - 2 * r)}a{n(r)} {n(r)} 0 0 1 -{n(r)} {n(r)}"
        f"{foot}a{n(r)} {n(r)} 0 0 1 -{n(r)} -{n(r)}v-{n(h - 2 * r)}a{n(r)} {n(r)} 0 0 1 {n(r)} -{n(r)}z"
    )
    return shape(d, fill, stroke, 2.2)


def writing(x: float, y: float, w: float = 50, rows: int = 2, colour: str = LIT) -> str:
    """Rows of "text", 11 apart, the last one shorter. `x, y`: left end of the first row."""
    return line(
        "".join(
            f"M{number(x)} {number(y + 11 * i)}h{number(w * (0.65 if i and i == rows - 1 else 1))}" for i in range(rows)
        ),
        colour,
        3.6,
    )


def waves(x: float, y: float, count: int = 3, rotate: float = 0, colour: str = WHITE, size: float = 10) -> str:
    """Speech or ringing: arcs that grow from `x, y` to the right."""
    n = number
    radii = [i * size for i in range(1, count + 1)]
    d = "".join(f"M{n(r * 0.7)} {n(-r * 0.7)}a{n(r)} {n(r)} 0 0 1 0 {n(r * 1.4)}" for r in radii)
    return group(line(d, colour, 3), x, y, rotate)


def shake(x: float, y: float, rotate: float = 0) -> str:
    """Two movement arcs beside a thing moved at `x, y`, which is on their right below."""
    return group(line("M-18 18C-14 -2 0 -14 16 -16M-30 6C-26 -4 -20 -12 -10 -18", WHITE, 3), x, y, rotate)


def rays(x: float, y: float, r1: float = 24, r2: float = 32, colour: str = ORANGE, count: int = 8) -> str:
    """Short rays round `x, y`, from `r1` to `r2`: it shines, flashes or is new."""
    ends = [(sin(turn), -cos(turn)) for turn in (2 * pi * i / count for i in range(count))]
    d = "".join(f"M{number(r1 * a)} {number(r1 * b)}L{number(r2 * a)} {number(r2 * b)}" for a, b in ends)
    return group(line(d, colour, 3), x, y)


def shield(x: float, y: float, scale: float = 1, content: str = "") -> str:
    """A shield. `x, y`: its middle; 48 × 58; `content` in units of its own, 0, 0 the middle (default: a tick)."""
    drawn = shape("M0 -29C8 -23 16 -21 24 -21V-1C24 13 14 21 0 29C-14 21 -24 13 -24 -1V-21C-16 -21 -8 -23 0 -29Z")
    drawn += line(
        "M0 -21C6 -18 12 -16 18 -16V-1C18 9 10 16 0 22C-10 16 -18 9 -18 -1V-16C-12 -16 -6 -18 0 -21Z", WHITE, 2.2, "0 5"
    )
    return group(drawn + (content or tick(0, 0, 0.9, ORANGE, 5.5)), x, y, scale=scale)


def star(x: float, y: float, r: float = 10, fill: str = ORANGE, stroke: str = INK) -> str:
    """A five-pointed star. `x, y`: its middle."""
    d = "M0 -10L2.9 -3.1L10 -3.1L4.3 1.6L6.2 9L0 4.8L-6.2 9L-4.3 1.6L-10 -3.1L-2.9 -3.1Z"
    return group(shape(d, fill, stroke, 1.8), x, y, scale=round(r / 10, 2))


def heart(x: float, y: float, r: float = 10, fill: str = ORANGE) -> str:
    """A heart. `x, y`: its middle; about 2 × `r` across."""
    return group(
        shape("M0 9C-14 -1 -10 -10 -5 -10C-2 -10 0 -8 0 -5C0 -8 2 -10 5 -10C10 -10 14 -1 0 9Z", fill, INK, 1.8),
        x,
        y,
        scale=round(r / 10, 2),
    )


def bell(x: float, y: float, scale: float = 1, ringing: bool = True, colour: str = ORANGE) -> str:
    """A bell. `x, y`: its middle; 40 × 44."""
    drawn = circle(0, 17, 5, colour, INK, 2) + shape(
        "M-18 12C-12 6 -14 -4 -12 -9C-10 -18 10 -18 12 -9C14 -4 12 6 18 12Z", colour, INK, 2.2
    )
    drawn += line("M0 -16v-5", colour, 4)
    return group(
        drawn + (line("M-24 -12c-4 6 -4 12 0 18M24 -12c4 6 4 12 0 18", WHITE, 3) if ringing else ""), x, y, scale=scale
    )


def clock(x: float, y: float, r: float = 40, hands: tuple[float, float] = (300, 60)) -> str:
    """A clock face with dots for the hours. `x, y`: its middle; `hands`: degrees of the short and the long hand."""
    face = circle(0, 0, r, WHITE, INK) + circle(
        0, 0, r - 7, stroke=BLUE, width=3.4, dash=f"0 {number(pi * (r - 7) / 6)}"
    )
    short = group(line(f"M0 0V-{number(r * 0.4)}", INK, 4), rotate=hands[0])
    long = group(line(f"M0 0V-{number(r * 0.62)}", ORANGE, 4), rotate=hands[1])
    return group(face + short + long, x, y)


def ring(x: float, y: float, r: float = 16, filled: bool = False, colour: str = WHITE) -> str:
    """A step: an empty ring, or a filled one. `x, y`: its middle."""
    return circle(x, y, r, stroke=colour, width=3) + (circle(x, y, r * 0.55, colour) if filled else "")


def head(x: float, y: float, r: float = 14, sign: str = "", colour: str = BLUE) -> str:
    """A person as in a chat: a disc with a sign for a face. `x, y`: its middle.

    `sign`: "buffalo", "butterfly", "drum", "fern", "fish", "whorl", or a fragment about 0, 0 within ± 10.
    """
    inside = use(f"sign-{sign}") if f"sign-{sign}" in SIGNS else sign
    return group(circle(0, 0, 14, colour, WHITE, 2.2) + inside, x, y, scale=round(r / 14, 2))


SIGNS = [
    symbol("sign-buffalo", line("M-9 -8c1 7 5 8 9 8s8 -1 9 -8", WHITE, 3) + shape("M-5 -1h10l-2 10h-6z", WHITE, "")),
    symbol(
        "sign-butterfly",
        shape(
            "M-1 0C-4 -9 -11 -9 -10 -3C-9 2 "
            "-4 1 -1 0C-8 2 -9 9 -5 9C-2 9 -1 "
            "4 -1 0ZM1 0C4 -9 11 -9 10 -3C9 "
            "2 4 1 1 0C8 2 9 9 5 9C2 9 1 4 1 0Z",
            WHITE,
            "",
        ),
    ),
    symbol("sign-drum", shape("M-9 -4C-6 0 -6 4 -9 8H9C6 4 6 0 9 -4Z", WHITE, "") + line("M-9 -6H9", WHITE, 4)),
    symbol(
        "sign-fern",
        line("M-3 10C0 2 2 -2 0 -6a4 4 0 1 0 -4 4", WHITE, 2.4)
        + line("M0 3l6 -3M-1 7l6 -2M0 3l-5 -3M-1 7l-6 -3", WHITE, 2),
    ),
    symbol(
        "sign-fish", shape("M-10 0C-6 -7 1 -7 5 -1L10 -6V6L5 1C1 7 -6 7 -10 0Z", WHITE, "") + line("M-6 -1h0", INK, 2.4)
    ),
    symbol("sign-whorl", whorl(-1, 0, 1.8, 5, width=1.8)),
]


def gear(x: float, y: float, r: float = 14, colour: str = WHITE) -> str:
    """A toothed wheel: settings, rules. `x, y`: its middle."""
    gap = number(2 * pi * 12 / 16)
    wheel = f'<circle r="12" stroke="{colour}" stroke-width="5" stroke-dasharray="{gap}" stroke-linecap="butt"/>'
    return group(wheel + circle(0, 0, 7.5, stroke=colour, width=5), x, y, scale=round(r / 14, 2))


__all__ = [
    "arrow",
    "bell",
    "bubble",
    "clock",
    "cross",
    "gear",
    "head",
    "heart",
    "rays",
    "ring",
    "shake",
    "shield",
    "star",
    "tick",
    "tick_seal",
    "waves",
    "writing",
]
