"""The hands as symbols, each about its own working point; `hands` places them. Lengths are SVG user units."""

from courses.starter.drawing.parts.sleeves import SLEEVE, WIDE_SLEEVE
from courses.starter.drawing.parts.strokes import INK, WHITE, circle, group, limb, line, shape, symbol, use

_BACK = (
    "M-21 -80H21C21 -58 30 -44 32 -12C32 -1 26 1 21 -3C16 2 4 2 0 -2C-5 2 -14 2 -18 -2"
    "C-25 2 -33 0 -33 -10C-33 -30 -24 -44 -21 -80Z"
)

_KNUCKLES = "M-30 -8q5 -5 10 0M-13 -7q5 -5 10 0M4 -7q5 -5 10 0M20 -9q4 -4 8 0"


def _nails(*tips: tuple[float, float]) -> str:
    return line("".join(f"M{x - 4:g} {y - 2:g}v4a4 4 0 0 0 8 0v-4" for x, y in tips), INK, 1.6)


def _nail(x: float, y: float, turn: float) -> str:
    return group(line("M-4 -4v4a4 4 0 0 0 8 0v-4", INK, 1.6), x, y, turn)


def _from_above(fingers: list[str], thumb: str, nails: str, origin: tuple[float, float]) -> str:
    """The back of a hand. `fingers`: little finger to index; `origin`: the working point before it is moved to 0, 0."""
    drawn = "".join(limb(d, 13.5 if i == 0 else 15) for i, d in enumerate(fingers))
    hand = (
        use(SLEEVE, 0, -80)
        + limb(thumb, 16)
        + drawn
        + shape(_BACK, WHITE, "")
        + line("M-28 -27C-33 -22 -35 -16 -36 -11", INK, 2)
        + line(_KNUCKLES, INK, 1.7)
        + nails
    )
    return group(hand, -origin[0], -origin[1])


FLAT = symbol(
    "flat",
    _from_above(
        [
            "M24 -8C27 6 26 20 23 33",
            "M8 -6C9 14 7 32 5 46",
            "M-8.5 -6C-11 14 -13 34 -14 50",
            "M-25 -6C-30 12 -33 26 -33 42",
        ],
        "M-20 -44C-38 -36 -50 -22 -54 -2",
        _nails((-33, 42), (-14, 50), (5, 46), (23, 33)),
        (-8, 40),
    ),
)

PICK = symbol(
    "pick",
    _from_above(
        [
            "M24 -8C29 4 31 14 27 25",
            "M8 -6C11 12 12 26 9 37",
            "M-8.5 -6C-11 12 -12 28 -9 40",
            "M-25 -6C-31 8 -33 20 -28 34",
        ],
        "M-20 -44C-40 -34 -50 -14 -42 16",
        _nails((-28, 34), (-9, 40), (9, 37), (27, 25)),
        (-32, 40),
    ),
)

PINCH = symbol(
    "pinch",
    _from_above(
        [
            "M24 -8C30 0 31 6 28 14",
            "M8 -6C13 6 14 14 12 22",
            "M-8.5 -6C-8 8 -6 18 -2 28",
            "M-25 -6C-33 10 -34 24 -25 40",
        ],
        "M-20 -44C-44 -34 -60 4 -37 38",
        _nails((-25, 39), (-2, 27), (12, 21), (28, 13)),
        (-31, 46),
    ),
)

TIPS = symbol(
    "tips",
    _from_above(
        [
            "M24 -8C29 2 30 10 27 20",
            "M8 -6C11 6 12 16 12 26",
            "M-8.5 -6C-10 8 -8 20 0 30",
            "M-25 -6C-30 6 -30 16 -22 28",
        ],
        "M-20 -44C-36 -32 -40 -10 -26 14",
        _nails((-22, 28), (0, 30), (12, 26), (27, 20)),
        (-24, 26),
    ),
)

SPAN = symbol(
    "span",
    _from_above(
        [
            "M24 -8C25 -4 25 0 25 4",
            "M8 -6C8.5 2 8.5 6 8.5 10",
            "M-8.5 -6C-8.5 2 -8.5 8 -8.5 13",
            "M-25 -6C-29 18 -30 42 -27 66",
        ],
        "M-19 -46C-40 -44 -64 -28 -86 -10",
        _nails((-27, 64)),
        (-27, 74),
    ),
)

SPREAD = symbol(
    "spread",
    _from_above(
        [
            "M23 -10C32 4 38 16 43 30",
            "M8 -6C12 14 15 30 17 46",
            "M-8.5 -6C-10 14 -11 32 -12 52",
            "M-25 -8C-31 8 -36 24 -40 42",
        ],
        "M-20 -44C-40 -40 -58 -28 -68 -8",
        "",
        (0, 40),
    ),
)

POINT = symbol(
    "point",
    _from_above(
        [
            "M24 -8C25 -4 25 0 25 4",
            "M8 -6C8.5 2 8.5 6 8.5 10",
            "M-8.5 -6C-8.5 2 -8.5 8 -8.5 13",
            "M-25 -6C-28 14 -28 34 -27 54",
        ],
        "M-20 -44C-36 -36 -46 -20 -40 0",
        _nails((-27, 54)),
        (-27, 62),
    ),
)

