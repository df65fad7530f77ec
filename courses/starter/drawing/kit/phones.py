"""Phones, standing or held."""

from courses.starter.drawing.kit.hands import finger, sleeve
from courses.starter.drawing.kit.strokes import INDIGO, PAPER, SKY, WHITE, at, line, rect


def phone(screen: str = "") -> str:
    """A phone standing upright, outer box 106 × 182 from (0, 0); `screen` is drawn in its own box 88 × 146 from (0, 0)."""
    return (
        rect(0, 0, 106, 182, fill=INDIGO, width=3, round_by=13)
        + rect(9, 14, 88, 146, fill=PAPER, edge=PAPER, width=0, round_by=4)
        + line("M44 171h18", WHITE, 3)
        + at(9, 14, screen)
    )


def held_phone(screen: str = "") -> str:
    """A phone held by a left hand that comes from the lower left; outer box 106 × 182 from (88, 10) as in the first
    drawing, hand and sleeve reach from x = 0 to 215. Place with `at` (size 0.9 leaves room beside it)."""
    return (
        finger("M170 92L206 88", 17)
        + finger("M170 112L210 109", 17)
        + finger("M170 132L208 131", 17)
        + finger("M170 151L200 152", 15)
        + f'<path d="M38 192C46 150 60 122 92 104H150V190C130 214 100 214 92 218Z" fill="{WHITE}"/>'
        + at(88, 10, phone(screen))
        + finger("M66 176C68 148 82 130 112 122", 19)
        + f'<g transform="rotate(62 113 122)">{line("M109 118v4a4 4 0 0 0 8 0v-4", INDIGO, 1.6)}</g>'
        + f'<circle cx="65" cy="178" r="16" fill="{WHITE}"/>'
        + at(62, 196, at(0, 80, sleeve(60, 40)), turn=206)
    )


def text_lines(x: float, y: float, *widths: float, colour: str = SKY) -> str:
    """Lines of writing on a screen, 11 units apart."""
    return "".join(line(f"M{x:g} {y + 11 * n:g}h{w:g}", colour, 4) for n, w in enumerate(widths))
