"""Boxes, baskets, mats: what goods lie in. Lengths are SVG user units; `x, y` is named each time."""

from courses.starter.drawing.parts.goods import whorl
from courses.starter.drawing.parts.strokes import (
    BLUE,
    DARK,
    INK,
    LIT,
    PAPER,
    WHITE,
    circle,
    dots,
    dotted,
    group,
    line,
    number,
    rect,
    shape,
    symbol,
    use,
)


def box_closed(
    x: float, y: float, w: float = 112, h: float = 84, depth: float = 22, tape: bool = True, ornament: bool = False
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


def box_open(x: float, y: float, w: float = 128, h: float = 58, depth: float = 18, content: str = "") -> str:
    """A carton seen into. `x, y`: upper left of the front face; `content` (scene units) stands behind the front.

    The opening reaches `depth` above `y`: oranges at scale 0.85 lie well at y - 8 behind, y + 2 before.
    """
    n = number
    side = f"M{n(x + w)} {n(y)}l{depth} -{n(depth * 0.9)}v{n(h)}l-{depth} {n(depth * 0.9)}z"
    drawn = shape(f"M{n(x)} {n(y)}l{depth} -{n(depth * 0.9)}h{w}l-{depth} {n(depth * 0.9)}z", DARK) + content
    drawn += shape(side, DARK) + shape(f"M{n(x)} {n(y)}h{w}v{h}h-{w}z")
    middle, step = y + h / 2, min(w, h) / 18
    drawn += whorl(x + w / 2 - step, middle, step)
    return drawn + dots(x + 12, middle, x + w * 0.28, middle, 9) + dots(x + w * 0.75, middle, x + w - 10, middle, 9)


PARCEL = symbol(
    "parcel",
    shape("M0 -26l9 -9h34l-9 9z", LIT, WHITE, 2)
    + shape("M34 -26l9 -9v26l-9 9z", DARK, WHITE, 2)
    + rect(0, -26, 34, 26, fill=BLUE, stroke=WHITE, width=2)
    + shape("M14 -18v-8l9 -9h6l-9 9v8z", PAPER, ""),
)


def parcel(x: float, y: float, scale: float = 1) -> str:
    """A small taped box, 43 × 35, to be drawn many times. `x, y`: lower left of its front."""
    return use(PARCEL, x, y, scale=scale)


def basket(x: float, y: float, w: float = 84, h: float = 46) -> str:
    """A woven basket. `x, y`: middle of its foot; goods lie at its rim, `h` higher."""
    weave = "".join(line(f"M{number(w * part)} 4v{number(h - 8)}", LIT, 2) for part in (-0.25, -0.1, 0.1, 0.25))
    side = f"M-{number(w / 2)} 0h{number(w)}l-{number(w / 8)} {number(h)}h-{number(w * 0.75)}z"
    return group(shape(side) + weave + dotted(f"M-{number(w / 2 - 8)} {number(h / 2)}h{number(w - 16)}"), x, y - h)


BOWL = symbol(
    "bowl",
    circle(0, 0, 19, PAPER, INK) + circle(0, 0, 13, WHITE, LIT, 3) + line("M-4 -3h0M4 -2h0M0 4h0", LIT, 3),
)


def bowl(x: float, y: float) -> str:
    """A bowl of rice seen from above, radius 19. `x, y`: its middle."""
    return use(BOWL, x, y)


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


__all__ = ["basket", "bowl", "box_closed", "box_open", "mat", "parcel"]
