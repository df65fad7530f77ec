"""Hands. Each comes with its sleeve, which runs 300 units back from the wrist and so off the picture.

`x, y` is the *working point* (fingertip, grip, hollow of the palm). Unless said otherwise a hand comes from above,
fingers down, seen from its back with the thumb on the left; `rotate=90` lets it come from the right, `-90` from the
left, `180` from below. `mirror` puts the thumb on the other side. At scale 1 a hand is 66 wide and 130 long from the
cuff; 0.6 to 0.9 suits most scenes.
"""

from courses.starter.drawing.base import INK, LIT, PAPER, WHITE, group, line, rect, shape, use
from courses.starter.drawing.hand_shapes import (
    CUP_BEFORE,
    CUP_BEHIND,
    FIST,
    FLAT,
    GRIP,
    HOLD_BEFORE,
    HOLD_BEHIND,
    PALMS,
    PHONE_FINGERS,
    PHONE_THUMB,
    PICK,
    PINCH,
    POINT,
    STOP,
)


def hand_flat(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Laid flat on a thing to feel, press, wipe or cover it. Working point: under the middle fingertips."""
    return use(FLAT, x, y, rotate, scale, mirror)


def hand_pick(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Takes a round thing. Working point: between thumb and fingers; draw the thing (r 20–30) there first."""
    return use(PICK, x, y, rotate, scale, mirror)


def hand_pinch(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Holds a small or thin thing (needle, pen, string, coin) where thumb and index meet: the working point."""
    return use(PINCH, x, y, rotate, scale, mirror)


def hand_point(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Points or taps. Working point: the tip of the index finger."""
    return use(POINT, x, y, rotate, scale, mirror)


def hand_fist(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Closed round a handle or rope that passes crosswise under it. Working point: middle of the handle."""
    return use(FIST, x, y, rotate, scale, mirror)


def hand_grip_left(x: float, y: float, rotate: float = 0, scale: float = 0.8) -> str:
    """From the left, fingers over the front of a thing, thumb along its top. Working point: its left edge."""
    return use(GRIP, x, y, rotate - 84, scale, mirror=True)


def hand_grip_right(x: float, y: float, rotate: float = 0, scale: float = 0.8) -> str:
    """As `hand_grip_left`, from the right. Working point: the right edge of the thing."""
    return use(GRIP, x, y, rotate + 84, scale)


def hand_stop(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """An open palm held up towards us: stop, no, greeting. Comes from below. Working point: middle of the palm."""
    return use(STOP, x, y, rotate, scale, mirror)


def hand_cup(x: float, y: float, held: str = "", rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Palm up: carries, offers or receives. Comes from the lower right. Working point: where the thing rests.

    `held` is drawn between fingers and palm, in the scene's own units; about 70 wide at scale 1.
    """
    behind, before = (use(part, x, y, rotate, scale, mirror) for part in (CUP_BEHIND, CUP_BEFORE))
    return behind + held + before


def hand_hold(x: float, y: float, held: str = "", rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Holds a flat thing (paper, card, bag) up: fingers behind it, thumb before it. Comes from below.

    Working point: the thumb's tip. `held` is drawn between, in the scene's own units.
    """
    behind, before = (use(part, x, y, rotate, scale, mirror) for part in (HOLD_BEHIND, HOLD_BEFORE))
    return behind + held + before


def hands_together(x: float, y: float, rotate: float = 0, scale: float = 1) -> str:
    """Two palms pressed together: sorry, thank you, please. Come from below. Working point: middle of the palms."""
    return use(PALMS, x, y, rotate, scale)


def phone(
    x: float, y: float, screen: str = "", w: float = 106, h: float = 182, scale: float = 1, glass: str = PAPER
) -> str:
    """A phone on its own, upright. `x, y`: its upper left corner.

    `screen` is drawn inside in units of its own: 0, 0 is the upper left of the glass, which is `w` - 18 wide and
    `h` - 36 high (88 × 146).
    """
    body = rect(0, 0, w, h, 13, INK, WHITE, 3) + rect(9, 14, w - 18, h - 36, 4, glass)
    key = line(f"M{w / 2 - 9:g} {h - 11:g}h18", width=3)
    return group(body + key + (group(screen, 9, 14) if screen else ""), x, y, scale=scale)


def phone_held(x: float, y: float, screen: str = "", scale: float = 1, mirror: bool = False, glass: str = PAPER) -> str:
    """A phone (106 × 182, glass 88 × 146) in a hand from the lower left; `mirror`: from the lower right.

    `x, y`: upper left corner of the phone; `screen` as for `phone`, never mirrored. The thumb covers the glass about
    6–30, 95–120 (mirrored: 58–82), the fingers stand out 22 on the far side.
    """
    side = 106 if mirror else 0
    inside = use(PHONE_FINGERS, side, 0, mirror=mirror) + phone(0, 0, screen, glass=glass)
    return group(inside + use(PHONE_THUMB, side, 0, mirror=mirror), x, y, scale=scale)


def skirt(x: float, y: float, scale: float = 1) -> str:
    """A woman from waist to feet, without face: skirt, apron, shoes. `x, y`: middle of the waist; 98 wide, 132 high."""
    woman = (
        shape("M-35 0H35L49 118H-49Z")
        + rect(-36, -6, 72, 13, fill=WHITE)
        + line("M-29 .5h60", INK, 3.4, "0 7.6")
        + shape("M-19 8h38l8 70h-54z", LIT, width=2)
        + line("M-21 68h44", width=3, dash="0 7")
        + line("M-45 104h90", width=3.2, dash="0 8")
        + shape(
            "M-25 120h20v10c-10 4 -22 4 -28 2c0 -6 8 -6 8 -12zM7 120h20c0 6 8 6 10 12c-8 2 -20 2 -30 -2z", WHITE, ""
        )
    )
    return group(woman, x, y, scale=scale)


__all__ = [
    "hand_cup",
    "hand_fist",
    "hand_flat",
    "hand_grip_left",
    "hand_grip_right",
    "hand_hold",
    "hand_pick",
    "hand_pinch",
    "hand_point",
    "hand_stop",
    "hands_together",
    "phone",
    "phone_held",
    "skirt",
]