FIST = symbol(
    "fist",
    _from_above(
        [
            "M24 -8C25 -4 25 0 25 4",
            "M8 -6C8.5 2 8.5 6 8.5 10",
            "M-8.5 -6C-8.5 2 -8.5 8 -8.5 13",
            "M-25 -6C-26 2 -26 6 -26 10",
        ],
        "M-20 -44C-36 -36 -46 -20 -40 -2",
        "",
        (0, 6),
    ),
)

GRIP = symbol(
    "grip",
    _from_above(
        [
            "M24 -8C27 6 28 16 27 27",
            "M8 -6C10 14 10 26 9 37",
            "M-8.5 -6C-9 14 -9 28 -8.5 40",
            "M-25 -6C-28 12 -29 22 -27 34",
        ],
        "M-18 -46C-36 -44 -50 -30 -52 -6",
        _nails((-27, 34), (-8.5, 40), (9, 37), (27, 27)),
        (0, 0),
    ),
)

STOP = symbol(
    "stop",
    use(SLEEVE, 0, 80, 180)
    + limb("M-18 34C-38 26 -52 8 -58 -14", 17)
    + limb("M23 -14C28 -30 32 -46 35 -60", 13.5)
    + limb("M9 -20C11 -42 13 -64 14 -82")
    + limb("M-7 -22C-8 -46 -9 -70 -9 -90")
    + limb("M-22 -20C-26 -40 -29 -60 -31 -78")
    + shape(
        "M-21 80C-22 56 -35 40 -32 0C-32 -20 -30 -27 -22 -27C-8 -29 10 -29 22 -24C32 -20 33 -8 32 8C30 36 22 56 21 80Z",
        WHITE,
        "",
    )
    + line("M28 -10C14 0 -2 0 -14 -12M26 8C8 14 -10 8 -29 -2M-29 -2C-8 12 -6 40 -12 58", INK, 1.8)
    + line("M-31 -48q4 2 8 0M-14 -58q5 2 9 0M8 -52q5 2 9 0M26 -34q4 2 8 2", INK, 1.5),
)

CUP_BEHIND = symbol(
    "cup-behind",
    group(
        limb("M110 166C64 172 38 156 30 134")
        + limb("M110 164C66 166 44 144 38 116", 16)
        + limb("M110 160C70 160 54 134 52 104", 16),
        -103,
        -140,
    ),
)

CUP_BEFORE = symbol(
    "cup-before",
    group(
        use(SLEEVE, 150, 196, 118)
        + shape(
            "M62 138C78 152 120 154 140 140C150 150 158 160 166 176"
            "L142 206C128 186 100 188 84 178C70 170 62 154 62 138Z",
            WHITE,
            "",
        )
        + limb("M146 166C158 146 156 128 146 108", 17)
        + _nail(146, 110, -10)
        + shape("M130 150C142 152 150 158 156 164L150 178C138 176 130 168 126 160Z", WHITE, "")
        + line("M74 156C82 166 96 170 108 168", INK, 2),
        -103,
        -140,
    ),
)

HOLD_BEHIND = symbol(
    "hold-behind",
    limb("M20 40C32 28 40 20 46 10", 13.5)
    + limb("M14 34C26 16 34 2 40 -10")
    + limb("M4 30C14 8 20 -6 26 -20")
    + limb("M-8 28C-4 6 2 -10 8 -24"),
)

HOLD_BEFORE = symbol(
    "hold-before",
    use(SLEEVE, 0, 96, 180)
    + shape("M-21 96C-22 70 -37 56 -35 34C-33 20 -14 14 4 18C24 20 34 24 33 38C32 60 22 72 21 96Z", WHITE, INK, 2.4)
    + limb("M-24 50C-26 28 -16 12 0 2", 17)
    + _nail(0, 2, 228)
    + shape("M-33 50C-30 42 -22 42 -14 48L-16 70L-27 68Z", WHITE, "")
    + line("M-12 44C-6 52 -4 60 -6 70", INK, 1.8),
)

PALMS = symbol(
    "palms",
    "".join(
        group(
            use(SLEEVE, 19, 40, 152, 0.75)
            + shape("M0 -62C10 -62 12 -40 17 -20C25 -6 33 14 36 30L8 48C4 44 0 36 0 30Z", WHITE, INK, 2.2)
            + line("M21 24C19 12 14 4 7 0C4 6 5 14 9 22", INK, 2),
            mirror=side,
        )
        for side in (False, True)
    )
    + line("M0 -60V34", INK, 2),
)

PHONE_FINGERS = symbol(
    "phone-fingers",
    group(
        limb("M170 92L206 88", 17)
        + limb("M170 112L210 109", 17)
        + limb("M170 132L208 131", 17)
        + limb("M170 151L200 152")
        + shape("M38 192C46 150 60 122 92 104H150V190C130 214 100 214 92 218Z", WHITE, ""),
        -88,
        -10,
    ),
)

PHONE_THUMB = symbol(
    "phone-thumb",
    group(
        limb("M66 176C68 148 82 130 112 122", 19)
        + _nail(113, 122, 62)
        + circle(65, 178, 16, WHITE)
        + use(WIDE_SLEEVE, 62, 196, 206),
        -88,
        -10,
    ),
)
