"""Caches that let lessons be read when a disk is full or Redis is gone.

What only saves time may be forgotten, with a line in the log. All else (limits, used codes, sessions) must not be:
there the error stays an error, and the door stays shut.
"""

import contextlib
import logging
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)

ONLY_SAVE_TIME = ("wagtail", "page-", "content-generation")


class Forgiving:
    """Forgives what goes wrong in `get`, `set` and `delete` of a key that only saves time."""

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        try:
            return super().get(key, default, version)  # type: ignore[misc]
        except Exception as error:
            _forgive(key, error)
            return default

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        try:
            super().set(key, value, timeout, version)  # type: ignore[misc]
        except Exception as error:
            _forgive(key, error)

    def delete(self, key: str, version: int | None = None) -> bool:
        try:
            return super().delete(key, version)  # type: ignore[misc]
        except Exception as error:
            _forgive(key, error)
            return False


class ForgivingFiles(Forgiving, FileBasedCache):
    def _createdir(self) -> None:
        # Called when the site starts, too; without the folder each `set` fails and is judged by its key.
        with contextlib.suppress(OSError):
            super()._createdir()  # type: ignore[misc]


class ForgivingRedis(Forgiving, RedisCache):
    pass


def _forgive(key: str, error: Exception) -> None:
    """Called while `error` is handled: raises it again unless the key only saves time."""
    if not key.startswith(ONLY_SAVE_TIME):
        raise error
    logger.warning("The cache does not work: %s", getattr(error, "strerror", None) or type(error).__name__)
