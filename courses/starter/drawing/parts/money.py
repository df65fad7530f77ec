"""Money and paper. Lengths are SVG user units; `x, y` is named each time."""

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


def coin(x: float, y: float, r: float = 14) -> str:
    """A coin with the sign of the yuan. `x, y`: its middle."""
    sign = line("M-6 -8l6 7 6 -7M0 -1v10M-6 2h12M-6 6h12", WHITE, 2.4)
    return circle(x, y, r, ORANGE, WHITE, 2) + group(sign, x, y, scale=round(r / 14, 2))


def coin_stack(x: float, y: float, count: int, w: float = 40, each: float = 9, colour: str = ORANGE) -> str:
    """Coins from the side, each `each` high, growing up. `x, y`: middle of the lowest one's foot."""
    return "".join(rect(x - w / 2, y - each * (n + 1), w, each, 4, colour, INK, 2) for n in range(count))


def price_tag(
    x: float, y: float, w: float = 48, h: float = 62, rotate: float = 0, scale: float = 1, mirror: bool = False
) -> str:
    """A tag on a string, with the sign of the yuan. `x, y`: upper left; its point, and the string, at w / 2."""
    middle = number(w / 2)
    drawn = (
        line(f"M{middle} 12C{middle} -6 {number(w / 2 + 12)} -14 {number(w / 2 + 22)} -14", width=2.2)
        + shape(f"M0 22L{middle} 0L{number(w)} 22V{number(h)}H0Z", PAPER, INK)
        + circle(w / 2, 14, 4.5, INK)
        + group(line("M-8 -10l8 9 8 -9M0 -1v13M-8 3h16M-8 8h16", ORANGE, 3), w / 2, 42)
    )
    return group(drawn, x, y, rotate, scale, mirror)


def paper(x: float, y: float, w: float = 80, h: float = 104, lines: int = 5, rotate: float = 0) -> str:
    """A sheet with `lines` rows of "writing", every other one shorter. `x, y`: upper left."""
    step = (h - 24) / lines
    rows = "".join(f"M12 {number(16 + row * step)}h{number(w - 24 - 14 * (row % 2))}" for row in range(lines))
    return group(rect(0, 0, w, h, 3, PAPER, INK) + line(rows, LIT, 3.4), x, y, rotate)


__all__ = ["coin", "coin_stack", "paper", "price_tag"]
