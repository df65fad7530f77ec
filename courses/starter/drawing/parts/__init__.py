# ruff: noqa: F403
"""The vocabulary of the drawings: `from courses.starter.drawing import parts as p`.

A part is a function that returns an SVG fragment (a string); a drawing is parts added one after another, the hindmost
first. `x, y` come first, then a part's own measures, then `rotate` (degrees, clockwise), `scale`, `mirror`.
`strokes` has colours and plain shapes, `hands` the hands, `phones` phones and what they show, `goods` what grows and is
made, `boxes` what it lies in, `money` coins and paper, `tools` scales and lenses, `marks` signs, `places` the rest.
"""

from courses.starter.drawing.parts import boxes, goods, hands, marks, money, phones, places, strokes, tools
from courses.starter.drawing.parts.boxes import *
from courses.starter.drawing.parts.goods import *
from courses.starter.drawing.parts.hands import *
from courses.starter.drawing.parts.marks import *
from courses.starter.drawing.parts.money import *
from courses.starter.drawing.parts.phones import *
from courses.starter.drawing.parts.places import *
from courses.starter.drawing.parts.strokes import *
from courses.starter.drawing.parts.tools import *

__all__ = [
    *boxes.__all__,
    *goods.__all__,
    *hands.__all__,
    *marks.__all__,
    *money.__all__,
    *phones.__all__,
    *places.__all__,
    *strokes.__all__,
    *tools.__all__,
]
