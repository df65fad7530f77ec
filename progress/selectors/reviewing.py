"""Whose work a teacher may look at, what waits for her, and what was said of it. Everything begins with the first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from progress.models import Review, Submission
from trainees.models import Trainee, User
from trainees.selectors import is_administrator, trainees_visible_to
from villages.models import Division
from villages.selectors import places_today

Visitor = User | AnonymousUser
PERMISSION = "progress.review_submission"


@dataclass(frozen=True)
class VillageCount:
    """A village, and how much of its people's work there is, or how many of them."""

    code: str
    name: str
    many: int


def may_review_tasks(user: Visitor) -> bool:
    """By what she is; whose work she sees is a matter of her posts, not of her courses."""
    return user.is_active and user.has_perm(PERMISSION)


def submissions_visible_to(user: Visitor) -> QuerySet[Submission]:
    """Of the trainees of her places; what is for the county's teachers alone only through a post of that width.

    Never her own, where a teacher learns too.
    """
    if not may_review_tasks(user):
        return Submission.objects.none()
    of_others = Submission.objects.exclude(trainee__in=Trainee.objects.filter(person__user=user.pk))
    if is_administrator(user):
        return of_others
    of_county = trainees_visible_to(user, narrowest=Division.Level.COUNTY)
    open_ones = Q(trainee__in=trainees_visible_to(user), only_county=False)
    return of_others.filter(Q(trainee__in=of_county) | open_ones)


def learners_visible_to(user: Visitor) -> QuerySet[Trainee]:
    """Who may show something to this teacher: those of her places who gave a name, and never herself."""
    if not may_review_tasks(user):
        return Trainee.objects.none()
    return trainees_visible_to(user).filter(person__isnull=False).exclude(person__user=user.pk)


def waiting_for(user: Visitor) -> QuerySet[Submission]:
    """The longest wait first, by our clock and not by a phone's. Of what she handed in again only the newest waits."""
    waiting = submissions_visible_to(user).filter(state=Submission.State.WAITING, is_newest=True)
    return waiting.order_by("received_at", "pk")


def looked_at_by(user: Visitor) -> QuerySet[Submission]:
    """What has a verdict, the last one that came first."""
    seen = submissions_visible_to(user).exclude(state=Submission.State.WAITING).filter(is_newest=True)
    return seen.order_by("-received_at", "-pk")


def villages_of(rows: QuerySet[Any], chosen: str = "", *, place: str = "trainee__village") -> list[VillageCount]:
    """Each village of some rows, as it is today, in the order of the codes; the chosen one even when none is of it."""
    counted = dict(rows.order_by().values_list(place).annotate(many=Count("pk")))
    villages = list(Division.objects.filter(Q(pk__in=counted) | Q(code=chosen)))
    today = places_today(villages)
    sums: Counter[int] = Counter()
    for village in villages:
        sums[village.today.pk] += counted.get(village.pk, 0)
    return [VillageCount(one.code, one.place_name, sums[one.pk]) for one in today]


def latest_review_of(submission: Submission) -> Review | None:
    """What counts: who corrects a verdict writes another one."""
    return submission.reviews.order_by("reviewed_at", "pk").last()


def voices_in_trouble(user: Visitor) -> QuerySet[Review]:
    """What she said of somebody's work and nobody can hear: she alone can say it again.

    Only while it counts: not once she said something else, or a newer piece of work was handed in.
    """
    newest = submissions_visible_to(user).filter(is_newest=True).order_by()
    same = Review.objects.filter(submission=OuterRef("submission")).order_by("-reviewed_at", "-pk")
    mine = Review.objects.filter(by=user.pk, submission__in=newest, pk=Subquery(same.values("pk")[:1]))
    return mine.exclude(voice_trouble="").select_related("submission").order_by("-reviewed_at")
