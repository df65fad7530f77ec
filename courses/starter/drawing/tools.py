"""Tools, vessels and goods other than fruit. Positions and lengths are SVG user units."""

from courses.starter.drawing.base import (
    BLUE,
    DARK,
    INK,
    LIT,
    ORANGE,
    PAPER,
    WHITE,
    circle,
    ellipse,
    group,
    line,
    number,
    rect,
    shape,
)
from courses.starter.drawing.things import whorl


def magnifier(x: float, y: float, r: float = 26, content: str = "", rotate: float = 0) -> str:
    """A lens with its handle to the lower right. `x, y`: middle of the lens; `content` (scene units) lies in it."""
    handle = line(f"M{number(r * 0.75)} {number(r * 0.75)}l{number(r * 0.7)} {number(r * 0.7)}", INK, 13)
    handle += line(f"M{number(r * 0.8)} {number(r * 0.8)}l{number(r * 0.65)} {number(r * 0.65)}", WHITE, 8)
    glass = circle(0, 0, r, PAPER if not content else WHITE, INK, 9)
    return group(handle + glass, x, y, rotate) + content + circle(x, y, r, stroke=WHITE, width=4)


def scale_platform(x: float, y: float, w: float = 168) -> str:
    """A floor scale with a dial. `x, y`: middle of the plate's upper edge; 30 high."""
    h = w / 2
    return (
        shape(f"M{number(x - h + 8)} {number(y + 8)}h{number(w - 16)}l14 22h-{number(w + 12)}z", LIT)
        + rect(x - h, y, w, 10, fill=WHITE)
        + circle(x, y + 20, 13, WHITE, INK)
        + line(f"M{number(x)} {number(y + 20)}l6 -7", ORANGE, 3)
        + line(f"M{number(x - 8)} {number(y + 20)}h0m8 -8h0m8 8h0", INK, 2.6)
    )


def scale_table(x: float, y: float, content: str = "", scale: float = 1) -> str:
    """A shop scale: pan on top, round dial below. `x, y`: middle of its foot; 84 wide, 86 high.

    `content` (units of its own: 0, 0 is the middle of the pan's floor) lies in the pan.
    """
    pan = shape("M-42 -78H42C38 -66 26 -62 0 -62S-38 -66 -42 -78Z", PAPER, INK, 2.4)
    dial = circle(0, -28, 19, WHITE, INK) + line("M0 -28L9 -38", ORANGE, 3.2)
    marks = line("M-12 -28h0M-9 -37h0M0 -41h0M12 -28h0", INK, 3)
    body = shape("M-20 -54H20L32 0H-32Z", BLUE) + rect(-4, -64, 8, 12, fill=WHITE)
    return group(body + dial + marks + group(content, 0, -68) + pan, x, y, scale=scale)


def basket(x: float, y: float, content: str = "", scale: float = 1, handle: bool = True) -> str:
    """A woven basket. `x, y`: middle of its foot; 112 wide, 58 high, the handle 40 more.

    `content` (units of its own: 0, 0 is the middle of the opening) stands between the back and front rim.
    """
    arch = "M-38 -58C-38 -110 38 -110 38 -58"
    drawn = line(arch, WHITE, 6) + line(arch, BLUE, 2.4, "0 6") if handle else ""
    drawn += ellipse(0, -58, 56, 14, DARK, WHITE, 2.5) + group(content, 0, -58)
    drawn += shape("M-56 -58C-52 -30 -48 -12 -42 0H42C48 -12 52 -30 56 -58C40 -40 -40 -40 -56 -58Z")
    drawn += line("M-32 -40l4 34M-16 -38l2 34M0 -37v33M16 -38l-2 34M32 -40l-4 34", LIT, 2)
    drawn += line("M-50 -34C-24 -22 24 -22 50 -34", width=3.4, dash="0 8") + line(
        "M-46 -20C-22 -10 22 -10 46 -20", width=2
    )
    return group(drawn, x, y, scale=scale)


def sack(x: float, y: float, content: str = "", scale: float = 1) -> str:
    """A cloth sack with rolled rim. `x, y`: middle of its foot; 96 wide, 100 high.

    `content` (units of its own: 0, 0 is the middle of the opening) is seen above the rim.
    """
    drawn = ellipse(0, -92, 38, 12, DARK, WHITE, 2.5) + group(content, 0, -92)
    drawn += shape(
        "M-40 -90C-34 -76 34 -76 40 -90C44 -76 40 -70 40 -62C54 -36 "
        "50 -8 42 0H-42C-50 -8 -54 -36 -40 -62C-40 -70 -44 -76 -40 -90Z"
    )
    drawn += line("M-40 -66C-28 -58 28 -58 40 -66", width=3.2, dash="0 8") + whorl(-2, -30, 3.2)
    return group(drawn, x, y, scale=scale)


