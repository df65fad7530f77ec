"""Who needs somebody beside her: has not started, or goes no further. Two questions for any number of people."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from progress.models import EVERY_COURSE, Attempt, Enrolment, LessonCompletion, LessonPlace
from trainees.models import Trainee

REST = datetime.timedelta(days=7)
TRIES = 3
EARLIEST = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Stuck:
    """Where she goes no further: a lesson that she left open a week ago, or a quiz that she tried three times."""

    trainee: int
    since: datetime.datetime
    lesson_key: UUID | None = None
    quiz_key: UUID | None = None


def started_among(trainees: QuerySet[Trainee]) -> set[int]:
    """Those who have begun to learn."""
    begun = Enrolment.objects.filter(trainee__in=trainees.order_by(), course_key=EVERY_COURSE)
    return set(begun.exclude(started_on=None).values_list("trainee_id", flat=True))


def stuck_among(trainees: QuerySet[Trainee], now: datetime.datetime | None = None) -> dict[int, Stuck]:
    """Those who are stuck, by their number. Who failed a quiz three times is stuck there, whatever else she left open.

    Left open counts only for her who did nothing since: who goes on elsewhere is not stuck.
    """
    resting = (now or timezone.now()) - REST
    found = {row.trainee: row for row in _left_open(trainees) if row.since <= resting}
    found.update({row.trainee: row for row in _failed(trainees)})
    return found


def _left_open(trainees: QuerySet[Trainee]) -> list[Stuck]:
    """The lesson that each of them was in last, if she has not completed it and nothing came after it."""
    done = LessonCompletion.objects.filter(trainee=OuterRef("trainee"), lesson_key=OuterRef("lesson_key"))
    places = LessonPlace.objects.filter(trainee__in=trainees.order_by()).annotate(done=Exists(done))
    newest: dict[int, tuple[datetime.datetime, UUID, bool]] = {}
    for trainee, key, left, finished, is_done in places.values_list(
        "trainee_id", "lesson_key", "left_at", "finished_at", "done"
    ):
        at = max(moment for moment in (left, finished, EARLIEST) if moment)
        if trainee not in newest or newest[trainee][0] < at:
            newest[trainee] = (at, key, is_done)
    return [Stuck(one, at, lesson_key=key) for one, (at, key, is_done) in newest.items() if not is_done]


def _failed(trainees: QuerySet[Trainee]) -> list[Stuck]:
    """Quizzes tried three times and never passed; the newest of each of them."""
    tried = Attempt.objects.filter(trainee__in=trainees.order_by(), occasion="").order_by()
    rows = (
        tried.values("trainee_id", "quiz_key")
        .annotate(tries=Count("pk"), passes=Count("pk", filter=Q(passed=True)), last=Max("occurred_at"))
        .filter(tries__gte=TRIES, passes=0)
        .order_by("last")
    )
    return [Stuck(row["trainee_id"], row["last"], quiz_key=row["quiz_key"]) for row in rows]
