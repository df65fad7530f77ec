"""How a printed sheet lies in the database: with a key that is not there."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet
from django.conf import settings


def sealed(content: bytes) -> bytes:
    return _lock().encrypt(content)


def opened(content: bytes | memoryview) -> bytes:
    """Raises InvalidToken for what was not sealed here, or not with this `PIN_SECRET`."""
    return _lock().decrypt(bytes(content))


def _lock() -> Fernet:
    key = hmac.new(settings.PIN_SECRET.encode(), b"card-sheet", hashlib.sha256).digest()
    return Fernet(base64.urlsafe_b64encode(key))
