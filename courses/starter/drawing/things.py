"""Goods, boxes, tools, money and paper. Positions and lengths are SVG user units; `x, y` is named in each docstring."""

from courses.starter.drawing.base import (
    BLUE,
    DARK,
    GLOW,
    INK,
    LIT,
    ORANGE,
    PAPER,
    WHITE,
    circle,
    dots,
    ellipse,
    group,
    line,
    number,
    rect,
    shape,
    symbol,
    use,
)

_PEEL = circle(0, 0, 20, ORANGE, INK, 2.6) + line("M-13 -4a14 14 0 0 1 8 -9", GLOW, 3)
ORANGE_PLAIN = symbol("peel", _PEEL)
ORANGE_SOUND = symbol(
    "orange",
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
    return use(ORANGE_SOUND if star else ORANGE_PLAIN, x, y, scale=scale)


def orange_bad(x: float, y: float, scale: float = 1) -> str:
    """An orange with a mouldy patch, radius 20. `x, y`: its middle."""
    return use(ORANGE_SOUND, x, y, scale=scale) + use(MOULD, x, y, scale=scale)


def oranges(x: float, y: float, count: int, gap: float = 30, scale: float = 0.8) -> str:
    """A row of `count` oranges, the first at `x, y`, every other one 3 higher."""
    return "".join(orange(x + i * gap, y - 3 * (i % 2), scale) for i in range(count))


def leaf(x: float, y: float, rotate: float = 0, scale: float = 1, colour: str = WHITE) -> str:
    """A leaf 24 long from its stalk at `x, y` to the right."""
    return group(
        shape("M0 0c6 -12 17 -12 24 -8c-4 10 -15 13 -24 8z", colour, INK, 2) + line("M4 -1l12 -5", INK, 1.8),
        x,
        y,
        rotate,
        scale,
    )


def whorl(x: float, y: float, step: float = 3.2, turns: int = 5, colour: str = WHITE, width: float = 2.4) -> str:
    """The batik spiral of half circles that grow by one step. `x, y`: its middle; about step × turns in radius."""
    d = f"M{number(x)} {number(y)}"
    for i in range(1, turns + 1):
        r, across = number(i * step), number(2 * i * step * (1 if i % 2 else -1))
        d += f"a{r} {r} 0 0 1 {across} 0"
    return line(d, colour, width)


def box_closed(
    x: float, y: float, w: float = 112, h: float = 84, depth: float = 22, tape: bool = True, ornament: bool = True
) -> str:
    """A carton. `x, y`: upper left of the front face, `w` × `h`; the lid rises `depth` up and to the right."""
    n = number
    drawn = (
        shape(f"M{n(x)} {n(y)}l{depth} -{depth}h{w}l-{depth} {depth}z", LIT)
        + shape(f"M{n(x + w)} {n(y)}l{depth} -{depth}v{h}l-{depth} {depth}z", DARK)
        + shape(f"M{n(x)} {n(y)}h{w}v{h}h-{w}z")
    )
    if tape:
        wide = min(18, w * 0.2)
        left = x + w * 0.43
        drawn += shape(
            f"M{n(left)} {n(y + wide)}v-{n(wide)}l{depth} -{depth}h{n(wide)}l-{depth} {depth}v{n(wide)}z", PAPER, INK, 2
        )
    if ornament:
        step = min(w, h) / 32
        drawn += whorl(x + w / 2 - step, y + h * 0.62, step, 5, width=2.2)
    return drawn


def box_open(
    x: float, y: float, w: float = 128, h: float = 58, depth: float = 18, content: str = "", ornament: bool = True
) -> str:
    """A carton seen into. `x, y`: upper left of the front face; `content` (scene units) stands behind the front.

    The opening reaches `depth` above `y`: oranges at scale 0.85 lie well at y - 8 behind, y + 2 before.
    """
    n = number
    side = f"M{n(x + w)} {n(y)}l{depth} -{n(depth * 0.9)}v{n(h)}l-{depth} {n(depth * 0.9)}z"
    drawn = shape(f"M{n(x)} {n(y)}l{depth} -{n(depth * 0.9)}h{w}l-{depth} {n(depth * 0.9)}z", DARK) + content
    drawn += shape(side, DARK) + shape(f"M{n(x)} {n(y)}h{w}v{h}h-{w}z")
    if ornament:
        middle, step = y + h / 2, min(w, h) / 18
        drawn += whorl(x + w / 2 - step, middle, step, 5)
        if w > 90:
            drawn += dots(x + 12, middle, x + w * 0.28, middle, 9) + dots(x + w * 0.75, middle, x + w - 10, middle, 9)
    return drawn


def box_small(x: float, y: float, w: float = 40, h: float = 28) -> str:
    """A taped carton far away or in a row. `x, y`: upper left of the front face; lid 10 deep."""
    return box_closed(x, y, w, h, 10, ornament=False)


def mat(x: float, y: float, w: float = 292, h: float = 82) -> str:
    """A woven mat on the ground. `x, y`: upper left of its far edge's rectangle; near edge 16 wider on both sides."""
    n = number
    edge = f"M{n(x)} {n(y)}h{n(w)}l16 {n(h)}h-{n(w + 32)}z"
    weave = ""
    for i, down in enumerate(range(15, int(h) - 4, 14)):
        out = 16 * down / h - 8
        weave += f'<path d="M{n(x - out)} {n(y + down)}h{n(w + 2 * out)}" stroke-dashoffset="{11 * (i % 2)}"/>'
    weave = f'<g stroke="{LIT}" stroke-width="1.5" stroke-dasharray="16 6">{weave}</g>'
    return shape(edge, PAPER, "") + weave + line(edge, width=3)


def table_line(y: float = 198, x1: float = 14, x2: float = 314) -> str:
    """The dotted line things stand on."""
    return line(f"M{number(x1)} {number(y)}H{number(x2)}", LIT, 2.5, "1 8")


def counter(y: float = 150, x1: float = 0, x2: float = 328, h: float = 60) -> str:
    """A table or shop counter with a white edge and a row of triangles; `y`: its top."""
    teeth = "".join("l9 12l9 -12" for _ in range(int((x2 - x1) / 18) + 1))
    return (
        rect(x1, y, x2 - x1, h, fill=BLUE)
        + rect(x1, y, x2 - x1, 9, fill=WHITE)
        + f'<path d="M{number(x1)} {number(y + 17)}{teeth}z" fill="{LIT}"/>'
    )


COIN = symbol("coin", line("M-5 -6l5 5 5 -5M0 -1v8M-5 1h10", width=2))


def coin(x: float, y: float, r: float = 11, colour: str = ORANGE) -> str:
    """A coin with the sign of the yuan. `x, y`: its middle. Orange when it is the thing to see, else LIT."""
    return circle(x, y, r, colour, INK, 2) + use(COIN, x, y, scale=round(r / 11, 2))


def coin_stack(x: float, y: float, count: int = 4, r: float = 14, colour: str = PAPER) -> str:
    """Coins lying on each other. `x, y`: middle of the lowest one's foot; each adds 6."""
    n, flat = number, number(r * 0.35)
    rim = f"v-6a{n(r)} {flat} 0 0 1 {n(2 * r)} 0v6a{n(r)} {flat} 0 0 1 -{n(2 * r)} 0z"
    edges = "".join(shape(f"M{n(x - r)} {n(y - 6 * i)}{rim}", colour, INK, 1.8) for i in range(count))
    return edges + ellipse(x, y - 6 * count, r, r * 0.35, colour, INK, 1.8)


def banknote(x: float, y: float, w: float = 64, h: float = 34, rotate: float = 0, colour: str = PAPER) -> str:
    """A note. `x, y`: its middle."""
    inner = w / 2 - 7
    note = (
        rect(-w / 2, -h / 2, w, h, 3, colour, INK, 2.2)
        + circle(0, 0, h * 0.3, BLUE)
        + use(COIN, scale=round(h * 0.3 / 11, 2))
        + dots(-inner, -h / 2 + 7, -inner, h / 2 - 6, 6, 2.8, BLUE)
        + dots(inner, -h / 2 + 7, inner, h / 2 - 6, 6, 2.8, BLUE)
    )
    return group(note, x, y, rotate)


def paper(
    x: float, y: float, w: float = 80, h: float = 104, lines: int = 4, rotate: float = 0, content: str = ""
) -> str:
    """A sheet with `lines` rows of "writing". `x, y`: upper left; `content` is drawn on it in its own units."""
    rows = "".join(
        f"M10 {number(16 + i * 12)}h{number((w - 20) * (0.6 if i == lines - 1 else 1))}" for i in range(lines)
    )
    writing = line(rows, LIT, 3.4) if rows else ""
    return group(rect(0, 0, w, h, 3, WHITE, INK, 2.4) + writing + content, x, y, rotate)


def receipt(x: float, y: float, w: float = 48, h: float = 78, rotate: float = 0, content: str = "") -> str:
    """A slip torn off with teeth at its foot, two columns of figures, a sum underneath. `x, y`: upper left."""
    count = max(3, round(w / 9))
    tooth = number(w / count / 2)
    rows = "".join(
        f"M8 {number(14 + i * 11)}h{number(w * 0.4)}M{number(w - 8)} {number(14 + i * 11)}h-7" for i in range(3)
    )
    slip = shape(f"M0 0h{number(w)}v{number(h)}{f'l-{tooth} -6l-{tooth} 6' * count}z", WHITE, INK, 2.2)
    total = line(f"M8 {number(h - 30)}H{number(w - 8)}", INK, 1.6, "1 4") + line(
        f"M{number(w * 0.45)} {number(h - 18)}H{number(w - 8)}", ORANGE, 4.5
    )
    return group(slip + line(rows, LIT, 3) + total + content, x, y, rotate)


def card(x: float, y: float, w: float = 72, h: float = 46, kind: str = "", rotate: float = 0) -> str:
    """A small card. `x, y`: upper left. `kind`: "id" (head and lines), "bank" (stripe and chip) or empty."""
    drawn = rect(0, 0, w, h, 5, LIT if kind == "bank" else PAPER, INK, 2.4)
    if kind == "id":
        drawn += line(f"M9 14h{number(w * 0.4)}M9 23h{number(w * 0.32)}M9 {number(h - 10)}h{number(w - 18)}", LIT, 3)
        drawn += circle(w - 17, 13, 5.5, BLUE) + shape(f"M{number(w - 27)} 29c1 -12 19 -12 20 0z", BLUE, "")
    elif kind == "bank":
        drawn += rect(0, 8, w, 9, fill=INK) + rect(9, 25, 12, 9, 2, ORANGE)
        drawn += dots(30, h - 10, w - 10, h - 10, 7, 3.2)
    return group(drawn, x, y, rotate)


def code_square(x: float, y: float, size: float = 60) -> str:
    """A square code (it holds nothing) on white. `x, y`: upper left of the white square."""
    eye = "M{0} {1}h6v6h-6z"
    eyes = "".join(eye.format(a, b) for a, b in ((5, 5), (19, 5), (5, 19)))
    grains = "M14 5h0M14 9h2M5 15h4M12 14h0M16 17h3M22 15h3M14 21h0M17 24h0M21 21h4M25 25h0M20 25h0M14 25h0M14 12h2"
    drawn = rect(0, 0, 30, 30, 1, WHITE) + line(eyes, INK, 2) + line("M8 8h0M22 8h0M8 22h0" + grains, INK, 2.4)
    return group(drawn, x, y, scale=round(size / 30, 2))


def poster(x: float, y: float, w: float = 90, h: float = 124) -> str:
    """A wall poster: a whorl over a square code, dots at the foot. `x, y`: upper left."""
    size = w * 0.62
    return (
        rect(x, y, w, h, 3, BLUE, WHITE)
        + whorl(x + w / 2 - 2, y + h * 0.17, w / 45)
        + code_square(x + (w - size) / 2, y + h * 0.33, size)
        + dots(x + 12, y + h - 11, x + w - 10, y + h - 11, 8)
    )


__all__ = [
    "banknote",
    "box_closed",
    "box_open",
    "box_small",
    "card",
    "code_square",
    "coin",
    "coin_stack",
    "counter",
    "leaf",
    "mat",
    "orange",
    "orange_bad",
    "oranges",
    "paper",
    "poster",
    "receipt",
    "table_line",
    "whorl",
]
