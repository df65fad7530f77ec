"""What the phone scenes share: a phone laid flat, a stand, what is on a screen. Lengths are SVG user units."""

from courses.starter.drawing import kit
from courses.starter.drawing.base import symbol, use
from courses.starter.drawing.kit import at, disc, line, rect, shape

symbol(
    "phone-crate",
    shape("M0 0l9 -12h64l-9 12z", kit.SKY, kit.INDIGO)
    + kit.orange(15, -10, 0.55)
    + kit.orange(37, -10, 0.55)
    + kit.orange(57, -11, 0.55)
    + shape("M64 0l9 -12v40l-9 12z", kit.DEEP, kit.INDIGO)
    + shape("M0 0h64v40h-64z", kit.CLOTH, kit.INDIGO)
    + kit.dotted("M8 20h50", width=3),
)
symbol(
    "phone-code",
    shape("M0 0h16v16h-16zM32 0h16v16h-16zM0 32h16v16h-16z", "none", kit.INDIGO, 4.4)
    + line(
        "M8 8h0M40 8h0M8 40h0M24 2h0M24 14h0M24 24h0M14 24h0M2 24h0M36 24h0M47 26h0M26 36h0M38 36h0M47 44h0M32 47h0",
        kit.INDIGO,
        7,
    ),
)
symbol(
    "phone-star", '<path d="M0 -16L4.6 -5.6 15.6 -4.6 7.4 2.8 9.8 13.6 0 8 -9.8 13.6 -7.4 2.8 -15.6 -4.6 -4.6 -5.6Z"/>'
)
symbol("phone-person", '<path d="M-11 12c0 -9 4 -11 11 -11s11 2 11 11z"/><circle cy="-6" r="7"/>')
symbol(
    "phone-handset",
    '<path d="M-15 -14c-6 5 -3 17 6 26s21 12 26 6l-8 -10 -8 4c-5 -3 -9 -7 -12 -12l4 -8z" stroke-width="2.4"/>',
)
symbol(
    "phone-slice",
    disc(0, 0, 20, fill=kit.ORANGE, edge=kit.INDIGO)
    + disc(0, 0, 15, fill=kit.GLOW, edge=kit.GLOW, width=1)
    + line("M0 -13v26M-11.3 -6.5l22.6 13M11.3 -6.5l-22.6 13", kit.ORANGE, 2.4),
)
symbol("phone-parcel", kit.box(24, 26, 8) + kit.orange(12, 13, 0.4))
symbol(
    "phone-eyes",
    shape("M0 0" + "q6.5 -8 13 0q-6.5 8 -13 0m15.4 0" * 20, kit.WHITE, kit.INDIGO, 0.6)
    + kit.dotted("M6.5 0H300", kit.INDIGO, 4.8, 15.4),
)


def crate(x: float, y: float, size: float = 1) -> str:
    """A small box of three oranges for a screen: front 64 × 40 from (x, y) down, 73 wide and 62 high in all."""
    return use("phone-crate", x, y, scale=size)


def square_code(x: float, y: float, size: float = 1) -> str:
    """A square code, 50 × 50 × size from (x, y)."""
    return use("phone-code", x, y, scale=size)


def stars(x: float, y: float, filled: int, step: float = 36, size: float = 1) -> str:
    """Five stars in a row, the first at (x, y); the rest after `filled` are empty."""
    row = [use("phone-star", x + step * n, y, scale=size) for n in range(5)]
    edge = f'stroke="{kit.INDIGO}" stroke-width="2.4"'
    return (
        f'<g fill="{kit.ORANGE}" {edge}>{"".join(row[:filled])}</g>'
        f'<g fill="{kit.WHITE}" {edge}>{"".join(row[filled:])}</g>'
    )


def person(x: float, y: float, fill: str, size: float = 1) -> str:
    """Head and shoulders as a sign, without a face, 22 × 25 × size about (x, y)."""
    place = f'transform="translate({x:g} {y:g}) scale({size:g})" stroke="{kit.INDIGO}" stroke-width="2"'
    return f'<g fill="{fill}" {place}><use href="#phone-person"/></g>'


def handset(x: float, y: float, size: float = 1) -> str:
    """The sign for a call, in orange, 34 × 34 × size about (x, y)."""
    return f'<g fill="{kit.ORANGE}" stroke="{kit.INDIGO}">{use("phone-handset", x, y, scale=size)}</g>'


def fish_hook(x: float, y: float, drop: float = 60) -> str:
    """A hook on a thread from (x, y), its eye `drop` lower; the hook is 84 high and opens to the left."""
    steel = disc(0, 0, 5, edge=kit.ORANGE, width=3.6) + line("M0 6v40a20 20 0 0 1 -40 0v-12l13 12", kit.ORANGE, 5.4)
    return line(f"M{x:g} {y:g}v{drop - 6:g}", kit.WHITE, 2) + at(x, y + drop, steel)


def half_orange(x: float, y: float, size: float = 1) -> str:
    """The cut face of an orange, radius 20 × size."""
    return use("phone-slice", x, y, scale=size)


def parcels(x: float, y: float, number: int, step: float = 35) -> str:
    """A row of small boxes, 24 × 26, with an orange on each; the first one's front starts at (x, y)."""
    return "".join(use("phone-parcel", x + step * n, y) for n in range(number))


def eyes(x: float, y: float, rows: int, gap: float = 11) -> str:
    """Rows of twenty eyes, 308 wide from x, the first row's middle at y."""
    return "".join(use("phone-eyes", x, y + gap * n) for n in range(rows))


def wide_phone(screen: str = "", w: float = 168, h: float = 96) -> str:
    """A phone held level, w × h from (0, 0); `screen` in its own box (w - 40) × (h - 16) from (0, 0)."""
    return (
        rect(0, 0, w, h, fill=kit.INDIGO, width=3, round_by=13)
        + rect(20, 8, w - 40, h - 16, fill=kit.PAPER, edge=kit.PAPER, width=0, round_by=4)
        + line(f"M{w - 10:g} {h / 2 - 7:g}v14")
        + at(20, 8, screen)
    )


def sheet(w: float, h: float, inside: str = "", fill: str = kit.WHITE) -> str:
    """A photo: a white frame w × h from (0, 0) with `inside` in the same units."""
    return rect(0, 0, w, h, fill=fill, edge=kit.INDIGO, width=2.6, round_by=3) + inside


def block(x: float, y: float, w: float = 90) -> str:
    """A wooden block with a lip for a phone to stand in, its foot on y, `w` wide, 20 high."""
    return shape(f"M{x - w / 2:g} {y:g}l8 -20h{w - 16:g}l8 20z") + kit.dotted(
        f"M{x - w / 2 + 14:g} {y - 9:g}h{w - 28:g}"
    )
