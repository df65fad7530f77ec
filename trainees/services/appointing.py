"""Who keeps a village: a trainee with a post from a day to a day."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from foundation.audit import Action, record
from trainees.audited import POST
from trainees.models import Person, Post, User
from villages.models import Division


class KeepsAlready(Exception):
    """She is keeper of this village in these days by another post."""


class NoSignIn(Exception):
    """She stands in the register alone: somebody must let her in first."""


@transaction.atomic
def appoint_keeper(
    *, person: Person, village: Division, valid_from: datetime.date, valid_to: datetime.date | None, by: User | None
) -> Post:
    """Make her the keeper of one village. Raises ValueError for a place that is no village, KeepsAlready, NoSignIn."""
    if village.level != Division.Level.VILLAGE:
        raise ValueError(f"{village.code} is not a village")
    if person.user is None or not person.user.is_active:
        raise NoSignIn
    User.objects.select_for_update().get(pk=person.user.pk)  # two who appoint her at once make one post
    held = Post.objects.filter(user=person.user, division=village, role=Post.Role.KEEPER)
    if held.filter(_overlaps(valid_from, valid_to)).exists():
        raise KeepsAlready
    post = Post.objects.create(
        user=person.user, division=village, role=Post.Role.KEEPER, valid_from=valid_from, valid_to=valid_to
    )
    _record(by, Action.ADDED, post)
    return post


@transaction.atomic
def end_keeper(*, post: Post, by: User | None) -> None:
    """Her post ends at once. One that had no whole day yet goes; the audit trail says that it was there.

    Ended in two windows it ends once.
    """
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    still = Post.objects.filter(Q(valid_to=None) | Q(valid_to__gt=yesterday), pk=post.pk)
    if post.valid_from > yesterday:
        if still.delete()[0]:
            _record(by, Action.DELETED, post)
    elif still.update(valid_to=yesterday):
        _record(by, Action.CHANGED, post)


def _overlaps(valid_from: datetime.date, valid_to: datetime.date | None) -> Q:
    begins_before_the_end = Q(valid_from__lte=valid_to) if valid_to else Q()
    return begins_before_the_end & (Q(valid_to=None) | Q(valid_to__gte=valid_from))


def _record(by: User | None, action: Action, post: Post) -> None:
    named = [f"post:{post.pk}", f"user:{post.user_id}"]
    record(by=by, action=action, what=POST, area=post.division.code, people=1, objects=named)
