"""Reading a drawing (SVG) so strictly that what comes out cannot do anything but be looked at."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree as Tree

from defusedxml.ElementTree import fromstring

SVG = "http://www.w3.org/2000/svg"
MAX_BYTES = 200_000

ELEMENTS = {
    "svg", "title", "desc", "defs", "g", "use", "symbol", "path", "circle", "ellipse", "rect", "line", "polyline",
    "polygon", "clipPath", "mask", "pattern", "linearGradient", "radialGradient", "stop",
}  # fmt: skip
ATTRIBUTES = {
    "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d", "points", "id",
    "href", "transform", "fill", "fill-opacity", "fill-rule", "clip-rule", "clip-path", "mask", "stroke",
    "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-dashoffset", "stroke-opacity",
    "stroke-miterlimit", "opacity", "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform",
    "patternUnits", "patternTransform", "clipPathUnits", "maskUnits", "pathLength", "preserveAspectRatio",
    "role", "aria-hidden", "vector-effect", "paint-order",
}  # fmt: skip
LOCAL_LINK = re.compile(r"#[\w.-]+\Z")
OUTSIDE_URL = re.compile(r"url\s*\(\s*(?!#[\w.-]+\s*\))", re.IGNORECASE)

Tree.register_namespace("", SVG)


class DrawingRefused(ValueError):
    """The drawing holds something that is not a shape; the text says what, for the person who ships it."""


@dataclass(frozen=True)
class Drawing:
    """Clean SVG as UTF-8 bytes, and its size in whole user units."""

    content: bytes
    width: int
    height: int


def read_drawing(content: bytes) -> Drawing:
    """Parse, check every element and attribute, write anew. Raises DrawingRefused at the first thing not allowed."""
    if len(content) > MAX_BYTES:
        raise DrawingRefused(f"A drawing has at most {MAX_BYTES} bytes, this one {len(content)}.")
    try:
        root = fromstring(content, forbid_dtd=True)
    except Exception as error:
        # The parser refuses broken XML, DTDs and entities each in its own way; for us they are one.
        raise DrawingRefused(f"Not clean XML: {type(error).__name__}.") from error
    if root.tag != f"{{{SVG}}}svg":
        raise DrawingRefused(f"The outermost element is {root.tag}, not svg.")
    for element in root.iter():
        _check(element)
    width, height = _size(root)
    return Drawing(Tree.tostring(root, encoding="utf-8"), width, height)


def _check(element: Tree.Element) -> None:
    namespace, _, name = str(element.tag).rpartition("}")
    if namespace != f"{{{SVG}" or name not in ELEMENTS:
        raise DrawingRefused(f"The element {element.tag} is not allowed.")
    for attribute, value in element.attrib.items():
        if attribute not in ATTRIBUTES:
            raise DrawingRefused(f"The attribute {attribute} of {name} is not allowed.")
        if attribute == "href" and not LOCAL_LINK.match(value):
            raise DrawingRefused(f"{name} links to something outside the drawing.")
        if OUTSIDE_URL.search(value):
            raise DrawingRefused(f"{attribute} of {name} points outside the drawing.")


def _size(root: Tree.Element) -> tuple[int, int]:
    try:
        _left, _top, width, height = (float(part) for part in root.get("viewBox", "").replace(",", " ").split())
    except ValueError:
        raise DrawingRefused("The drawing has no viewBox of four numbers.") from None
    if not (1 <= width <= 10_000 and 1 <= height <= 10_000):
        raise DrawingRefused("The viewBox is smaller than 1 or larger than 10,000.")
    return round(width), round(height)
