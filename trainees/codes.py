"""Digits that the site draws: six for paper, eight that let in. How they are drawn, and how typed ones are read.

Six stand on a poster or a sheet where everybody reads them: they mean a village or a class and let nobody in. Eight let
somebody in once, within minutes: only their digest is kept. A PIN is neither, for she chooses it: see `trainees.pins`.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

from foundation.hanzi import to_halfwidth
from trainees.digests import digest

FIRST_ON_PAPER, LAST_ON_PAPER = 100_000, 999_999  # a zero in front gets lost wherever a code is kept as a number
SECRET_LENGTH = 8
SIX_DIGITS = re.compile(r"[0-9]{6}", re.ASCII)
BETWEEN = re.compile(r"[\s\-]")


class NoCodesLeft(Exception):
    """Half of the numbers are given away: to draw one that is free would take ever longer."""


def typed_digits(text: str) -> str:
    """The digits of what was typed: full-width ones are digits too, spaces and dashes between them are not minded."""
    return BETWEEN.sub("", to_halfwidth(text))


def code_on_paper(text: str) -> str:
    """The six digits that were typed; empty for what cannot stand on paper."""
    digits = typed_digits(text)
    return digits if SIX_DIGITS.fullmatch(digits) else ""


def drawn_for_paper(*, taken: set[str], many: int = 1) -> list[str]:
    """So many codes that nobody has; old ones are `taken` too, or an old poster would lead to strangers.

    Raises NoCodesLeft.
    """
    if len(taken) + many > (LAST_ON_PAPER - FIRST_ON_PAPER) // 2:
        raise NoCodesLeft
    drawn: set[str] = set()
    while len(drawn) < many:
        drawn.add(str(FIRST_ON_PAPER + secrets.randbelow(LAST_ON_PAPER - FIRST_ON_PAPER + 1)))
        drawn -= taken
    return list(drawn)


def random_digits(length: int) -> str:
    return f"{secrets.randbelow(10**length):0{length}d}"


def drawn_in_secret(is_known: Callable[[str], bool]) -> str:
    """Eight digits. Their rows stay, so digits that once let somebody in are drawn again now and then."""
    while True:
        digits = random_digits(SECRET_LENGTH)
        if not is_known(digits):
            return digits


def entry_code_digest(typed: str) -> str:
    """What is kept of the digits that let a trainee in."""
    return digest("entry-code", typed_digits(typed))


def device_code_digest(typed: str) -> str:
    """What is kept of the digits that make a phone the keeper's."""
    return digest("device-code", typed_digits(typed))
