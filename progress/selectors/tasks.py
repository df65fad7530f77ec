"""What somebody handed in for practice tasks, as she sees it herself: where it stands, and what was said of it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from courses.practice.selectors import ShownTask, shown_tasks
from progress.models import Review, Submission, TaskPass, TaskPhoto
from progress.selectors.photo_days import is_over
from trainees.models import Trainee

USUAL_DAYS = 3  # is said until enough was looked at here to know better
MOST_LOOKED_AT, FEWEST_LOOKED_AT = 50, 5
PASSED_SHOWN = timedelta(days=30)  # in her list
COUNTY = 6  # digits of a place's code that name its county


@dataclass(frozen=True)
class MySubmission:
    """`review` is the newest look at it, None while it waits."""

    row: Submission
    review: Review | None

    @property
    def photos(self) -> list[TaskPhoto]:
        return self.row.ordered_photos

    @property
    def words(self) -> dict:
        return self.row.words

    @property
    def has_lost_files(self) -> bool:
        """Nothing to see or hear is left, and its time is over: then the page says so."""
        review = self.review
        return bool(review and is_over(review.reviewed_at) and not review.voice and not self.photos)

    def ticks(self, signs: Iterable[str]) -> list[tuple[str, bool]]:
        """Each sign of the task with what the teacher saw."""
        seen = self.review.ticks if self.review else []
        return list(zip(signs, seen, strict=False))


@dataclass(frozen=True)
class MyTask:
    """A task in her list: `task` is None when its lesson is shown no more."""

    task: ShownTask | None
    row: Submission
    passed: bool


def my_submissions(*, trainee: Trainee, lesson_key: UUID, card: UUID) -> list[MySubmission]:
    """The one that counts first, then the others, newest first. Four queries."""
    rows = Submission.objects.filter(trainee=trainee, lesson_key=lesson_key, card=card)
    ordered = rows.order_by("-is_newest", "-received_at", "-handed_in_at", "-pk").prefetch_related(
        "placed__photo", "reviews"
    )
    return [MySubmission(row, list(row.reviews.all())[-1] if row.reviews.all() else None) for row in ordered]


def has_passed(*, trainee: Trainee, lesson_key: UUID, card: UUID) -> bool:
    return TaskPass.objects.filter(trainee=trainee, lesson_key=lesson_key, card=card).exists()


def my_tasks(*, trainee: Trainee, language: str) -> list[MyTask]:
    """What came back, then what waits, then for a month what was passed; the newest first."""
    passes = TaskPass.objects.filter(trainee=trainee, lesson_key=OuterRef("lesson_key"), card=OuterRef("card"))
    hers = Submission.objects.filter(trainee=trainee, is_newest=True)
    dated = hers.annotate(passed_at=Subquery(passes.values("passed_at")[:1]))
    lately = Q(passed_at=None) | Q(passed_at__gt=timezone.now() - PASSED_SHOWN)
    rows = dated.filter(lately).order_by("state", "-received_at")  # "again" before "waiting"
    shown = shown_tasks({(row.lesson_key, row.card) for row in rows}, language) if rows else {}
    tasks = [MyTask(shown.get((row.lesson_key, row.card)), row, row.passed_at is not None) for row in rows]
    return sorted(tasks, key=lambda mine: mine.passed)


def usual_days(trainee: Trainee) -> int:
    """Within how many days four of five were answered lately, among people of her county. A correction is no answer."""
    county = trainee.home.code[:COUNTY]
    before = Review.objects.filter(submission=OuterRef("submission"), pk__lt=OuterRef("pk"))
    looks = Review.objects.filter(
        ~Exists(before), submission__way=Submission.Way.PHONE, submission__trainee__village__code__startswith=county
    )
    last = looks.order_by("-reviewed_at").values_list("submission__received_at", "reviewed_at")[:MOST_LOOKED_AT]
    return _days_of(list(last))


def photo_of(*, trainee: Trainee, pk: int) -> TaskPhoto | None:
    """None where there is no such photo, or it is somebody else's."""
    return TaskPhoto.objects.filter(trainee=trainee, pk=pk).first()


def voice_for(*, trainee: Trainee, review: int) -> Review | None:
    """The review of something of hers that was spoken, once it can be heard."""
    hers = Review.objects.filter(submission__trainee=trainee, pk=review)
    return hers.exclude(voice="").first()


def _days_of(looks: list[tuple[datetime, datetime]]) -> int:
    if len(looks) < FEWEST_LOOKED_AT:
        return USUAL_DAYS
    waits = sorted(seen - received for received, seen in looks)
    return max(1, math.ceil(waits[math.ceil(len(waits) * 0.8) - 1] / timedelta(days=1)))
