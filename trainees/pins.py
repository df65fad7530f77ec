"""Six digits that she keeps in her head: which are too easy, how they are kept, and how they are checked.

A PIN opens only a phone that already knows her, so a million possibilities are enough. Its hash is PBKDF2 over an HMAC
with a secret that is not in the database: a stolen database alone opens nothing, and a check stays cheap enough for a
class of forty.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import hmac
import secrets
from functools import cache
from itertools import pairwise

from django.conf import settings

from trainees.codes import SIX_DIGITS, random_digits

LENGTH = 6
ALGORITHM = "pin1"
# Lines and corners of the number pad, lucky numbers, and what sounds like a sentence of love.
WELL_KNOWN_WORDS = (
    "147258 147369 258369 369258 741852 852963 963852 159357 357159 159753 753159 951753 456789 789456 123789 "
    "789123 456123 123654 321654 147896 102030 100200 100100 123000 520131 521131 131452 131420 201314 520520 521521 "
    "168168 188188 518518 918918 110120 119120 110119 120119 112358 314159 135790 135791 246810 142536"
)
WELL_KNOWN = frozenset(WELL_KNOWN_WORDS.split())


def is_pin(pin: str) -> bool:
    return SIX_DIGITS.fullmatch(pin) is not None


def is_weak(pin: str) -> bool:
    """Whether somebody who knows her a little would try it among the first hundred."""
    return len(set(pin)) < 3 or pin in WELL_KNOWN or _is_pattern(pin) or _is_birthday(pin)


def chosen_pin() -> str:
    """A good one at random."""
    while True:
        pin = random_digits(LENGTH)
        if not is_weak(pin):
            return pin


def hashed(pin: str) -> str:
    salt = secrets.token_bytes(12)
    rounds = settings.PIN_ROUNDS
    return "$".join([ALGORITHM, str(rounds), _text(salt), _text(_digest(pin, salt, rounds))])


def matches(pin: str, kept: str) -> bool:
    """Whether the PIN is the one that was hashed. Nobody's hash (an empty one) takes as long and matches nothing."""
    algorithm, rounds, salt, digest = (kept or _nobodys()).split("$")
    if algorithm != ALGORITHM:
        return False
    same = hmac.compare_digest(_digest(pin, base64.b64decode(salt), int(rounds)), base64.b64decode(digest))
    return same and bool(kept)


def _digest(pin: str, salt: bytes, rounds: int) -> bytes:
    peppered = hmac.new(settings.PIN_SECRET.encode(), pin.encode(), hashlib.sha256).digest()
    return hashlib.pbkdf2_hmac("sha256", peppered, salt, rounds)


@cache
def _nobodys() -> str:
    return hashed(chosen_pin())


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _is_pattern(pin: str) -> bool:
    """Steps (123456, 135791), repeats (123123, 121212), pairs (112233), mirrors (123321), three alike in a row."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return (
        len(steps) == 1
        or pin[:3] == pin[3:]
        or pin == pin[::-1]
        or pin[0::2] == pin[1::2]
        or any(digit * 3 in pin for digit in set(pin))
    )


def _is_birthday(pin: str) -> bool:
    """A day as people write it (740312, 031274) or a year and month (197403)."""
    if pin[:2] in ("19", "20") and 1 <= int(pin[4:]) <= 12:
        return True
    year, month, day = int(pin[:2]), int(pin[2:4]), int(pin[4:])
    return _is_day(year, month, day) or _is_day(day, int(pin[:2]), int(pin[2:4]))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(2000 + year if year % 4 == 0 else 1900 + year, month, day)
    except ValueError:
        return False
    return True
