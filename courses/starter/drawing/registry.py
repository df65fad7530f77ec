"""The list of drawings, and how one becomes a file."""

import importlib
import pkgutil
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from courses.starter.drawing.parts.strokes import INK, SYMBOLS, rect

MOST_BYTES = 6 * 1024
SCENE = (328, 208)
COVER = (72, 72)
_ALLOWED = {"svg", "title", "defs", "g", "use", "path", "rect", "circle", "ellipse", "clipPath"}


@dataclass(frozen=True)
class Drawing:
    """A picture by key: Chinese title, size in user units, and the function that returns its body."""

    key: str
    title: str
    size: tuple[int, int]
    body: Callable[[], str]


DRAWINGS: dict[str, Drawing] = {}


def scene(key: str, title: str) -> Callable[[Callable[[], str]], Callable[[], str]]:
    """Register a lesson picture, 328 × 208; the indigo ground is laid under its body."""
    return _registrar(key, title, SCENE)


def cover(key: str, title: str) -> Callable[[Callable[[], str]], Callable[[], str]]:
    """Register a lesson cover, 72 × 72; the indigo ground is laid under its body."""
    return _registrar(key, title, COVER)


def draw(key: str) -> str:
    """The complete SVG of one drawing."""
    load_drawings()
    drawing = DRAWINGS[key]
    width, height = drawing.size
    body = drawing.body()
    symbols = "".join(f'<g id="{name}">{SYMBOLS[name]}</g>' for name in sorted(_symbols_in(body)))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" fill="none"'
            ' stroke-linecap="round" stroke-linejoin="round">',
            f"<title>{escape(drawing.title)}</title>",
            *([f"<defs>{symbols}</defs>"] if symbols else []),
            rect(0, 0, width, height, fill=INK),
            body,
            "</svg>\n",
        ]
    )


def draw_all(folder: Path, only: str = "") -> list[Path]:
    """Write every drawing whose key starts with `only` to `folder`; the same code gives the same bytes."""
    load_drawings()
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for key in sorted(DRAWINGS):
        if key.startswith(only):
            path = folder / f"{key}.svg"
            path.write_bytes(draw(key).encode())
            written.append(path)
    return written


def faults(svg: str) -> list[str]:
    """What keeps a drawing off a cheap phone: too large, an element we do not use, a reference to nothing."""
    size = len(svg.encode())
    found = [f"{size} bytes"] if size > MOST_BYTES else []
    found += sorted(f"<{tag}>" for tag in set(re.findall(r"<([A-Za-z]+)", svg)) - _ALLOWED)
    ids = re.findall(r' id="([^"]+)"', svg)
    used = re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', svg)
    found += sorted(f"no #{name}" for name in {a or b for a, b in used} - set(ids))
    return found + sorted(f"#{name} twice" for name in set(ids) if ids.count(name) > 1)


@cache
def load_drawings() -> None:
    """Import every covers*.py and scenes_*.py, so that they register themselves."""
    package = __name__.rpartition(".")[0]
    folder = Path(__file__).parent
    for module in pkgutil.iter_modules([str(folder)]):
        if module.name.startswith(("covers", "scenes_")):
            importlib.import_module(f"{package}.{module.name}")


def _registrar(key: str, title: str, size: tuple[int, int]) -> Callable[[Callable[[], str]], Callable[[], str]]:
    def register(body: Callable[[], str]) -> Callable[[], str]:
        if key in DRAWINGS:
            raise ValueError(f"two drawings are called {key}")
        DRAWINGS[key] = Drawing(key, title, size, body)
        return body

    return register


def _symbols_in(fragment: str) -> set[str]:
    """Names of all symbols a fragment uses, and those they use in turn."""
    names = {name for name in re.findall(r'href="#([^"]+)"', fragment) if name in SYMBOLS}
    return names.union(*(_symbols_in(SYMBOLS[name]) for name in names))
