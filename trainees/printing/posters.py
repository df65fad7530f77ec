"""Posters of villages: one page each, the large code and the six digits of the village."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trainees.printing.paper import Paper, is_writable
from trainees.printing.squares import draw_square_code
from trainees.templatetags.digits import in_threes

MIDDLE = 105.0
FRAME = (15.0, 15.0, 180.0, 267.0)
CODE = 82.0


@dataclass(frozen=True)
class PrintedPoster:
    township: str
    village: str
    digits: str
    address: str


def printed_posters(posters: Sequence[PrintedPoster]) -> bytes:
    """A PDF of one page a village. Words are of the language in force."""
    paper = Paper()
    for poster in posters:
        paper.add_page()
        _draw(paper, poster)
    return paper.bytes()


def _draw(paper: Paper, poster: PrintedPoster) -> None:
    paper.set_line_width(1.2)
    paper.rect(*FRAME)
    paper.centred(_("Village Shop School"), middle=MIDDLE, y=24, points=24, heavy=True)
    paper.centred(_("Learn to run a shop on your phone"), middle=MIDDLE, y=37, points=44, heavy=True)
    paper.set_line_width(0.6)
    for y in (60, 77):
        paper.line(21, y, 189, y)
    place = f"{poster.township}　{poster.village}"
    if is_writable(place):  # else the lines are there to write it on
        paper.centred(place, middle=MIDDLE, y=63, points=30, heavy=True)
    draw_square_code(paper, poster.address, at=(MIDDLE - CODE / 2, 88), size=CODE)
    paper.centred(_("Scan it with WeChat, or open on your phone"), middle=MIDDLE, y=181, points=18)
    paper.centred(poster.address, middle=MIDDLE, y=190, points=18, heavy=True)
    paper.centred(_("Village code"), middle=MIDDLE, y=203, points=18)
    paper.centred(in_threes(poster.digits), middle=MIDDLE, y=211, points=66, heavy=True)
    small = (
        _("You can learn without signing up. Signing up takes a name and six digits:"),
        _("no money, no identity card, no bank card."),
        _("If you cannot do it, ask the keeper at the service centre."),
    )
    for number, line in enumerate(small):
        paper.centred(line, middle=MIDDLE, y=245 + number * 9, points=15)
