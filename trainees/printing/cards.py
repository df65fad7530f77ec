"""Eight cards on a sheet: a code to scan, her name and sign, and a flap that is folded over the PIN.

The flap is the lowest part of a card. It is folded up along the dotted line, onto a field of mixed digits: the PIN then
lies between two layers of paper, and against the light it drowns in the digits behind it. Paste or staple the flap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trainees.codes import random_digits
from trainees.printing.paper import Paper, is_writable
from trainees.printing.signs import draw_sign
from trainees.printing.squares import draw_square_code

ACROSS, DOWN = 2, 4
WIDTH, HEIGHT = 97.0, 69.0
LEFT, TOP = 8.0, 10.5
FACE = 39.0  # height of what is seen when the flap is closed
FLAP = (HEIGHT - FACE) / 2  # the field of digits, and the flap that covers it
CODE = 31.0
CODE_AT = (4.0, 4.0)
TEXT = 39.5  # where words begin, past the white that the code wants
SIGN = 15.0
PIN_POINTS = 22.0


@dataclass(frozen=True, repr=False)
class PrintedCard:
    """What stands on one card. `pin` is empty unless it was made for her just now: nobody knows any other."""

    name: str
    number: str
    sign: str
    place: str
    address: str
    pin: str = ""


def printed_cards(cards: Sequence[PrintedCard]) -> bytes:
    """A PDF of as many sheets as they need. Words are of the language in force."""
    paper = Paper()
    for start in range(0, len(cards), ACROSS * DOWN):
        paper.add_page()
        on_it = cards[start : start + ACROSS * DOWN]
        for place, card in enumerate(on_it):
            _draw_card(paper, card, (LEFT + place % ACROSS * WIDTH, TOP + place // ACROSS * HEIGHT))
    return paper.bytes()


def _draw_card(paper: Paper, card: PrintedCard, at: tuple[float, float]) -> None:
    x, y = at
    paper.set_line_width(0.25)
    paper.rect(x, y, WIDTH, HEIGHT)
    draw_square_code(paper, card.address, at=(x + CODE_AT[0], y + CODE_AT[1]), size=CODE)
    _draw_who(paper, card, (x + TEXT, y))
    _draw_noise(paper, (x, y + FACE))
    _draw_flap(paper, card.pin, (x, y + FACE + FLAP))


def _draw_who(paper: Paper, card: PrintedCard, at: tuple[float, float]) -> None:
    """A name with a letter that the font lacks is left empty, with a line to write it on."""
    x, y = at
    width = WIDTH - TEXT - SIGN - 4
    box = (x, y + 3.5, width, 15)
    written = is_writable(card.name) and paper.lines_in(card.name, box=box, largest=20, smallest=7)
    if not written:
        paper.line(x, y + 14, x + width, y + 14)
    draw_sign(paper, card.sign, at=(WIDTH + at[0] - TEXT - SIGN - 2, y + 3.5), size=SIGN)
    wide = WIDTH - TEXT - 3
    paper.line_of(card.number, at=(x, y + 19), points=11, heavy=True)
    if is_writable(card.place):
        paper.lines_in(card.place, box=(x, y + 23.5, wide, 4.5), largest=10, smallest=5)
    paper.lines_in(_("Scan, then your PIN"), box=(x, y + 28, wide, 4.5), largest=10, smallest=7)
    paper.lines_in(_("Lost it? Cannot get in? Ask your keeper."), box=(x, y + 32.5, wide, 4), largest=8, smallest=5)


def _draw_noise(paper: Paper, at: tuple[float, float]) -> None:
    """Digits over digits, where the PIN comes to lie: as large as it, so that no light tells them apart."""
    x, y = at
    for down in (2.4, 6.2):
        for shift in (0.0, 0.9, 1.8):
            digits = random_digits(16)
            paper.line_of(digits, at=(x + 14 + shift, y + down + shift * 0.7), points=PIN_POINTS, heavy=True)


def _draw_flap(paper: Paper, pin: str, at: tuple[float, float]) -> None:
    x, y = at
    with paper.local_context(line_width=0.35, dash_pattern={"dash": 0.7, "gap": 0.9}):
        paper.line(x, y, x + WIDTH, y)
    paper.line_of(
        _("Fold up along the dots and paste: then nobody sees the PIN."), at=(x + 3, y + FLAP - 4), points=7.5
    )
    if pin:
        paper.line_of(f"{pin[:3]} {pin[3:]}", at=(x + 30, y + 1.6), points=PIN_POINTS, heavy=True)
        paper.line_of(_("PIN"), at=(x + 3, y + 4), points=10)
    else:
        paper.line_of(_("Room for your PIN:"), at=(x + 3, y + 4), points=10)
        paper.line(x + 36, y + 8.5, x + WIDTH - 8, y + 8.5)
