"""Who is said to live elsewhere now, and what a trainer said to it."""

from __future__ import annotations

import datetime

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from trainees.models import MoveRequest, Person, User

TOLD = datetime.timedelta(days=60)  # as long it is shown what came of a request


def moves_to_tell() -> QuerySet[MoveRequest]:
    """Those that wait, and those that were decided lately; what waits first, then the newest decision.

    Not what was taken back: nobody agreed, and nobody refused.
    """
    lately = Q(decided_at=None) | Q(decided_at__gt=timezone.now() - TOLD, agreed__isnull=False)
    found = MoveRequest.objects.filter(lately, person__trainee__merged_into=None)
    rows = found.select_related("village__parent", "person__trainee")
    return rows.order_by(F("decided_at").desc(nulls_first=True), "-asked_at", "-pk")


def newest_move(person: Person) -> MoveRequest | None:
    """What is to be told of her: the request that waits, or the last one that was not agreed to."""
    newest = moves_to_tell().filter(person=person).first()
    return None if newest is None or newest.agreed else newest


def moves_asked_by(user: User) -> list[MoveRequest]:
    """What a keeper asked for her people: also of those who live elsewhere by now, as she said."""
    return list(moves_to_tell().filter(asked_by=user).exclude(person__user=user))