def peanut(x: float, y: float, rotate: float = 0, scale: float = 1) -> str:
    """A peanut in its shell, 36 × 16. `x, y`: its middle."""
    d = "M-10 -8C-4 -8 -3 -5 1 -6C12 -10 19 -3 18 2C17 9 9 9 3 6C-1 5 -3 8 -9 8C-21 8 -21 -8 -10 -8Z"
    return group(
        shape(d, PAPER, INK, 2) + line("M-12 -3h0M-8 3h0M-14 2h0M9 -2h0M13 2h0M7 3h0", LIT, 2.6), x, y, rotate, scale
    )


def cloth(x: float, y: float, w: float = 110, h: float = 80, rotate: float = 0, content: str = "") -> str:
    """A piece of batik: dotted border, a whorl unless `content` (own units, 0, 0 upper left). `x, y`: upper left."""
    inside = content or whorl(w / 2 - 3, h / 2, min(w, h) / 18)
    edge = rect(0, 0, w, h, 2, BLUE, WHITE)
    dot = (
        f'<rect x="7" y="7" width="{number(w - 14)}" height="{number(h - 14)}" '
        f'stroke="{WHITE}" stroke-width="3" stroke-dasharray="0 8"/>'
    )
    return group(edge + dot + inside, x, y, rotate)


def needle(x: float, y: float, rotate: float = 0, length: float = 50, thread: str = "c14 -14 30 10 46 -6") -> str:
    """A needle. `x, y`: its point; it runs upwards to its eye, from which `thread` (relative path, orange) leaves."""
    n = number(length)
    drawn = line(f"M0 0V-{number(length - 8)}", WHITE, 3) + ellipse(0, -length + 4, 3, 6, stroke=WHITE, width=2)
    return group(line(f"M0 -{n}{thread}", ORANGE, 2.4) + drawn, x, y, rotate)


def scissors(x: float, y: float, rotate: float = 0, scale: float = 1) -> str:
    """Open scissors. `x, y`: where the blades cut, at their crossing; blades up 46, rings down 44."""
    blades = shape("M-2 6L-18 -44C-8 -36 2 -16 4 4Z", WHITE, INK, 2) + shape(
        "M2 6L18 -44C8 -36 -2 -16 -4 4Z", WHITE, INK, 2
    )
    arms = line("M-2 2L10 26M2 2L-10 26", LIT, 6)
    rings = circle(15, 34, 10, stroke=LIT, width=6) + circle(-15, 34, 10, stroke=LIT, width=6)
    return group(arms + rings + blades + circle(0, 2, 2.4, INK), x, y, rotate, scale)


def price_tag(x: float, y: float, rotate: float = 0, scale: float = 1, yuan: bool = True) -> str:
    """A tag hanging from its hole. `x, y`: the hole; 44 wide, 58 long; with the sign of the yuan in orange."""
    drawn = shape("M-22 14L0 -10L22 14V46H-22Z", BLUE) + circle(0, 0, 4, INK, WHITE)
    if yuan:
        drawn += line("M-8 15l8 9 8 -9M0 24v12M-7 26h14M-7 31h14", ORANGE, 3.2)
    return group(drawn, x, y, rotate, scale)


def pen(x: float, y: float, rotate: float = 0, length: float = 60) -> str:
    """A pen. `x, y`: its point; it runs upwards."""
    n = number(length)
    return group(shape(f"M0 0L-4 -11V-{n}H4V-11Z", LIT, WHITE, 2) + line("M0 0l-1.5 -4h3z", WHITE, 2), x, y, rotate)


def knife(x: float, y: float, rotate: float = 0, scale: float = 1) -> str:
    """A kitchen knife. `x, y`: its tip; blade and handle run upwards, 70 in all."""
    return group(
        shape("M0 0C10 -8 12 -24 12 -44H-2Z", WHITE, INK, 2) + rect(-2, -72, 10, 30, 4, LIT, INK, 2),
        x,
        y,
        rotate,
        scale,
    )


def lock(x: float, y: float, scale: float = 1, colour: str = ORANGE) -> str:
    """A padlock. `x, y`: middle of its body, 32 × 26."""
    drawn = line("M-10 -12V-20a10 10 0 0 1 20 0v8", WHITE, 5) + rect(-16, -13, 32, 26, 5, colour, INK, 2.4)
    return group(drawn + line("M0 -2v5", INK, 5), x, y, scale=scale)


