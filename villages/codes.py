"""The statistical codes of places. A place's code begins with the code of the place around it.

52 (province) > 5227 (prefecture) > 522731 (county) > 522731102 (township) > 522731102213 (village). Codes are kept in
this short form, never padded with zeros: padded, 东莞 the prefecture and 东莞 the county would be one code.
"""

import re
from collections.abc import Iterable

LENGTHS = {2: 1, 4: 2, 6: 3, 9: 4, 12: 5}
SHORTER = {4: 2, 6: 4, 9: 6, 12: 9}
FULL_LENGTH = 12
DIGITS = re.compile(r"[1-9][0-9]+\Z", re.ASCII)


def is_code(code: str) -> bool:
    """Digits, and as many as one of the five levels has. Which numbers a village may have is left open on purpose."""
    return len(code) in LENGTHS and DIGITS.match(code) is not None


def level_of(code: str) -> int:
    """1 for a province to 5 for a village."""
    return LENGTHS[len(code)]


def parent_code(code: str) -> str:
    """The code of the place around it; empty for a province."""
    return code[: SHORTER.get(len(code), 0)]


def smallest_around(codes: Iterable[str]) -> str:
    """The smallest place that holds all of these; empty when there are none, or when only the country does."""
    codes = list(codes)
    cut = ({code[:length] for code in codes} for length in sorted(LENGTHS, reverse=True))
    return next((around.pop() for around in cut if len(around) == 1), "")


def padded(code: str) -> str:
    """The twelve digits that forms ask for: `522731` gives `522731000000`."""
    return code.ljust(FULL_LENGTH, "0")


def unpadded(code: str) -> str:
    """`522731000000` gives `522731`; anything that is not twelve digits long stays as it is."""
    if len(code) != FULL_LENGTH:
        return code
    return next((code[:length] for length in LENGTHS if code[length:].strip("0") == ""), code)


def last_under(code: str) -> str:
    """The highest code that a place under this one can have: a range of codes uses the index on every database."""
    return code.ljust(FULL_LENGTH, "9")
