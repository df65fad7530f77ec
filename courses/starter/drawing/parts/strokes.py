"""Colours, numbers and the few SVG elements every part is made of. All lengths are SVG user units.

A *symbol* is a fragment kept by name: `use` only points to it, and `draw` writes it once into the <defs> of each
picture that needs it. Every placing function takes `x, y` for the origin of the part, then `rotate` (degrees,
clockwise), `scale`, and `mirror` (left and right exchanged before turning).
"""

INK = "#16234a"
WHITE = "#fbfaf6"
BLUE = "#27407f"
LIT = "#4a6bb5"
DARK = "#1d2f61"
PAPER = "#e8edf7"
ORANGE = "#e5762a"
GLOW = "#ffd2ab"

SYMBOLS: dict[str, str] = {}


def number(value: float) -> str:
    """At most two decimals, no trailing zeros, never -0."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _paint(fill: str, stroke: str, width: float, dash: str = "") -> str:
    text = f' fill="{fill}"' if fill else ""
    if stroke:
        text += f' stroke="{stroke}" stroke-width="{number(width)}"'
    return text + (f' stroke-dasharray="{dash}"' if dash else "")


def shape(d: str, fill: str = BLUE, stroke: str = WHITE, width: float = 2.5) -> str:
    """A filled outline; white line round indigo by default."""
    return f'<path d="{d}"{_paint(fill, stroke, width)}/>'


def line(d: str, stroke: str = WHITE, width: float = 2.5, dash: str = "") -> str:
    """An open line."""
    return f'<path d="{d}"{_paint("", stroke, width, dash)}/>'


def circle(x: float, y: float, r: float, fill: str = "", stroke: str = "", width: float = 2.5, dash: str = "") -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}"{_paint(fill, stroke, width, dash)}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str = "", stroke: str = "", width: float = 2.5) -> str:
    where = f'cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}"'
    return f"<ellipse {where}{_paint(fill, stroke, width)}/>"


def rect(
    x: float, y: float, w: float, h: float, r: float = 0, fill: str = BLUE, stroke: str = "", width: float = 2.5
) -> str:
    """A rectangle with corners of radius `r`; no line unless `stroke` is given."""
    where = f'x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"'
    corner = f' rx="{number(r)}"' if r else ""
    return f"<rect {where}{corner}{_paint(fill, stroke, width)}/>"


def dotted(d: str, colour: str = WHITE, width: float = 3.4, gap: float = 8) -> str:
    """A row of wax dots along `d`, `gap` apart."""
    return line(d, colour, width, f"0 {number(gap)}")


def dots(x1: float, y1: float, x2: float, y2: float, gap: float = 8, width: float = 3.4, colour: str = WHITE) -> str:
    """A straight row of wax dots, `gap` apart, from one point to the other."""
    return dotted(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", colour, width, gap)


def table_line(y: float = 196) -> str:
    """The dotted line things stand on, right across a scene."""
    return line(f"M14 {number(y)}H314", LIT, 2.5, "1 8")


def limb(d: str, width: float = 15) -> str:
    """A finger or arm along `d`: white, with a dark edge of 2.25 on either side."""
    return line(d, INK, width + 4.5) + line(d, WHITE, width)


def _transform(x: float, y: float, rotate: float, scale: float, mirror: bool) -> str:
    steps = [f"translate({number(x)} {number(y)})"] if x or y else []
    if rotate:
        steps.append(f"rotate({number(rotate)})")
    if mirror:
        steps.append(f"scale({number(-scale)} {number(scale)})")
    elif scale != 1:
        steps.append(f"scale({number(scale)})")
    return f' transform="{" ".join(steps)}"' if steps else ""


def group(content: str, x: float = 0, y: float = 0, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """`content` moved as one."""
    return f"<g{_transform(x, y, rotate, scale, mirror)}>{content}</g>"


def use(name: str, x: float = 0, y: float = 0, rotate: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """Point to a symbol; `draw` puts it into <defs>."""
    return f'<use href="#{name}"{_transform(x, y, rotate, scale, mirror)}/>'


def symbol(name: str, content: str) -> str:
    """Keep `content` (drawn about its own origin) under `name`; returns the name."""
    SYMBOLS[name] = content
    return name


__all__ = [
    "BLUE",
    "DARK",
    "GLOW",
    "INK",
    "LIT",
    "ORANGE",
    "PAPER",
    "WHITE",
    "circle",
    "dots",
    "dotted",
    "ellipse",
    "group",
    "limb",
    "line",
    "rect",
    "shape",
    "symbol",
    "table_line",
    "use",
]
