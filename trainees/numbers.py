"""What people call a pseudonym on paper and screen, and what they type of it."""

import re

from foundation.hanzi import to_halfwidth

TYPED = re.compile(r"(?:h-?)?0*([0-9]{1,12})", re.ASCII)


def trainee_number(text: str) -> int | None:
    """`H-0012`, `h12`, `１２` give 12; None for what is no number of a trainee."""
    found = TYPED.fullmatch(to_halfwidth(text[:40]).strip().lower())
    return int(found[1]) if found else None
