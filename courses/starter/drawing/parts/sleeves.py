"""What a hand comes out of: sleeves, with and without embroidery, of a wrist at 0, 0. Lengths are SVG user units."""

from courses.starter.drawing.parts.strokes import INK, LIT, PAPER, WHITE, circle, line, shape, symbol, use

RINGS = symbol(
    "rings",
    "".join(circle(x, -37, 6, stroke=WHITE, width=1.8) for x in (-18, 0, 18))
    + line("M-18 -37h0M0 -37h0M18 -37h0", width=3.2),
)


def _sleeve(half: float) -> str:
    """Cuff and sleeve behind a wrist 2 × `half` wide at the origin, running upwards."""
    band, dot = half + 3, half - 6
    return (
        shape(f"M-{half} 0H{half}L{half + 16} -90L{half + 24} -300H-{half + 24}L-{half + 16} -90Z")
        + shape(f"M-{band} -16L-{half} 0H{half}L{band} -16Z", LIT)
        + line(f"M-{dot} -8H{dot + 2}", width=3.4, dash="0 8")
        + line(f"M-{half + 1} -24H{half + 1}", width=1.8)
        + use(RINGS)
    )


SLEEVE = symbol("sleeve", _sleeve(27))

PLAIN_SLEEVE = symbol(
    "sleeve-plain",
    shape("M-31 -78H31L48 -168L56 -380H-56L-48 -168Z", PAPER, INK) + line("M-33 -94H33M-35 -106H35", LIT, 5),
)

WIDE_SLEEVE = symbol("sleeve-wide", _sleeve(40))
