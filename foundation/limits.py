"""How often something may be tried: exact under parallel requests, in files or in Redis, never in the main database.

Doors stay shut when it cannot count (a full disk, no Redis): what must not be tried too often is then not tried at all.
"""

from __future__ import annotations

import fcntl
import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import redis
from django.conf import settings
from django.utils.crypto import salted_hmac

from foundation.atomic_files import write_atomically

logger = logging.getLogger(__name__)

MINUTE, HOUR, DAY = 60, 3600, 24 * 3600  # seconds
Counts = dict[str, list[float]]


def take(key: str, *, most: int, seconds: int, from_the_last: bool = False) -> bool:
    """Count one try of `key` and say whether it is among the `most` that are allowed in that many seconds.

    The seconds run from the first try, or, with `from_the_last`, from the last one that was allowed: who has used up
    her tries then waits the whole time. Keys are kept as digests, so they may name a person.
    """
    counting = _take_in_redis if settings.REDIS_URL else _take_in_files
    return _or_shut(lambda: counting(_name_of(key), most, seconds, from_the_last))


def used_up(key: str, *, most: int) -> bool:
    """Whether `most` tries of `key` were counted; to look is no try. Where nothing can be counted they are."""
    counted = _counted_in_redis if settings.REDIS_URL else _counted_in_files
    return not _or_shut(lambda: counted(_name_of(key)) < most)


def give_back(key: str) -> None:
    """Forget the tries of `key`: it was the right one."""
    forgetting = _forget_in_redis if settings.REDIS_URL else _forget_in_files
    _or_shut(lambda: forgetting(_name_of(key)))


def _or_shut(work: Callable[[], bool]) -> bool:
    try:
        return work()
    except (OSError, ValueError, redis.RedisError) as error:
        logger.warning("Tries cannot be counted: %s", type(error).__name__)
        return False


def _name_of(key: str) -> str:
    return salted_hmac("foundation.limits", key, algorithm="sha256").hexdigest()


# --- Files: a few tables, each changed by one process at a time -------------------------------------------------------


def _take_in_files(name: str, most: int, seconds: int, from_the_last: bool) -> bool:
    with _table_of(name) as counts:
        now = time.time()
        tries, until = counts.get(name, [0, now + seconds])
        allowed = tries < most
        if allowed:
            counts[name] = [tries + 1, now + seconds if from_the_last else until]
        return allowed


def _counted_in_files(name: str) -> float:
    with _table_of(name) as counts:
        return counts.get(name, [0])[0]


def _forget_in_files(name: str) -> bool:
    with _table_of(name) as counts:
        return counts.pop(name, None) is not None


@contextmanager
def _table_of(name: str) -> Iterator[Counts]:
    """The counts that are still running in the table of this name, written back whole, or not at all."""
    folder = Path(settings.LIMITS_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{name[:2]}.json"
    with path.with_suffix(".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept: Counts = json.loads(path.read_text()) if path.exists() else {}
        now = time.time()
        running = {key: count for key, count in kept.items() if count[1] > now}
        yield running
        write_atomically(path, json.dumps(running).encode())


# --- Redis ------------------------------------------------------------------------------------------------------------


def _take_in_redis(name: str, most: int, seconds: int, from_the_last: bool) -> bool:
    key = f"limits:{name}"
    with _redis().pipeline(transaction=True) as both:
        both.set(key, 0, ex=seconds, nx=True)
        both.incr(key)
        tries = both.execute()[1]
    if tries <= most and from_the_last:
        _redis().expire(key, seconds)
    return tries <= most


def _counted_in_redis(name: str) -> float:
    return int(_redis().get(f"limits:{name}") or 0)


def _forget_in_redis(name: str) -> bool:
    return bool(_redis().delete(f"limits:{name}"))


@cache
def _redis() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=2)
