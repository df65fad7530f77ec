"""The style sheet of the phone's screens and the script that runs before the first paint, both sent inside the page.

Inside the page they cost no further round trip on a slow line; a strict policy lets them in by their hash.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import rjsmin

STATIC = Path(__file__).resolve().parent / "static" / "phone"
BUNDLES = {
    "page": [
        *("tokens", "base", "bar", "picture", "unsent", "foot", "say", "row", "choice", "verdict"),
        *("form", "notice", "card", "button", "step", "display"),
    ],
    # What only a quiz needs is no burden on a lesson.
    "quiz": ["question", "pad", "order"],
    "result": ["judged"],
    "topic": ["topic"],
    # What only a lesson with a calculator needs, or a page of the tools.
    "price": ["reckon"],
    "tools": ["tool"],
    "film": ["film"],
    "pack": ["pack"],
    "recorder": ["recorder"],
    "task": ["task"],
    "my-data": ["own"],
    "handing": ["blurring", "handing"],
    "shelf": ["shelf"],
    "review": ["review"],
    "review-wide": ["review-wide"],
    "keeper": ["keeper"],
    "folk": ["review", "folk"],
}


@cache
def styles(bundle: str = "page") -> str:
    """The component style sheets of a bundle in order, without comments and needless space."""
    return _small("\n".join((STATIC / "css" / f"{name}.css").read_text() for name in BUNDLES[bundle]))


@cache
def display_script() -> str:
    """Sets the classes of what she chose on <html> before anything is painted, and leaves pictures out if she did."""
    return rjsmin.jsmin((STATIC / "display.js").read_text()).strip()


@cache
def straight_on_script() -> str:
    """On the first screen: leads whose language is known to its lessons, before the choice is painted."""
    return rjsmin.jsmin((STATIC / "straight-on.js").read_text()).strip()


@cache
def source_hash(text: str) -> str:
    """The source expression that allows exactly this inline text in a content security policy."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _small(css: str) -> str:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,>])\s*|(?<=:)\s", r"\1", css).replace(";}", "}").strip()
