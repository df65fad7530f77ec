"""The starter lessons' drawings, made of a small vocabulary of parts; see `parts`. No Django needed."""

from courses.starter.drawing.registry import DRAWINGS, cover, draw, draw_all, faults, load_drawings, scene

__all__ = ["DRAWINGS", "cover", "draw", "draw_all", "faults", "load_drawings", "scene"]
