"""ID numbers, where a programme asks for them: checked, sealed, and shown by their end alone.

The seal and the digest use a secret that is not in the database: eighteen digits could be guessed from a plain hash.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import hmac
import re
from functools import lru_cache

from cryptography.fernet import Fernet
from django.conf import settings

ID = re.compile(r"[1-9]\d{16}[\dX]", re.ASCII)
MASKED = re.compile(r"[\dX]{0,6}\*+([\dX]{4})", re.ASCII)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def is_id_number(text: str) -> bool:
    """Eighteen signs whose last one belongs to the others, with a day of birth that was."""
    return bool(ID.fullmatch(text)) and CHECKS[_weighed(text)] == text[17] and birth_of(text) is not None


def birth_of(number: str) -> datetime.date | None:
    try:
        return datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sealed(number: str) -> str:
    return _seal(settings.ID_SECRET).encrypt(number.encode()).decode()


def unsealed(text: str) -> str:
    """The whole number. Whoever calls this has a reason in the audit trail."""
    return _seal(settings.ID_SECRET).decrypt(text.encode()).decode()


def digest_of(number: str) -> str:
    """The same for the same number, on all machines of a site and nowhere else."""
    return hmac.new(settings.ID_SECRET.encode(), f"id-number:{number}".encode(), hashlib.sha256).hexdigest()


def end_of_masked(text: str) -> str | None:
    """The last four of a number that comes masked, as our own files give it; None for anything else."""
    found = MASKED.fullmatch(text)
    return found[1] if found else None


@lru_cache(maxsize=4)
def _seal(secret: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"id-seal:{secret}".encode()).digest()))


def _weighed(text: str) -> int:
    return sum(int(digit) * weight for digit, weight in zip(text, WEIGHTS, strict=False)) % 11
