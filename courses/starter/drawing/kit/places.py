"""Roads, houses and the sky."""

from courses.starter.drawing.kit.strokes import INDIGO, ORANGE, PAPER, SKY, WHITE, at, disc, dotted, line, shape


def truck() -> str:
    """A small van on two wheels, 66 × 38, wheels on y = 0."""
    return (
        shape("M0 -30h40v26h-40z", PAPER, INDIGO, 2)
        + shape("M40 -22h13l10 9v9h-23z", WHITE, INDIGO, 2)
        + f'<path d="M44 -18h8l6 7h-14z" fill="{SKY}"/>'
        + disc(12, -3, 6, fill=INDIGO, width=3)
        + disc(48, -3, 6, fill=INDIGO, width=3)
    )


def house(w: float = 72, h: float = 66) -> str:
    """A village house with its door open; ground at y = 0, from x = 0 to w."""
    return (
        shape(f"M6 0V-{h * 0.55:g}L{w / 2:g} -{h * 0.9:g}L{w - 6:g} -{h * 0.55:g}V0Z")
        + line(f"M-2 -{h * 0.5:g}L{w / 2:g} -{h:g}L{w + 2:g} -{h * 0.5:g}", WHITE, 3.2)
        + shape(f"M{w / 2 - 9:g} 0v-{h * 0.38:g}h18v{h * 0.38:g}", INDIGO)
    )


def hills(y: float = 130) -> str:
    """Two round hills along the foot of the scene, their tops at about y."""
    return shape(
        f"M-6 208V{y + 34:g}C30 {y - 10:g} 62 {y - 16:g} 92 {y + 18:g}C128 {y - 30:g} 176 {y - 30:g} 214 {y + 22:g}C248 {y - 2:g} 300 {y:g} 336 {y + 30:g}V208Z"
    ) + dotted(
        f"M8 {y + 44:g}C38 {y + 4:g} 62 {y + 2:g} 90 {y + 32:g}C126 {y - 12:g} 174 {y - 12:g} 210 {y + 36:g}", SKY, 3
    )


def sun(x: float, y: float) -> str:
    rays = "M28 0h7M20 20l5 5M0 28v7M-20 20l-5 5M-28 0h-7M-20 -20l-5 -5M0 -28v-7M20 -20l5 -5"
    return at(x, y, f'<circle r="15" fill="{ORANGE}"/>' + disc(0, 0, 21, edge=ORANGE) + line(rays, ORANGE, 3))


def moon(x: float, y: float) -> str:
    return at(x, y, f'<path d="M4 -20a20 20 0 1 0 16 30a17 17 0 0 1 -16 -30z" fill="{WHITE}"/>')
