"""Parts for scenes of money and places: small parcels, hands that hold a sheet, a plain sleeve, an awning."""

from courses.starter.drawing import kit
from courses.starter.drawing.base import symbol, use
from courses.starter.drawing.kit import at, line, rect, shape
from courses.starter.drawing.kit.hands import BACK
from courses.starter.drawing.kit_goods import reach

symbol(
    "place-parcel",
    shape("M0 -26l9 -9h34l-9 9z", kit.SKY, kit.WHITE, 2)
    + shape("M34 -26l9 -9v26l-9 9z", kit.DEEP, kit.WHITE, 2)
    + rect(0, -26, 34, 26, width=2)
    + shape("M14 -18v-8l9 -9h6l-9 9v8z", kit.PAPER, kit.PAPER, 0),
)
symbol("place-palm", kit.palm(reach=160))
symbol(
    "place-bowl",
    kit.disc(0, 0, 19, fill=kit.PAPER, edge=kit.INDIGO)
    + kit.disc(0, 0, 13, fill=kit.WHITE, edge=kit.SKY, width=3)
    + line("M-4 -3h0M4 -2h0M0 4h0", kit.SKY, 3),
)
symbol(
    "place-plain",
    shape("M-31 -78H31L46 -330H-46Z", kit.PAPER, kit.INDIGO) + line("M-33 -94H33M-34 -106H34", kit.SKY, 5),
)
symbol("place-holder", kit.sleeve(240) + shape(BACK, kit.WHITE, "none", 0))
symbol(
    "place-thumb",
    shape("M-21 -70C-26 -52 -32 -40 -30 -22L-6 -20V-60Z", kit.WHITE, "none", 0)
    + kit.finger("M-19 -36C-20 -14 -12 2 -2 16", 16)
    + shape("M-24 -62C-29 -50 -28 -42 -28 -34L-12 -32V-60Z", kit.WHITE, "none", 0)
    + at(-2, 15, line("M-4 -3v4a4 4 0 0 0 8 0v-4", kit.INDIGO, 1.6), turn=-36),
)


def parcel(x: float, y: float, size: float = 1) -> str:
    """A small taped parcel, 43 × 35 × size, the lower left corner of its front at (x, y)."""
    return use("place-parcel", x, y, scale=size)


def bowl(x: float, y: float) -> str:
    """A bowl of rice from above, radius 19."""
    return use("place-bowl", x, y)


def raised(x: float, y: float, *, turn: float = 0, size: float = 0.62, mirror: bool = False) -> str:
    """An open palm held up, the roots of its fingers at (x, y)."""
    return use("place-palm", x, y, 180 + turn, size, mirror)


def courier(x: float, y: float, *, turn: float, size: float) -> str:
    """The gripping hand of `reach`, in the plain light sleeve of somebody from outside the village."""
    return reach("grip", x, y, turn=turn, size=size) + use("place-plain", x, y, turn, size)


def held(thing: str, x: float, y: float, *, turn: float = 0, size: float = 0.76, mirror: bool = False) -> str:
    """`thing` between the fingers behind it and the thumb upon it, which ends at about (x, y)."""
    return use("place-holder", x, y, turn, size, mirror) + thing + use("place-thumb", x, y, turn, size, mirror)


def awning(w: float, h: float = 34, flaps: int = 6) -> str:
    """A striped awning from (0, 0), its scalloped hem at y = h."""
    step = w / flaps
    return "".join(
        shape(
            f"M{n * step:g} 0h{step:g}v{h - step / 2:g}a{step / 2:g} {step / 2:g} 0 0 1 -{step:g} 0z",
            kit.CLOTH if n % 2 else kit.PAPER,
            kit.INDIGO,
        )
        for n in range(flaps)
    ) + line(f"M0 0H{w:g}", kit.WHITE, 5)
