"""The content generation: a mark that changes with everything a villager could see.

The row in the database is the truth. Where requests are answered, the mark is read from a file (or from Redis), so a
kept page costs no SQL; `agree` mends the file after a crash between commit and writing.
"""

import contextlib
import logging
import secrets
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import F

from foundation.atomic_files import write_atomically
from portal.models import ContentGeneration

logger = logging.getLogger(__name__)

REDIS_KEY = "content-generation"
ROW = 1


def current() -> str:
    """The mark as requests see it, `<number>-<token>`; empty when it is not known: then nothing is kept."""
    if settings.REDIS_URL:
        return cache.get(REDIS_KEY, "")
    try:
        return _file().read_text()
    except OSError:
        return ""


def raise_generation(**_signal: object) -> None:
    """Count one change, in the caller's transaction; requests see it right after the commit."""
    token = secrets.token_hex(4)
    if not ContentGeneration.objects.filter(pk=ROW).update(number=F("number") + 1, token=token):
        ContentGeneration.objects.get_or_create(pk=ROW, defaults={"number": 1, "token": token})
    transaction.on_commit(_show_newer)


def agree() -> str:
    """Make what requests see equal to the row, whatever happened between; returns the mark. Safe at any time."""
    row = ContentGeneration.objects.filter(pk=ROW).first()
    mark = str(row) if row else "0-"
    if mark != current():
        _show(mark)
    return mark


def _show_newer() -> None:
    # Two changes may commit at once: the one that reads an older row must not overwrite the newer mark.
    row = ContentGeneration.objects.get(pk=ROW)
    if row.number > int(current().partition("-")[0] or 0):
        _show(str(row))


def _show(mark: str) -> None:
    if settings.REDIS_URL:
        cache.set(REDIS_KEY, mark, None)
        return
    try:
        write_atomically(_file(), mark.encode())
    except OSError as error:
        # Without a mark every page is rendered anew: slower, but never stale.
        logger.warning("The content generation could not be written: %s", error.strerror)
        with contextlib.suppress(OSError):
            _file().unlink(missing_ok=True)


def _file() -> Path:
    return settings.PAGE_CACHE_DIR / "generation"
