# ruff: noqa: F403
"""The whole vocabulary of the drawings in one place: `from courses.starter.drawing import parts as p`.

A part is a function that returns an SVG fragment (a string); a scene is parts added one after another, the hindmost
first. `base` has colours and plain shapes, `hands` the hands and phones, `things` fruit, boxes, money and paper,
`tools` vessels and tools, `marks` signs, `places` houses, hills and weather.
"""

from courses.starter.drawing import base, hands, marks, places, things, tools
from courses.starter.drawing.base import *
from courses.starter.drawing.hands import *
from courses.starter.drawing.marks import *
from courses.starter.drawing.places import *
from courses.starter.drawing.things import *
from courses.starter.drawing.tools import *

__all__ = [*base.__all__, *hands.__all__, *marks.__all__, *places.__all__, *things.__all__, *tools.__all__]
