"""The content generation: one number, raised by every change that a villager could see.

The row in the database is the truth. Where requests are answered, the number is read from a file (or from Redis), so a
kept page costs no SQL; `agree` mends the file after a crash between commit and writing.
"""

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import F

from foundation.atomic_files import write_atomically
from portal.models import ContentGeneration

REDIS_KEY = "content-generation"
ROW = 1


def current() -> int:
    """The number as requests see it; 0 before the first change."""
    if settings.REDIS_URL:
        return cache.get(REDIS_KEY, 0)
    try:
        return int(_file().read_text())
    except (FileNotFoundError, ValueError):
        return 0


def raise_generation(**_signal: object) -> None:
    """Count one change, in the caller's transaction; requests see it right after the commit."""
    if not ContentGeneration.objects.filter(pk=ROW).update(number=F("number") + 1):
        ContentGeneration.objects.get_or_create(pk=ROW, defaults={"number": 1})
    transaction.on_commit(agree)


def agree() -> int:
    """Make what requests see equal to the row; returns the number. Safe to call at any time, from any process."""
    number = ContentGeneration.objects.filter(pk=ROW).values_list("number", flat=True).first() or 0
    if number > current():
        _publish(number)
    return number


def _publish(number: int) -> None:
    if settings.REDIS_URL:
        cache.set(REDIS_KEY, number, None)
    else:
        write_atomically(_file(), str(number).encode())


def _file():
    return settings.PAGE_CACHE_DIR / "generation"
