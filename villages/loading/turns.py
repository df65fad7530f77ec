"""Who may load now, and writes so short that nobody else waits for them.

SQLite has one write lock. A loader that commits and at once begins again can starve everybody who waits, because a
waiter looks only every 100 ms; so between two writes the lock is free for longer than that.
"""

from __future__ import annotations

import datetime
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from villages.loading.files import Progress
from villages.loading.problems import LoadRefusedError
from villages.models import LoadState

SILENT_AFTER = datetime.timedelta(seconds=10)
PATIENCE = 30.0
SIGN_OF_LIFE_EVERY = 2.0
ASK_AGAIN = 0.5
FREE = 0.15
LONGEST_WRITE = 0.25
FEWEST, FIRST, MOST = 100, 500, 4000


class Turn:
    """The right to load, until someone else finds us silent. Every write proves it and gives a sign of life."""

    def __init__(self, generation: int, token: str) -> None:
        self.generation = generation
        self.token = token

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One short transaction. Raises LoadRefusedError when another load has taken over."""
        with transaction.atomic():
            mine = LoadState.objects.filter(pk=1, token=self.token)
            if not mine.update(alive_at=timezone.now()):
                raise LoadRefusedError(_("Another load has begun meanwhile. Nothing of this one was loaded."))
            yield

    def living(self, progress: Progress) -> Progress:
        """The same progress, with a sign of life now and then: comparing 600,000 places takes a while."""
        last = time.monotonic()

        def report(stage: str, done: int, total: int) -> None:
            nonlocal last
            if time.monotonic() - last > SIGN_OF_LIFE_EVERY:
                with self.writing():
                    last = time.monotonic()
            progress(stage, done, total)

        return report

    def finish(self) -> None:
        """Inside `writing`: from the commit on, everybody sees what was loaded."""
        LoadState.objects.filter(pk=1, token=self.token).update(generation=self.generation)

    def give_back(self) -> None:
        LoadState.objects.filter(pk=1, token=self.token).update(token="", alive_at=None)


@contextmanager
def turn() -> Iterator[Turn]:
    """Waits for another load as long as it lives, but at most half a minute. Raises LoadRefusedError after that."""
    LoadState.objects.get_or_create(pk=1)
    patient_until = time.monotonic() + PATIENCE
    while (taken := _take()) is None:
        if time.monotonic() > patient_until:
            raise LoadRefusedError(_("Another load is running. Wait until it is done, then start this one again."))
        time.sleep(ASK_AGAIN)
    try:
        yield taken
    finally:
        taken.give_back()


def in_short_writes(turn: Turn, items: list, *, prepare: Callable, write: Callable, done: Callable[[int], Any]) -> None:
    """`prepare` a few of the items without a lock, `write` them in one transaction, go on; as many as fit in 0.25 s."""
    size, start, free_since = FIRST, 0, time.monotonic()
    while start < len(items):
        batch = prepare(items[start : start + size])
        time.sleep(max(0.0, free_since + FREE - time.monotonic()))
        began = time.monotonic()
        with turn.writing():
            write(batch)
        free_since = time.monotonic()
        start += size
        fitting = int(size * LONGEST_WRITE / max(free_since - began, 0.001))
        size = max(FEWEST, min(MOST, size * 2, fitting))
        done(min(start, len(items)))


def _take() -> Turn | None:
    with transaction.atomic():
        state = LoadState.objects.select_for_update().get(pk=1)
        if state.token and state.alive_at and state.alive_at > timezone.now() - SILENT_AFTER:
            return None
        state.token, state.alive_at = uuid.uuid4().hex, timezone.now()
        state.save()
        return Turn(state.generation + 1, state.token)
