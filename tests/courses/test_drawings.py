"""The starter lessons' drawings: all there, small, plain, and the same as their source draws."""

import re

import pytest
from defusedxml.ElementTree import fromstring

from courses.starter import files
from courses.starter.drawing import DRAWINGS, draw, load_drawings
from courses.starter.drawing.__main__ import PICTURES

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "defs", "g", "use", "path", "rect", "circle", "ellipse", "clipPath"}
MOST_BYTES = 6 * 1024

load_drawings()
every_drawing = pytest.mark.parametrize("key", sorted(DRAWINGS))


def test_every_picture_of_the_course_is_drawn_and_no_other():
    assert set(DRAWINGS) == set(files.read_course()["pictures"])


def test_folder_holds_the_drawings_and_nothing_else():
    assert {path.name for path in PICTURES.iterdir()} == {f"{key}.svg" for key in DRAWINGS}


@every_drawing
def test_file_is_what_the_source_draws(key):
    assert (PICTURES / f"{key}.svg").read_bytes() == draw(key).encode(), "run python -m courses.starter.drawing"


@every_drawing
def test_drawing_is_small_enough_for_a_slow_line(key):
    assert len(draw(key).encode()) <= MOST_BYTES


@every_drawing
def test_drawing_uses_only_plain_elements(key):
    used = {element.tag.removeprefix(SVG) for element in fromstring(draw(key)).iter()}
    assert used <= ELEMENTS


@every_drawing
def test_drawing_points_only_to_what_it_holds(key):
    drawn = fromstring(draw(key))
    held = [element.get("id") for element in drawn.iter() if element.get("id")]
    assert set(re.findall(r'(?:href="|url\()#([^")]+)', draw(key))) <= set(held)
    assert len(held) == len(set(held))


@every_drawing
def test_drawing_has_a_chinese_title(key):
    title = fromstring(draw(key)).findtext(f"{SVG}title")
    assert re.search(r"[一-鿿]", title)
    assert not re.search(r"[A-Za-z]", title)


@every_drawing
def test_drawing_is_as_large_as_its_kind(key):
    size = "0 0 72 72" if key.startswith("cover-") else "0 0 328 208"
    assert fromstring(draw(key)).get("viewBox") == size