def fish_hook(x: float, y: float, scale: float = 1, colour: str = ORANGE) -> str:
    """A barbed hook on its line. `x, y`: its eye; the line runs up 300, the hook down 46."""
    drawn = line("M0 0V-300", WHITE, 1.8) + line("M0 4V28a12 12 0 0 0 24 0V18l-8 9", INK, 9)
    return group(
        drawn + line("M0 4V28a12 12 0 0 0 24 0V18l-8 9", colour, 4.5) + circle(0, 2, 4, INK, colour, 3),
        x,
        y,
        scale=scale,
    )


def bag_clear(x: float, y: float, w: float = 90, h: float = 110, content: str = "") -> str:
    """A clear sealed bag. `x, y`: upper left; `content` in units of its own, 0, 0 upper left."""
    bag = (
        f'<rect width="{number(w)}" height="{number(h)}" rx="5" fill="{LIT}" '
        f'fill-opacity=".45" stroke="{WHITE}" stroke-width="2.5"/>'
    )
    seal = line(f"M6 9H{number(w - 6)}", WHITE, 3) + line(f"M6 15H{number(w - 6)}", WHITE, 1.6, "2 4")
    return group(bag + content + seal + line(f"M8 {number(h * 0.4)}v{number(h * 0.35)}", WHITE, 3), x, y)


def bacon(x: float, y: float, h: float = 74, hook: bool = True) -> str:
    """A strip of smoked pork. `x, y`: middle of its upper edge; 24 wide, `h` long; its string is 14."""
    n = number
    strip = shape(
        f"M{n(x - 12)} {n(y)}h24c2 {n(h * 0.3)} -4 {n(h * 0.6)} 1 {n(h)}"
        f"c-8 4 -18 4 -26 0c5 -{n(h * 0.4)} -1 -{n(h * 0.6)} 1 -{n(h)}z",
        LIT,
        INK,
        2.2,
    )
    fat = line(f"M{n(x - 3)} {n(y + 3)}c2 {n(h * 0.3)} -3 {n(h * 0.6)} 0 {n(h - 4)}", WHITE, 5)
    fat += line(f"M{n(x + 6)} {n(y + 4)}c1 {n(h * 0.3)} -3 {n(h * 0.6)} 0 {n(h - 8)}", DARK, 3)
    return (line(f"M{n(x)} {n(y)}v-14", WHITE, 2.2) if hook else "") + strip + fat


def bowl(x: float, y: float, scale: float = 1, content: str = "") -> str:
    """A bowl. `x, y`: middle of its foot; 52 wide, 26 high; `content` in its own units above 0, -26."""
    drawn = group(content, 0, -26) + shape("M-26 -26H26C25 -8 12 -2 9 0H-9C-12 -2 -25 -8 -26 -26Z", PAPER, INK, 2.2)
    return group(drawn + line("M-17 -17H18", LIT, 3, "0 7"), x, y, scale=scale)


def hoop(x: float, y: float, r: float = 46, content: str = "") -> str:
    """An embroidery hoop. `x, y`: its middle; `content` in units of its own, 0, 0 the middle."""
    return group(
        circle(0, 0, r, BLUE, WHITE, 5) + circle(0, 0, r - 7, stroke=WHITE, width=3, dash="0 7") + content, x, y
    )


def stand(x: float, y: float, h: float = 60) -> str:
    """A three-legged stand for a phone or frame. `x, y`: its head; feet `h` lower."""
    n = number
    return line(
        f"M{n(x)} {n(y)}l-{n(h * 0.35)} {n(h)}M{n(x)} {n(y)}v{n(h)}M{n(x)} {n(y)}l{n(h * 0.35)} {n(h)}", WHITE, 4
    )


def camera(x: float, y: float, scale: float = 1) -> str:
    """A camera, as a sign for taking a picture. `x, y`: its middle; 54 × 40."""
    drawn = shape("M-24 -15h12l4 -8h14l4 8h14a3 3 0 0 1 3 3v26a3 3 0 0 1 -3 3h-48a3 3 0 0 1 -3 -3v-26a3 3 0 0 1 3 -3z")
    return group(drawn + circle(0, 0, 11, INK, WHITE) + circle(0, 0, 6, ORANGE), x, y, scale=scale)


def loudspeaker(x: float, y: float, scale: float = 1) -> str:
    """A loudspeaker's side view, sounding to the right. `x, y`: left end of its middle; 28 wide, 42 high."""
    return group(shape("M0 -8h12l16 -13v42l-16 -13h-12z", WHITE, ""), x, y, scale=scale)


__all__ = [
    "bacon",
    "bag_clear",
    "basket",
    "bowl",
    "camera",
    "cloth",
    "fish_hook",
    "hoop",
    "knife",
    "lock",
    "loudspeaker",
    "magnifier",
    "needle",
    "peanut",
    "pen",
    "price_tag",
    "sack",
    "scale_platform",
    "scale_table",
    "scissors",
    "stand",
]
