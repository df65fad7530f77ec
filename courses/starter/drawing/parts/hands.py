"""Hands. Each comes with its sleeve, which runs 300 units back from the wrist and so off the picture.

`x, y` is the *working point* (fingertip, grip, hollow of the palm). Unless said otherwise a hand comes from above,
fingers down, seen from its back with the thumb on the left; `rotate=90` lets it come from the right, `-90` from the
left, `180` from below. `mirror` puts the thumb on the other side. At scale 1 a hand is 66 wide and 130 long from the
cuff; 0.6 to 0.9 suits most scenes.
"""

from courses.starter.drawing.parts.hand_shapes import (
    CUP_BEFORE,
    CUP_BEHIND,
    FIST,
    FLAT,
    GRIP,
    HOLD_BEFORE,
    HOLD_BEHIND,
    PALMS,
    PICK,
    PINCH,
    POINT,
    SPAN,
    SPREAD,
    STOP,
    TIPS,
)
from courses.starter.drawing.parts.sleeves import PLAIN_SLEEVE
from courses.starter.drawing.parts.strokes import use


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


def hand_grip(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Holds a thing by its edge: fingers over its front, thumb along its top. Working point: that edge.

    `rotate=84` grips from the right; `rotate=-84` with `mirror` from the left.
    """
    return use(GRIP, x, y, rotate, scale, mirror)


def hand_courier(x: float, y: float, rotate: float = 0, scale: float = 1) -> str:
    """`hand_grip` in the plain light sleeve of somebody from outside the village."""
    return use(GRIP, x, y, rotate, scale) + use(PLAIN_SLEEVE, x, y, rotate, scale)


def hand_span(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Measures between thumb and index finger. Working point: the tip of the index finger; the thumb's is 108 off."""
    return use(SPAN, x, y, rotate, scale, mirror)


def hand_spread(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Its back, fingers apart: measures, or keeps things together under it. Working point: under the fingertips."""
    return use(SPREAD, x, y, rotate, scale, mirror)


def hand_tips(x: float, y: float, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Holds a small thing with all fingertips together. Working point: between them."""
    return use(TIPS, x, y, rotate, scale, mirror)


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


__all__ = [
    "hand_courier",
    "hand_cup",
    "hand_fist",
    "hand_flat",
    "hand_grip",
    "hand_hold",
    "hand_pick",
    "hand_pinch",
    "hand_point",
    "hand_span",
    "hand_spread",
    "hand_stop",
    "hand_tips",
    "hands_together",
]
