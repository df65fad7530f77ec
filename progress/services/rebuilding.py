"""Making everything derived again from the events, or only saying where it differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Model

from progress.folding import Fold
from progress.models import (
    Attempt,
    CheckAnswer,
    Enrolment,
    Kind,
    LearningEvent,
    LessonCompletion,
    LessonPlace,
    Response,
    TaskPass,
)
from progress.services.rows import COMPLETION_FIELDS, ENROLMENT_FIELDS, PLACE_FIELDS, TASK_FIELDS
from trainees.models import Trainee
from villages.models import Division

AT_ONCE = 200  # trainees
ATTEMPT_COLUMNS = [
    "uuid",
    "quiz_key",
    "edition_id",
    "course_key",
    "raw",
    "max",
    "scaled",
    "pass_mark",
    "passed",
    "occurred_at",
    "language",
    "helped",
    "occasion",
    "late",
]
# What of each table is compared: everything that the fold decides.
COMPARED: dict[type[Model], list[str]] = {
    Enrolment: ["course_key", "village_id", *ENROLMENT_FIELDS[1:]],
    LessonPlace: ["lesson_key", *PLACE_FIELDS],
    LessonCompletion: ["lesson_key", "course_key", *COMPLETION_FIELDS],
    TaskPass: ["lesson_key", "card", *TASK_FIELDS],
    CheckAnswer: ["uuid", "lesson_key", "card", "chosen", "language"],
    Attempt: ATTEMPT_COLUMNS,
    Response: ["attempt__uuid", "quiz_key", "question", "chosen", "right"],
}
Rows = dict[int, list[tuple]]


@dataclass(frozen=True)
class Difference:
    """How many trainees have rows of a table that do not follow from their events."""

    table: str
    trainees: int


def rebuild_progress(*, check: bool = False) -> list[Difference]:
    """Compare every derived row with the fold of the events, and with `check` off make them equal.

    Works through the trainees in small transactions, so learners go on meanwhile. Returns what differed, by table.
    """
    differing: dict[str, int] = {}
    for trainees in _portions():
        with transaction.atomic():
            _lock(trainees)
            kept = {model: _kept(model, trainees) for model in COMPARED}
            for fold in folds_of(trainees):
                wrong = [model for model in COMPARED if _wanted(model, fold) != kept[model].get(fold.trainee_id, [])]
                for model in wrong:
                    differing[model._meta.db_table] = differing.get(model._meta.db_table, 0) + 1
                if wrong and not check:
                    _replace(fold)
    return [Difference(table, trainees) for table, trainees in differing.items()]


def rebuild_trainees(*, trainees: list[int]) -> None:
    """Make everything derived of these anew, within the caller's transaction, which has locked them."""
    for fold in folds_of(trainees):
        _replace(fold)


def _portions() -> Iterator[list[int]]:
    last = 0
    while portion := list(Trainee.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        yield portion
        last = portion[-1]


def _lock(trainees: list[int]) -> None:
    list(Trainee.objects.select_for_update().filter(pk__in=trainees).order_by("pk").values_list("pk"))


def folds_of(trainees: list[int]) -> Iterator[Fold]:
    """What follows from all events of each."""
    events: dict[int, list[LearningEvent]] = {pk: [] for pk in trainees}
    # Of an entry that was merged into another, events stay behind that the other one has too: they count there.
    counting = LearningEvent.objects.filter(trainee__in=trainees, trainee__merged_into=None)
    for event in counting.order_by("pk"):
        events[event.trainee_id].append(event)
    villages = villages_in(event for own in events.values() for event in own)
    for trainee, own in events.items():
        yield Fold(trainee, villages).apply_all(own)


def villages_in(events: Iterable[LearningEvent]) -> dict[str, int]:
    """The villages that enrolments name, by code."""
    codes = {event.payload["village"] for event in events if event.kind == Kind.ENROLLED}
    return dict(Division.objects.filter(code__in=codes).values_list("code", "pk"))


def _kept(model: type[Model], trainees: list[int]) -> Rows:
    """What the table holds, by trainee, as sorted texts."""
    owner = "attempt__trainee_id" if model is Response else "trainee_id"
    kept: Rows = {}
    found = model._base_manager.filter(**{f"{owner.removesuffix('_id')}__in": trainees})
    for trainee, *values in found.values_list(owner, *COMPARED[model]):
        kept.setdefault(trainee, []).append(tuple(map(str, values)))
    return {trainee: sorted(rows) for trainee, rows in kept.items()}


def _wanted(model: type[Model], fold: Fold) -> list[tuple]:
    """What the table should hold for the trainee of this fold, in the same form."""
    return sorted(tuple(str(_value(row, column)) for column in COMPARED[model]) for row in _rows(model, fold))


def _rows(model: type[Model], fold: Fold) -> list[Any]:
    by_model: dict[type[Model], list[Any]] = {
        Enrolment: list(fold.enrolments.values()),
        LessonPlace: list(fold.places.values()),
        LessonCompletion: list(fold.completions.values()),
        TaskPass: list(fold.task_passes.values()),
        CheckAnswer: fold.check_answers,
        Attempt: fold.attempts,
        Response: [row for rows in fold.responses.values() for row in rows],
    }
    return by_model[model]


def _value(row: Any, column: str) -> Any:
    if column == "attempt__uuid":
        return row.attempt.uuid
    value = getattr(row, column)
    # As the database gives it back: with all its places.
    return round(value, row._meta.get_field(column).decimal_places) if isinstance(value, Decimal) else value


def _replace(fold: Fold) -> None:
    # responses go with their attempts
    for owned in (Enrolment, LessonPlace, LessonCompletion, TaskPass, CheckAnswer, Attempt):
        owned._base_manager.filter(trainee=fold.trainee_id).delete()
    for model in COMPARED:
        model._base_manager.bulk_create(_rows(model, fold))
