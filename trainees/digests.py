"""What is kept of secrets: a digest with a key that is not in the database."""

import hashlib
import hmac

from django.conf import settings


def digest(purpose: str, secret: str) -> str:
    """64 characters, the same for the same secret and purpose, and of no use to whoever has only the table."""
    return hmac.new(settings.PIN_SECRET.encode(), f"{purpose}:{secret}".encode(), hashlib.sha256).hexdigest()
