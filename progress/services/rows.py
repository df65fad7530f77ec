"""Reading the rows that events touch into folds, and writing back what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Min, Model

from progress.folding import Fold
from progress.models import Attempt, CheckAnswer, Enrolment, LessonCompletion, LessonPlace, Response, TaskPass
from trainees.models import Trainee

ENROLMENT_FIELDS = ["village", "registered_at", "registered_on", "started_on", "passed_on", "completed_on"]
ENROLMENT_FIELDS += ["first_lesson_on", "last_lesson_on"]
PLACE_FIELDS = ["course_key", "card", "position", "left_at", "finished_at", "seconds"]
COMPLETION_FIELDS = ["completed_at", "completed_on", "direct"]
TASK_FIELDS = ["passed_at"]


def locked(trainees: Collection[int]) -> list[Trainee]:
    """These trainees with their villages; nobody else writes their rows until the transaction ends.

    Raises Trainee.DoesNotExist when one of them is gone.
    """
    rows = Trainee.objects.select_for_update(of=("self",)).select_related("village")
    found = list(rows.filter(pk__in=list(trainees)).order_by("pk"))
    if len(found) < len(trainees):
        raise Trainee.DoesNotExist
    return found


def load_folds(trainees: Iterable[Trainee], lessons: Collection[UUID] = ()) -> dict[int, Fold]:
    """For each trainee the rows that events of these lessons may change. Five queries, however many trainees."""
    folds = {trainee.pk: Fold(trainee.pk, {trainee.village.code: trainee.village_id}) for trainee in trainees}
    hers = {"trainee__in": list(folds)}
    for enrolment in Enrolment.objects.filter(**hers):
        folds[enrolment.trainee_id].enrolments[enrolment.course_key] = enrolment
    for place in LessonPlace.objects.filter(**hers, lesson_key__in=lessons):
        folds[place.trainee_id].places[place.lesson_key] = place
    for completion in LessonCompletion.objects.filter(**hers):
        folds[completion.trainee_id].completions[completion.lesson_key] = completion
    for task in TaskPass.objects.filter(**hers):
        folds[task.trainee_id].task_passes[task.lesson_key, task.card] = task
    passed = Attempt.objects.filter(**hers, passed=True).values_list("trainee_id", "quiz_key", "occasion").order_by()
    for trainee, quiz, occasion, first in passed.annotate(first=Min("occurred_at")):
        folds[trainee].pass_quiz(quiz, first, certified=bool(occasion))
    return folds


def save_folds(folds: Collection[Fold]) -> None:
    """Write the touched rows; attempts and answers are new. The trainees are locked: nobody else writes them."""
    _write(Enrolment, [row for fold in folds for row in _touched(fold, fold.enrolments)], ENROLMENT_FIELDS)
    _write(LessonPlace, [row for fold in folds for row in _touched(fold, fold.places)], PLACE_FIELDS)
    _write(LessonCompletion, [row for fold in folds for row in _touched(fold, fold.completions)], COMPLETION_FIELDS)
    _write(TaskPass, [row for fold in folds for row in _touched(fold, fold.task_passes)], TASK_FIELDS)
    if check_answers := [answer for fold in folds for answer in fold.check_answers]:
        CheckAnswer.objects.bulk_create(check_answers)
    if attempts := [attempt for fold in folds for attempt in fold.attempts]:
        Attempt.objects.bulk_create(attempts)
        responses = [rows for fold in folds for rows in fold.responses.values()]
        Response.objects.bulk_create([row for rows in responses for row in rows])


def _touched(fold: Fold, rows: dict) -> list:
    return [row for row in rows.values() if id(row) in fold.touched]


def _write(model: type[Model], rows: list[Any], fields: list[str]) -> None:
    known = [row for row in rows if row.pk is not None]
    if new := [row for row in rows if row.pk is None]:
        model._base_manager.bulk_create(new)
    if known:  # an upsert costs a fifth of what bulk_update does
        model._base_manager.bulk_create(known, update_conflicts=True, unique_fields=["id"], update_fields=fields)
