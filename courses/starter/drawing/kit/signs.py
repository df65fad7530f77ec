"""What is said: marks, bubbles, papers, warnings."""

from courses.starter.drawing.kit.strokes import INDIGO, ORANGE, PAPER, SKY, WHITE, at, disc, dotted, line, rect, shape


def paper(w: float = 80, h: float = 104, *, lines: int = 5) -> str:
    """A sheet with lines of writing, from (0, 0)."""
    step = (h - 24) / max(lines, 1)
    rows = "".join(line(f"M12 {16 + n * step:g}h{w - 24 - (14 if n % 2 else 0):g}", SKY, 3.4) for n in range(lines))
    return rect(0, 0, w, h, fill=PAPER, edge=INDIGO, width=2.5, round_by=3) + rows


def bubble(w: float = 88, h: float = 60, *, fill: str = WHITE, edge: str = INDIGO, right: bool = False) -> str:
    """A speech bubble from (0, 0); its tail at the lower left, or right."""
    foot = f"l4 16l-20 -16h-{w - 40:g}" if right else f"h-{w - 40:g}l-20 16l4 -16"
    sides = (
        f"a12 12 0 0 1 12 12v{h - 24:g}a12 12 0 0 1 -12 12{foot}a12 12 0 0 1 -12 -12v-{h - 24:g}a12 12 0 0 1 12 -12z"
    )
    return shape(f"M12 0h{w - 24:g}{sides}", fill, edge)


def tick(x: float, y: float, size: float = 1, colour: str = WHITE) -> str:
    return line(f"M{x - 10 * size:g} {y:g}l{7 * size:g} {8 * size:g} {13 * size:g} -{16 * size:g}", colour, 4.2 * size)


def cross(x: float, y: float, size: float = 1, colour: str = WHITE) -> str:
    """A cross with a dark rim, so that it reads on any ground."""
    d = f"M{x - 9 * size:g} {y - 9 * size:g}l{18 * size:g} {18 * size:g}m0 -{18 * size:g}l-{18 * size:g} {18 * size:g}"
    return line(d, INDIGO, 9 * size) + line(d, colour, 4.4 * size)


def arrow(x: float, y: float, length: float = 40, *, turn: float = 0, colour: str = ORANGE) -> str:
    """An arrow from (x, y) to the right, turned clockwise."""
    return at(x, y, line(f"M0 0h{length:g}M{length - 10:g} -9l10 9 -10 9", colour, 3.6), turn=turn)


def waves(x: float, y: float, *, turn: float = 0, number: int = 3) -> str:
    """Sound: arcs opening to the right."""
    return at(
        x,
        y,
        "".join(
            line(f"M{n * 9:g} -{8 + n * 6:g}a{14 + n * 9:g} {14 + n * 9:g} 0 0 1 0 {16 + n * 12:g}", WHITE, 3)
            for n in range(number)
        ),
        turn=turn,
    )


def rays(x: float, y: float, r: float = 24) -> str:
    """Three short strokes: look here."""
    return at(x, y, line(f"M0 -{r:g}v-9M{r * 0.7:g} -{r * 0.7:g}l6 -6M-{r * 0.7:g} -{r * 0.7:g}l-6 -6", ORANGE, 3))


def magnifier(x: float, y: float, r: float = 24) -> str:
    return disc(x, y, r, fill="none", width=4) + line(
        f"M{x + r * 0.7:g} {y + r * 0.7:g}l{r * 0.9:g} {r * 0.9:g}", WHITE, 7
    )


def shield(x: float, y: float, size: float = 1) -> str:
    """A shield with a tick, about 96 × 116 × size, its top edge at y."""
    body = shape("M0 0C16 12 32 16 48 16V56C48 84 28 100 0 116C-28 100 -48 84 -48 56V16C-32 16 -16 12 0 0Z")
    return at(
        x,
        y,
        body
        + dotted("M0 12C13 21 26 25 38 26V56C38 76 24 90 0 103C-24 90 -38 76 -38 56V26C-26 25 -13 21 0 12")
        + tick(0, 58, 1.8),
        size=size,
    )


def bell(x: float, y: float, size: float = 1) -> str:
    body = shape("M-20 16C-14 8 -16 -8 -12 -14C-8 -22 8 -22 12 -14C16 -8 14 8 20 16Z", ORANGE, WHITE) + line(
        "M-5 20a5 5 0 0 0 10 0M0 -20v-6", WHITE, 3
    )
    return at(x, y, body, size=size)


def hook(x: float, y: float, size: float = 1) -> str:
    """A fish hook hanging from (x, y)."""
    return at(x, y, line("M0 0v44a14 14 0 1 1 -28 -2M-28 42l-7 8M-28 42l8 6", ORANGE, 4.4), size=size)


def lock(x: float, y: float, size: float = 1) -> str:
    body = (
        line("M-10 0v-10a10 10 0 0 1 20 0V0", WHITE, 4)
        + shape("M-17 0h34v26h-34z", ORANGE, WHITE)
        + line("M0 10v7", WHITE, 4)
    )
    return at(x, y, body, size=size)


def poster(x: float, y: float, size: float = 1) -> str:
    """The centre's poster: a sheet with a square code and a whorl, 76 × 100 × size from (x, y)."""
    squares = "M16 16h14v14h-14zM46 16h14v14h-14zM16 46h14v14h-14z"
    spots = "M38 18h0M38 30h0M18 38h0M30 38h0M46 38h0M58 40h0M40 48h0M50 50h0M58 58h0M40 58h0"
    body = (
        rect(0, 0, 76, 100, fill=WHITE, edge=INDIGO, round_by=3)
        + shape(squares, WHITE, INDIGO, 3.4)
        + line(spots, INDIGO, 6)
    )
    return at(x, y, body + at(38, 82, line("M-22 0h44", ORANGE, 5)), size=size)
