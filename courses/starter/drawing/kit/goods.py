"""What is grown, packed, weighed and paid."""

from courses.starter.drawing.base import symbol
from courses.starter.drawing.kit.strokes import (
    DEEP,
    GLOW,
    INDIGO,
    ORANGE,
    PAPER,
    SKY,
    WHITE,
    at,
    disc,
    dotted,
    line,
    rect,
    shape,
)

symbol(
    "o",
    f'<circle r="20" fill="{ORANGE}" stroke="{INDIGO}" stroke-width="2.6"/>'
    f'<path d="M-13 -4a14 14 0 0 1 8 -9" stroke="{GLOW}" stroke-width="3"/><path d="M2 -12l3 2.5 3.5 -1 -1.5 3.5 1.5 3 '
    f'-3.5 -.5 -2.5 2.5 -.8 -3.5 -3.2 -1.5 3 -1.5z" fill="{INDIGO}"/>',
)
symbol(
    "m",
    f'<path d="M-1 2c2 -7 13 -8 16 -1c2 6 -3 14 -9 14c-7 0 -9 -7 -7 -13z" fill="{SKY}" stroke="{WHITE}" '
    f'stroke-width="2"/><circle cx="7" cy="5" r="4" stroke="{WHITE}" stroke-width="1.8"/>'
    f'<path d="M7 5h0M-6 9h0M-10 4h0M1 16.5h0" stroke="{WHITE}" stroke-width="3"/>',
)

SPIRAL = "M-2 0a2.6 2.6 0 0 1 5.2 0a5.2 5.2 0 0 1 -10.4 0a7.8 7.8 0 0 1 15.6 0a10.4 10.4 0 0 1 -20.8 0a13 13 0 0 1 26 0"


def orange(x: float, y: float, size: float = 1, *, bad: bool = False) -> str:
    """An orange of radius 20 × size; a bad one has a blue patch with a ring. The scene's definitions are added for it."""
    place = f'transform="translate({x:g} {y:g}) scale({size:g})"'
    return f'<use href="#o" {place}/>' + (f'<use href="#m" {place}/>' if bad else "")


def box(w: float = 112, h: float = 84, deep: float = 22, *, open_top: bool = False, tape: bool = False) -> str:
    """A carton: front w × h from (0, 0) down, lid running back by `deep`. An open one shows the dark inside."""
    front = shape(f"M0 0h{w:g}v{h:g}h-{w:g}z")
    side = shape(f"M{w:g} 0l{deep:g} -{deep:g}v{h:g}l-{deep:g} {deep:g}z", DEEP)
    top = shape(f"M0 0l{deep:g} -{deep:g}h{w:g}l-{deep:g} {deep:g}z", DEEP if open_top else SKY)
    middle, strip = w / 2, w / 7
    band = shape(
        f"M{middle - strip:g} {h / 4:g}v-{h / 4:g}l{deep:g} -{deep:g}h{strip:g}l-{deep:g} {deep:g}v{h / 4:g}z",
        PAPER,
        INDIGO,
        2,
    )
    return top + side + front + (band if tape else "")


def box_of_oranges(w: float = 128, h: float = 58) -> str:
    """An open carton with two rows of oranges; front w × h from (0, 0) down, fruit up to y = -34."""
    back = "".join(orange(22 + n * 28, -14, 0.8) for n in range(int((w - 16) // 28) + 1))
    row = "".join(orange(12 + n * 26, -2, 0.8) for n in range(int((w - 8) // 26) + 1))
    return (
        shape(f"M0 0l18 -16h{w:g}l-18 16z", DEEP)
        + back
        + row
        + shape(f"M{w:g} 0l18 -16v{h:g}l-18 16z", DEEP)
        + shape(f"M0 0h{w:g}v{h:g}h-{w:g}z")
        + at(w / 2, h / 2, whorl())
        + dotted(f"M12 {h / 2:g}h{w / 5:g}M{w - 12 - w / 5:g} {h / 2:g}h{w / 5:g}")
    )


def whorl(size: float = 1) -> str:
    """The spiral of half circles, radius about 16 × size round (0, 0)."""
    return at(0, 0, line(SPIRAL, WHITE, 2.2), size=size)


def coin(x: float, y: float, r: float = 14) -> str:
    """A coin with the yuan sign drawn as strokes."""
    k = r / 14
    sign = "M-6 -8l6 7 6 -7M0 -1v10M-6 2h12M-6 6h12"
    return disc(x, y, r, fill=ORANGE, edge=WHITE, width=2) + at(x, y, line(sign, WHITE, 2.4), size=round(k, 2))


def coins(x: float, y: float, number: int) -> str:
    """A stack of coins seen from the side, growing up from (x, y)."""
    return "".join(
        rect(x - 20, y - 9 * (n + 1), 40, 9, fill=ORANGE, edge=INDIGO, width=2, round_by=4) for n in range(number)
    )


def tag(w: float = 48, h: float = 62) -> str:
    """A price tag hanging from a string at (w / 2, 0)."""
    return (
        line(f"M{w / 2:g} 12C{w / 2:g} -6 {w / 2 + 12:g} -14 {w / 2 + 22:g} -14", WHITE, 2.2)
        + shape(f"M0 22L{w / 2:g} 0L{w:g} 22V{h:g}H0Z", PAPER, INDIGO)
        + disc(w / 2, 14, 4, fill=INDIGO, edge=INDIGO, width=1)
        + at(w / 2, 42, line("M-8 -10l8 9 8 -9M0 -1v13M-8 3h16M-8 8h16", ORANGE, 3))
    )


def pan_scale(x: float, y: float) -> str:
    """A kitchen scale standing on y, 110 wide, its pan at y - 64 for goods."""
    return at(
        x,
        y,
        shape("M-40 0L-30 -44H30L40 0Z")
        + disc(0, -20, 15, fill=WHITE, edge=INDIGO)
        + line("M0 -20l7 -8", ORANGE, 3)
        + line("M0 -44v-10", WHITE, 4)
        + shape("M-58 -62h116c-6 10 -20 12 -32 12h-52c-12 0 -26 -2 -32 -12z", PAPER, INDIGO),
    )


def basket(x: float, y: float, w: float = 84, h: float = 46) -> str:
    """A woven basket standing on y; goods lie at its rim, y - h."""
    weave = "".join(line(f"M{w * k:g} 4v{h - 8:g}", SKY, 2) for k in (-0.25, -0.1, 0.1, 0.25))
    return at(
        x,
        y - h,
        shape(f"M-{w / 2:g} 0h{w:g}l-{w / 8:g} {h:g}h-{w * 0.75:g}z")
        + weave
        + dotted(f"M-{w / 2 - 8:g} {h / 2:g}h{w - 16:g}"),
    )
