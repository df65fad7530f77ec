"""Numbers as they come in: of a row, from a form, and of a pseudonym, as people type it from paper and screen."""

import re

from foundation.hanzi import to_halfwidth

TYPED = re.compile(r"(?:h-?)?0*([0-9]{1,12})", re.ASCII)
ROW = re.compile(r"[0-9]{1,18}", re.ASCII)


def row_number(text: str) -> int:
    """What a form says of a row; 0, which no row has, for anything else and for what no database could hold."""
    return int(text) if ROW.fullmatch(text) else 0


def trainee_number(text: str) -> int | None:
    """`H-0012`, `h12`, `１２` give 12; None for what is no number of a trainee."""
    found = TYPED.fullmatch(to_halfwidth(text[:40]).strip().lower())
    return int(found[1]) if found else None
