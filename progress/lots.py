"""Drawing by lot so that anybody can draw again: the same seed and keys give the same people in the same order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from uuid import UUID


def drawn(keys: Iterable[UUID], many: int, seed: str) -> list[UUID]:
    """The first `many` in the order of SHA-256 of `seed:key`. The order of `keys` makes no difference."""
    return sorted(keys, key=lambda key: (_digest(f"{seed}:{key}"), key))[:many]


def hash_of(keys: Iterable[UUID]) -> str:
    """What they were drawn from: SHA-256 of the sorted keys, a line each."""
    return _digest("\n".join(sorted(map(str, keys))))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
