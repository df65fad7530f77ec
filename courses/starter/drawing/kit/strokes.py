"""Colours and single strokes. Lengths are SVG user units."""

INDIGO, DEEP, CLOTH, SKY = "#16234a", "#1d2f61", "#27407f", "#4a6bb5"
WHITE, PAPER, ORANGE, GLOW = "#fbfaf6", "#e8edf7", "#e5762a", "#ffd2ab"


def at(x: float, y: float, body: str, *, turn: float = 0, size: float = 1, mirror: bool = False) -> str:
    """`body` moved to (x, y), turned clockwise by `turn` degrees, scaled by `size`, mirrored left to right if asked."""
    steps = [f"translate({x:g} {y:g})"]
    if turn:
        steps.append(f"rotate({turn:g})")
    if mirror:
        steps.append(f"scale({-size:g} {size:g})")
    elif size != 1:
        steps.append(f"scale({size:g})")
    return f'<g transform="{" ".join(steps)}">{body}</g>'


def line(d: str, colour: str = WHITE, width: float = 3) -> str:
    return f'<path d="{d}" stroke="{colour}" stroke-width="{width:g}"/>'


def dotted(d: str, colour: str = WHITE, width: float = 3.4, gap: float = 8) -> str:
    """A row of wax dots."""
    return f'<path d="{d}" stroke="{colour}" stroke-width="{width:g}" stroke-dasharray="0 {gap:g}"/>'


def shape(d: str, fill: str = CLOTH, edge: str = WHITE, width: float = 2.5) -> str:
    return f'<path d="{d}" fill="{fill}" stroke="{edge}" stroke-width="{width:g}"/>'


def rect(
    x: float,
    y: float,
    w: float,
    h: float,
    *,
    fill: str = CLOTH,
    edge: str = WHITE,
    width: float = 2.5,
    round_by: float = 0,
) -> str:
    corner = f' rx="{round_by:g}"' if round_by else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"{corner} fill="{fill}" stroke="{edge}" stroke-width="{width:g}"/>'


def disc(x: float, y: float, r: float, *, fill: str = "none", edge: str = WHITE, width: float = 2.5) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}" stroke="{edge}" stroke-width="{width:g}"/>'


def table(y: float = 196) -> str:
    """The dotted ground line of a scene."""
    return f'<path d="M14 {y:g}H314" stroke="{SKY}" stroke-width="2.5" stroke-dasharray="1 8"/>'
