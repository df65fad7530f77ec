"""What grows and is made: fruit, peanuts, pork, rice, leaves. Lengths are SVG user units; `x, y` is named each time."""

from courses.starter.drawing.parts.strokes import (
    BLUE,
    DARK,
    GLOW,
    INK,
    LIT,
    ORANGE,
    PAPER,
    WHITE,
    circle,
    dotted,
    group,
    line,
    number,
    shape,
    symbol,
    use,
)

_PEEL = circle(0, 0, 20, ORANGE, INK, 2.6) + line("M-13 -4a14 14 0 0 1 8 -9", GLOW, 3)
PEEL = symbol("peel", _PEEL)
FRUIT = symbol(
    "fruit",
    _PEEL + f'<path d="M2 -12l3 2.5 3.5 -1 -1.5 3.5 1.5 3 -3.5 -.5 -2.5 2.5 -.8 -3.5 -3.2 -1.5 3 -1.5z" fill="{INK}"/>',
)
MOULD = symbol(
    "mould",
    shape("M-1 2c2 -7 13 -8 16 -1c2 6 -3 14 -9 14c-7 0 -9 -7 -7 -13z", LIT, WHITE, 2)
    + circle(7, 5, 4, stroke=WHITE, width=1.8)
    + line("M7 5h0M-6 9h0M-10 4h0M1 16.5h0", width=3),
)


def orange(x: float, y: float, scale: float = 1, star: bool = True) -> str:
    """An orange, radius 20. `x, y`: its middle. Without `star` its navel is turned away."""
    return use(FRUIT if star else PEEL, x, y, scale=scale)


def orange_bad(x: float, y: float, scale: float = 1) -> str:
    """An orange with a mouldy patch, radius 20. `x, y`: its middle."""
    return use(FRUIT, x, y, scale=scale) + use(MOULD, x, y, scale=scale)


def oranges(x: float, y: float, count: int, gap: float = 30, scale: float = 0.8) -> str:
    """A row of `count` oranges, the first at `x, y`, every other one 3 higher."""
    return "".join(orange(x + i * gap, y - 3 * (i % 2), scale) for i in range(count))


HALF = symbol(
    "half",
    circle(0, 0, 20, ORANGE, INK)
    + circle(0, 0, 15, GLOW, GLOW, 1)
    + line("M0 -13v26M-11.3 -6.5l22.6 13M11.3 -6.5l-22.6 13", ORANGE, 2.4),
)


def orange_half(x: float, y: float, scale: float = 1) -> str:
    """The cut face of an orange, radius 20. `x, y`: its middle."""
    return use(HALF, x, y, scale=scale)


CRATE = symbol(
    "crate",
    shape("M0 0l9 -12h64l-9 12z", LIT, INK)
    + orange(15, -10, 0.55)
    + orange(37, -10, 0.55)
    + orange(57, -11, 0.55)
    + shape("M64 0l9 -12v40l-9 12z", DARK, INK)
    + shape("M0 0h64v40h-64z", BLUE, INK)
    + dotted("M8 20h50", width=3),
)


def crate(x: float, y: float, scale: float = 1) -> str:
    """A small box of three oranges with dark lines, for a screen. `x, y`: upper left of its front, 64 × 40."""
    return use(CRATE, x, y, scale=scale)


def leaf(x: float, y: float, rotate: float = 0, scale: float = 1) -> str:
    """A leaf 24 long from its stalk at `x, y` to the right."""
    return group(
        shape("M0 0c6 -12 17 -12 24 -8c-4 10 -15 13 -24 8z", WHITE, INK, 2) + line("M4 -1l12 -5", INK, 1.8),
        x,
        y,
        rotate,
        scale,
    )


