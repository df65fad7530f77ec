"""Reading the rows that a batch touches into a fold, and writing back what changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Min, Model

from progress.folding import Fold
from progress.models import Attempt, Enrolment, LessonCompletion, LessonPlace, Response
from progress.services.preparing import ReadyEvent
from trainees.models import Trainee

ENROLMENT_FIELDS = ["village", "registered_at", "registered_on", "started_on", "passed_on", "completed_on"]
PLACE_FIELDS = ["course_key", "card", "position", "left_at", "finished_at", "seconds"]
COMPLETION_FIELDS = ["completed_at", "completed_on", "direct"]


def load_fold(trainee: Trainee, events: Iterable[ReadyEvent] = ()) -> Fold:
    """The trainee's rows that events of these lessons and courses may change."""
    fold = Fold(trainee.pk, {trainee.village.code: trainee.village_id})
    lessons = {event.lesson_key for event in events if event.lesson_key}
    fold.enrolments = {row.course_key: row for row in Enrolment.objects.filter(trainee=trainee)}
    fold.places = {row.lesson_key: row for row in LessonPlace.objects.filter(trainee=trainee, lesson_key__in=lessons)}
    fold.completions = {row.lesson_key: row for row in LessonCompletion.objects.filter(trainee=trainee)}
    passed = Attempt.objects.filter(trainee=trainee, passed=True).values_list("quiz_key")
    fold.passed_at = dict(passed.annotate(first=Min("occurred_at")).order_by())
    return fold


def save_fold(fold: Fold) -> None:
    """Write the touched rows; attempts are always new. The trainee's row is locked, so nobody else writes them."""
    _write(Enrolment, _touched(fold, fold.enrolments), ENROLMENT_FIELDS)
    _write(LessonPlace, _touched(fold, fold.places), PLACE_FIELDS)
    _write(LessonCompletion, _touched(fold, fold.completions), COMPLETION_FIELDS)
    write_attempts(fold)


def write_attempts(fold: Fold) -> None:
    if fold.attempts:
        Attempt.objects.bulk_create(fold.attempts)
        Response.objects.bulk_create([row for rows in fold.responses.values() for row in rows])


def _touched(fold: Fold, rows: dict) -> list:
    return [row for row in rows.values() if id(row) in fold.touched]


def _write(model: type[Model], rows: list[Any], fields: list[str]) -> None:
    known = [row for row in rows if row.pk is not None]
    if new := [row for row in rows if row.pk is None]:
        model._base_manager.bulk_create(new)
    if known:
        model._base_manager.bulk_update(known, fields)
