"""Parts for scenes of village goods: hands placed by the point that touches, peanuts, bacon, butterfly, clear bag."""

from courses.starter.drawing import kit
from courses.starter.drawing.base import symbol, use
from courses.starter.drawing.kit import at, line, shape
from courses.starter.drawing.kit.hands import BACK, KNUCKLES

ARM = 240
# Where a hold touches its thing, in the hand's own units.
TOUCH = {"flat": (0, 40), "grip": (0, 0), "pinch": (-24, 26), "point": (-30, 60), "fist": (0, 6), "spread": (0, 40)}
# Thumb, little, ring, middle, index.
OWN_HOLDS = {
    "fist": (
        "M-20 -44C-36 -36 -46 -20 -40 -2",
        "M24 -8C25 -4 25 0 25 4",
        "M8 -6C8.5 2 8.5 6 8.5 10",
        "M-8.5 -6C-8.5 2 -8.5 8 -8.5 13",
        "M-25 -6C-26 2 -26 6 -26 10",
    ),
    "spread": (
        "M-20 -44C-40 -40 -58 -28 -68 -8",
        "M23 -10C32 4 38 16 43 30",
        "M8 -6C12 14 15 30 17 46",
        "M-8.5 -6C-10 14 -11 32 -12 52",
        "M-25 -8C-31 8 -36 24 -40 42",
    ),
}


def _own_hand(hold: str) -> str:
    """`fist` (round a handle that passes crosswise under it) or `spread` (back of the hand, fingers apart)."""
    thumb, little, *others = OWN_HOLDS[hold]
    return (
        kit.sleeve(ARM)
        + kit.finger(thumb, 16)
        + kit.finger(little, 13.5)
        + "".join(kit.finger(d) for d in others)
        + shape(BACK, kit.WHITE, "none", 0)
        + line("M-28 -27C-33 -22 -35 -16 -36 -11", kit.INDIGO, 2)
        + line(KNUCKLES, kit.INDIGO, 1.7)
    )


for _hold, (_x, _y) in TOUCH.items():
    _hand = _own_hand(_hold) if _hold in OWN_HOLDS else kit.hand(_hold, reach=ARM)
    symbol(f"reach-{_hold}", at(-_x, -_y, _hand))


def reach(hold: str, x: float, y: float, *, turn: float = 0, size: float = 0.76, mirror: bool = False) -> str:
    """A hand that touches at (x, y); unturned it comes from above, turned by 90 from the right. Its sleeve is long."""
    return use(f"reach-{hold}", x, y, turn, size, mirror)


symbol(
    "held-behind",
    kit.finger("M20 40C32 28 40 20 46 10", 13.5)
    + kit.finger("M14 34C26 16 34 2 40 -10")
    + kit.finger("M4 30C14 8 20 -6 26 -20")
    + kit.finger("M-8 28C-4 6 2 -10 8 -24"),
)
symbol(
    "held-before",
    at(0, 16, kit.sleeve(ARM), turn=180)
    + shape(
        "M-21 96C-22 70 -37 56 -35 34C-33 20 -14 14 4 18C24 20 34 24 33 38C32 60 22 72 21 96Z",
        kit.WHITE,
        kit.INDIGO,
        2.4,
    )
    + kit.finger("M-24 50C-26 28 -16 12 0 2", 17)
    + at(0, 2, line("M-4 -4v4a4 4 0 0 0 8 0v-4", kit.INDIGO, 1.6), turn=228)
    + shape("M-33 50C-30 42 -22 42 -14 48L-16 70L-27 68Z", kit.WHITE, "none", 0)
    + line("M-12 44C-6 52 -4 60 -6 70", kit.INDIGO, 1.8),
)


def held_up(x: float, y: float, thing: str, *, turn: float = 0, size: float = 0.8, mirror: bool = False) -> str:
    """`thing`, drawn in the scene's units, between fingers and thumb; the thumb's tip at (x, y), hand from below."""
    return use("held-behind", x, y, turn, size, mirror) + thing + use("held-before", x, y, turn, size, mirror)


symbol(
    "peanut",
    shape(
        "M0 -18C9 -18 12 -10 9 -4C7 0 7 2 9 6C13 13 9 20 0 20C-9 20 -13 13 -9 6C-7 2 -7 0 -9 -4C-12 -10 -9 -18 0 -18Z",
        kit.PAPER,
        kit.INDIGO,
    )
    + line("M-3 -12v6M3 -13v6M-4 8v6M2 7v8M6 8v4", kit.SKY, 1.8),
)


def peanut(x: float, y: float, turn: float = 0, size: float = 1) -> str:
    """A peanut in its shell, 38 × size long, its middle at (x, y)."""
    return use("peanut", x, y, turn, size)


def bacon(length: float = 92) -> str:
    """A strip of smoked pork hanging down from (0, 0), 30 wide."""
    bend = round(length / 3)
    return (
        shape(
            f"M-14 0c-4 {bend} 3 {2 * bend} -1 {length:g}c8 5 22 5 30 0c-4 -{bend} 3 -{2 * bend} -1 -{length:g}"
            "c-8 -5 -20 -5 -28 0z",
            kit.PAPER,
            kit.INDIGO,
        )
        + line(f"M-6 5c-4 {bend} 3 {2 * bend} -1 {length - 8:g}", kit.CLOTH, 7)
        + line(f"M6 5c-4 {bend} 3 {2 * bend} -1 {length - 8:g}", kit.SKY, 4)
    )


def rice_ear(colour: str = kit.WHITE) -> str:
    """A drooping ear of rice with one blade, 62 high, its foot at (0, 30)."""
    return line("M0 30C-2 -14 16 -44 36 2M0 22C-8 12 -14 0 -13 -14", colour, 2.6) + line(
        "M9 -20l1 -7M12 -18l7 -2M15 -23l4 -6M16 -20l7 1M21 -22l7 -2M20 -19l5 5"
        "M26 -18l7 1M24 -15l2 7M32 -10l6 3M29 -8l0 7M37 0l6 4M34 1l-1 7",
        colour,
        5,
    )


_WING = (
    "M-2 -4C-12 -32 -38 -40 -40 -22C-42 -6 -22 2 -4 2Z",
    "M-3 4C-18 4 -34 12 -30 26C-26 38 -6 30 -2 10Z",
    "M-23 -18a2.7 2.7 0 0 1 5.4 0a5.4 5.4 0 0 1 -10.8 0a8.1 8.1 0 0 1 16.2 0",
)


def butterfly(wing: str = kit.WHITE, mark: str = kit.INDIGO) -> str:
    """The butterfly of the cloth, 80 wide round (0, 0), with an orange body."""
    half = (
        f'<path d="{_WING[0]}{_WING[1]}" fill="{wing}"/>'
        + line(_WING[2], mark, 2.4)
        + line("M-20 20h0M-12 22h0M-8 -6h0", mark, 3)
    )
    return (
        half
        + at(0, 0, half, mirror=True)
        + line("M-2 -14C-6 -26 -10 -32 -16 -34M2 -14C6 -26 10 -32 16 -34", wing, 2.5)
        + shape("M0 -16C5 -12 5 22 0 32C-5 22 -5 -12 0 -16Z", kit.ORANGE, mark, 1.6)
    )