PEANUT = symbol(
    "peanut",
    shape(
        "M0 -18C9 -18 12 -10 9 -4C7 0 7 2 9 6C13 13 9 20 0 20C-9 20 -13 13 -9 6C-7 2 -7 0 -9 -4C-12 -10 -9 -18 0 -18Z",
        PAPER,
        INK,
    )
    + line("M-3 -12v6M3 -13v6M-4 8v6M2 7v8M6 8v4", LIT, 1.8),
)


def peanut(x: float, y: float, rotate: float = 0, scale: float = 1) -> str:
    """A peanut in its shell, upright, 22 × 38. `x, y`: its middle."""
    return use(PEANUT, x, y, rotate, scale)


def bacon(x: float, y: float, h: float = 92, rotate: float = 0) -> str:
    """A strip of smoked pork, 30 wide, `h` long. `x, y`: middle of its upper edge."""
    bend = round(h / 3)
    streak = f"c-4 {bend} 3 {2 * bend} -1 {number(h - 8)}"
    strip = shape(
        f"M-14 0c-4 {bend} 3 {2 * bend} -1 {number(h)}c8 5 22 5 30 0c-4 -{bend} 3 -{2 * bend} -1 -{number(h)}"
        "c-8 -5 -20 -5 -28 0z",
        PAPER,
        INK,
    )
    return group(strip + line(f"M-6 5{streak}", BLUE, 7) + line(f"M6 5{streak}", LIT, 4), x, y, rotate)


def rice_ear(x: float, y: float, scale: float = 1, colour: str = WHITE) -> str:
    """A drooping ear of rice with one blade, 50 × 62. `x, y`: 30 above its foot."""
    stalk = line("M0 30C-2 -14 16 -44 36 2M0 22C-8 12 -14 0 -13 -14", colour, 2.6)
    grains = line(
        "M9 -20l1 -7M12 -18l7 -2M15 -23l4 -6M16 -20l7 1M21 -22l7 -2M20 -19l5 5"
        "M26 -18l7 1M24 -15l2 7M32 -10l6 3M29 -8l0 7M37 0l6 4M34 1l-1 7",
        colour,
        5,
    )
    return group(stalk + grains, x, y, scale=scale)


def butterfly(x: float, y: float, scale: float = 1, wing: str = WHITE, mark: str = INK) -> str:
    """The butterfly of the cloth, 80 × 74, with an orange body. `x, y`: its middle."""
    half = shape(
        "M-2 -4C-12 -32 -38 -40 -40 -22C-42 -6 -22 2 -4 2ZM-3 4C-18 4 -34 12 -30 26C-26 38 -6 30 -2 10Z", wing, ""
    )
    half += line("M-23 -18a2.7 2.7 0 0 1 5.4 0a5.4 5.4 0 0 1 -10.8 0a8.1 8.1 0 0 1 16.2 0", mark, 2.4)
    half += line("M-20 20h0M-12 22h0M-8 -6h0", mark, 3)
    feelers = line("M-2 -14C-6 -26 -10 -32 -16 -34M2 -14C6 -26 10 -32 16 -34", wing)
    body = shape("M0 -16C5 -12 5 22 0 32C-5 22 -5 -12 0 -16Z", ORANGE, mark, 1.6)
    return group(half + group(half, mirror=True) + feelers + body, x, y, scale=scale)


def whorl(
    x: float, y: float, step: float = 2.6, turns: int = 5, colour: str = WHITE, width: float = 2.4, mirror: bool = False
) -> str:
    """The batik spiral of half circles that grow by one step, from `x, y`; about step × turns in radius."""
    d, side = f"M{number(x)} {number(y)}", -1 if mirror else 1
    for i in range(1, turns + 1):
        r, across = number(i * step), number(2 * i * step * side * (1 if i % 2 else -1))
        d += f"a{r} {r} 0 0 {0 if mirror else 1} {across} 0"
    return line(d, colour, width)


__all__ = [
    "bacon",
    "butterfly",
    "crate",
    "leaf",
    "orange",
    "orange_bad",
    "orange_half",
    "oranges",
    "peanut",
    "rice_ear",
    "whorl",
]
