"""Hands and sleeves, drawn pointing down with the knuckles at (0, 0) and the wrist at (0, -80); `at` places them."""

from courses.starter.drawing.kit.strokes import INDIGO, SKY, WHITE, at, disc, dotted, line, shape

BACK = "M-21 -80H21C21 -58 30 -44 32 -12C32 -1 26 1 21 -3C16 2 4 2 0 -2C-5 2 -14 2 -18 -2C-25 2 -33 0 -33 -10C-33 -30 -24 -44 -21 -80Z"

KNUCKLES = "M-30 -8q5 -5 10 0M-13 -7q5 -5 10 0M4 -7q5 -5 10 0M20 -9q4 -4 8 0"

# thumb, little, ring, middle, index; then the nails as (x, y)
HOLDS = {
    "flat": (
        ("M-20 -44C-40 -34 -50 -14 -42 16", "M24 -8C29 4 31 14 27 25", "M8 -6C11 12 12 26 9 37",
         "M-8.5 -6C-11 12 -12 28 -9 40", "M-25 -6C-31 8 -33 20 -28 34"),
        ((-28, 34), (-9, 40), (9, 37), (27, 25)),
    ),
    "grip": (
        ("M-18 -46C-36 -44 -50 -30 -52 -6", "M24 -8C27 6 28 16 27 27", "M8 -6C10 14 10 26 9 37",
         "M-8.5 -6C-9 14 -9 28 -8.5 40", "M-25 -6C-28 12 -29 22 -27 34"),
        ((-27, 34), (-8.5, 40), (9, 37), (27, 27)),
    ),
    "pinch": (
        ("M-20 -44C-36 -32 -40 -10 -26 14", "M24 -8C29 2 30 10 27 20", "M8 -6C11 6 12 16 12 26",
         "M-8.5 -6C-10 8 -8 20 0 30", "M-25 -6C-30 6 -30 16 -22 28"),
        ((-22, 28), (0, 30), (12, 26), (27, 20)),
    ),
    "point": (
        ("M-20 -44C-34 -34 -36 -18 -20 -2", "M24 -8C28 0 28 6 24 10", "M8 -6C11 2 11 8 9 14",
         "M-8.5 -6C-10 4 -10 10 -8 16", "M-25 -6C-30 12 -32 32 -30 52"),
        ((-30, 52), (-8, 16), (9, 14), (24, 10)),
    ),
}  # fmt: skip


def finger(d: str, width: float = 15) -> str:
    """One finger: the path drawn in indigo, then narrower in white, so that it stands off from the next."""
    return line(d, INDIGO, width + 4.5) + line(d, WHITE, width)


def sleeve(reach: float = 90, half: float = 27) -> str:
    """The cuff at a wrist in (0, -80), running `reach` units up the arm: pale band with dots, line, row of rings."""
    top = -80 - reach
    rings = "".join(disc(x, -117, 6, width=1.8) for x in (-18, 0, 18)) if reach > 50 else ""
    points = line("M-18 -117h0M0 -117h0M18 -117h0", WHITE, 3.2) if reach > 50 else ""
    return (
        shape(f"M-{half} -80L{half} -80L{half + 16} {top:g}H-{half + 16}Z")
        + shape(f"M-{half + 3} -96L-{half} -80H{half}L{half + 3} -96Z", SKY)
        + dotted("M-21 -88H23")
        + line("M-28 -104H28", WHITE, 1.8)
        + rings
        + points
    )


def hand(hold: str = "flat", *, reach: float = 90) -> str:
    """The back of a left hand with its sleeve, fingers down: `flat`, `grip` (round an edge), `pinch` (a small thing
    between the finger tips, about (-22, 22)), `point` (index finger out, its tip at (-30, 58)). Mirror for a right one."""
    fingers, nails = HOLDS[hold]
    drawn = finger(fingers[0], 16) + "".join(
        finger(d, 13.5 if number == 0 else 15) for number, d in enumerate(fingers[1:])
    )
    ends = "".join(line(f"M{x - 4:g} {y - 2:g}v4a4 4 0 0 0 8 0v-4", INDIGO, 1.6) for x, y in nails)
    return (
        sleeve(reach)
        + drawn
        + f'<path d="{BACK}" fill="{WHITE}"/>'
        + line("M-28 -27C-33 -22 -35 -16 -36 -11", INDIGO, 2)
        + line(KNUCKLES, INDIGO, 1.7)
        + ends
    )


def palm(*, reach: float = 90) -> str:
    """An open palm that says stop: fingers straight down from (0, 0), no nails, two lines of the palm. Turn by 180 to
    raise it."""
    fingers = ("M24 -8L33 34", "M9 -8L13 50", "M-8 -8L-8 54", "M-24 -8L-28 44")
    return (
        sleeve(reach)
        + finger("M-18 -42C-38 -36 -52 -22 -60 0", 16)
        + "".join(finger(d, 13.5 if number == 0 else 15) for number, d in enumerate(fingers))
        + f'<path d="{BACK}" fill="{WHITE}"/>'
        + line("M-24 -20C-10 -30 8 -30 26 -22M-20 -34C-6 -42 4 -50 6 -66", INDIGO, 1.8)
    )


def cupped() -> str:
    """A hand from below with the palm up, holding what lies at about (103, 102) with radius 38; sleeve at the lower right.

    Draw in three layers: `cupped_behind()`, the thing, then this."""
    nail = line("M142 106v4a4 4 0 0 0 8 0v-4", INDIGO, 1.6)
    return (
        at(150, 196, at(0, 80, sleeve(70)), turn=118)
        + f'<path d="M62 138C78 152 120 154 140 140C150 150 158 160 166 176L142 206C128 186 100 188 84 178C70 170 62 154 62 138Z" fill="{WHITE}"/>'
        + finger("M146 166C158 146 156 128 146 108", 17)
        + f'<g transform="rotate(-10 146 110)">{nail}</g>'
        + f'<path d="M130 150C142 152 150 158 156 164L150 178C138 176 130 168 126 160Z" fill="{WHITE}"/>'
        + line("M74 156C82 166 96 170 108 168", INDIGO, 2)
    )


def cupped_behind() -> str:
    return (
        finger("M110 166C64 172 38 156 30 134", 15)
        + finger("M110 164C66 166 44 144 38 116", 16)
        + finger("M110 160C70 160 54 134 52 104", 16)
    )
