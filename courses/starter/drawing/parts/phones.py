"""Phones, standing or held, and what is seen on a screen. Lengths are SVG user units; `x, y` is named each time."""

from courses.starter.drawing.parts.hand_shapes import PHONE_FINGERS, PHONE_THUMB
from courses.starter.drawing.parts.sleeves import WIDE_SLEEVE
from courses.starter.drawing.parts.strokes import (
    INK,
    LIT,
    ORANGE,
    PAPER,
    WHITE,
    circle,
    dotted,
    group,
    limb,
    line,
    number,
    rect,
    shape,
    symbol,
    use,
)


def phone(x: float, y: float, screen: str = "", rotate: float = 0, scale: float = 1, glass: str = PAPER) -> str:
    """A phone on its own, upright, 106 × 182. `x, y`: its upper left corner.

    `screen` is drawn inside in units of its own: 0, 0 is the upper left of the glass, which is 88 × 146.
    """
    body = rect(0, 0, 106, 182, 13, INK, WHITE, 3) + rect(9, 14, 88, 146, 4, glass) + line("M44 171h18", width=3)
    return group(body + (group(screen, 9, 14) if screen else ""), x, y, rotate, scale)


def phone_held(x: float, y: float, screen: str = "", scale: float = 1, mirror: bool = False, glass: str = PAPER) -> str:
    """A phone (106 × 182, glass 88 × 146) in a hand from the lower left; `mirror`: from the lower right.

    `x, y`: upper left corner of the phone; `screen` as for `phone`, never mirrored. The thumb covers the glass about
    6–30, 95–120 (mirrored: 58–82), the fingers stand out 22 on the far side.
    """
    side = 106 if mirror else 0
    inside = use(PHONE_FINGERS, side, 0, mirror=mirror) + phone(0, 0, screen, glass=glass)
    return group(inside + use(PHONE_THUMB, side, 0, mirror=mirror), x, y, scale=scale)


def phone_squeezed(x: float, y: float, screen: str = "") -> str:
    """A phone in a hand that presses the two keys at its sides, which are orange. `x, y`: upper left of the phone."""
    keys = line("M-1 62v24M107 62v24", ORANGE, 8)
    thumb = limb("M-22 166C-38 136 -34 102 -11 84", 19) + circle(-23, 168, 15, WHITE)
    return group(use(PHONE_FINGERS) + phone(0, 0, screen) + keys + thumb + use(WIDE_SLEEVE, -26, 186, 206), x, y)


def phone_level(x: float, y: float, screen: str = "", w: float = 168, h: float = 96) -> str:
    """A phone held level. `x, y`: upper left; `screen` in units of its own, its glass (w - 40) × (h - 16)."""
    body = rect(0, 0, w, h, 13, INK, WHITE, 3) + rect(20, 8, w - 40, h - 16, 4, PAPER)
    return group(body + line(f"M{number(w - 10)} {number(h / 2 - 7)}v14", width=3) + group(screen, 20, 8), x, y)


def phone_block(x: float, y: float, w: float = 90) -> str:
    """A wooden block with a lip for a phone to stand in. `x, y`: middle of its foot; `w` wide, 20 high."""
    left = x - w / 2
    block = shape(f"M{number(left)} {number(y)}l8 -20h{number(w - 16)}l8 20z")
    return block + dotted(f"M{number(left + 14)} {number(y - 9)}h{number(w - 28)}")


def writing(x: float, y: float, *widths: float, colour: str = LIT) -> str:
    """Rows of "text", one for each of `widths`, 11 apart. `x, y`: left end of the first row."""
    rows = "".join(f"M{number(x)} {number(y + 11 * row)}h{number(width)}" for row, width in enumerate(widths))
    return line(rows, colour, 4)


PERSON = symbol("person", '<path d="M-11 12c0 -9 4 -11 11 -11s11 2 11 11z"/><circle cy="-6" r="7"/>')
HANDSET = symbol(
    "handset",
    '<path d="M-15 -14c-6 5 -3 17 6 26s21 12 26 6l-8 -10 -8 4c-5 -3 -9 -7 -12 -12l4 -8z" stroke-width="2.4"/>',
)
CODE = symbol(
    "code",
    line("M0 0h16v16h-16zM32 0h16v16h-16zM0 32h16v16h-16z", INK, 4.4)
    + line(
        "M8 8h0M40 8h0M8 40h0M24 2h0M24 14h0M24 24h0M14 24h0M2 24h0M36 24h0M47 26h0M26 36h0M38 36h0M47 44h0M32 47h0",
        INK,
        7,
    ),
)


def person(x: float, y: float, fill: str, scale: float = 1) -> str:
    """Head and shoulders as a sign, without a face, 22 × 25. `x, y`: its middle."""
    return f'<g fill="{fill}" stroke="{INK}" stroke-width="2">{use(PERSON, x, y, scale=scale)}</g>'


def handset(x: float, y: float, scale: float = 1) -> str:
    """The sign for a call, in orange, 34 × 34. `x, y`: its middle."""
    return f'<g fill="{ORANGE}" stroke="{INK}">{use(HANDSET, x, y, scale=scale)}</g>'


def square_code(x: float, y: float, scale: float = 1) -> str:
    """A square code (it holds nothing), 50 × 50. `x, y`: upper left."""
    return use(CODE, x, y, scale=scale)


def photo(x: float, y: float, w: float, h: float, content: str = "", rotate: float = 0) -> str:
    """A print with a dark edge, `w` × `h`. `x, y`: upper left; `content` in units of its own."""
    return group(rect(0, 0, w, h, 3, WHITE, INK, 2.6) + content, x, y, rotate)


__all__ = [
    "handset",
    "person",
    "phone",
    "phone_block",
    "phone_held",
    "phone_level",
    "phone_squeezed",
    "photo",
    "square_code",
    "writing",
]
