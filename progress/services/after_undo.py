"""What follows for each of two people from her own events, once a merge of them was undone.

While they were one, what the one had was not given to her once more, and what only both together had was given to one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from courses.selectors import LessonItem, Outline, course_outline
from progress.folding import Fold
from progress.judging import judge_course, judge_lesson
from progress.models import Kind, LearningEvent
from progress.services.enrolling import enrolled_event
from progress.services.rebuilding import villages_in
from trainees.models import Trainee

FOUND = (Kind.LESSON_COMPLETED, Kind.COURSE_PASSED, Kind.COURSE_COMPLETED)
AT_A_TIME = 500


def last_event(kept: Trainee) -> int:
    """Up to where her events go when a merge is done: what comes behind it, came since."""
    return LearningEvent.objects.filter(trainee=kept).aggregate(last=Max("pk"))["last"] or 0


def judge_apart(moved: dict[str, Any], kept: Trainee, other: Trainee) -> None:
    """Within the transaction, after the rows went back and before everything derived is made anew."""
    since = moved.get("since", 0)
    _reviews_go_along(moved["events"], since, kept, other)
    for trainee in (kept, other):
        _judge(trainee, since)


def _reviews_go_along(moved: list[int], since: int, kept: Trainee, other: Trainee) -> None:
    """What a teacher said since of work that goes back."""
    said = LearningEvent.objects.filter(trainee=kept, pk__gt=since, kind=Kind.TASK_REVIEWED)
    for begin in range(0, len(moved) if said.exists() else 0, AT_A_TIME):
        works = LearningEvent.objects.filter(pk__in=moved[begin : begin + AT_A_TIME], kind=Kind.TASK_SUBMITTED)
        going = said.filter(cause__in=list(works.values_list("uuid", flat=True)))
        QuerySet(LearningEvent).filter(pk__in=list(going.values_list("pk", flat=True))).update(trainee=other)


def _judge(trainee: Trainee, since: int) -> None:
    """What came since is looked at as if it came to her alone, in the order of receipt."""
    every = list(LearningEvent.objects.filter(trainee=trainee).order_by("pk"))
    later = [event for event in every if event.pk > since]
    if not later:
        return
    found = [event for event in later if event.kind in FOUND]
    villages = villages_in(every)
    alone = Fold(trainee.pk, villages).apply_all(event for event in every if event not in found)
    stand = list(_that_stand(found, alone))
    gone = [event.pk for event in found if event not in stand]
    QuerySet(LearningEvent).filter(pk__in=gone)._raw_delete("default")
    known = [event for event in every if event.pk <= since or event.kind == Kind.ENROLLED]
    fold = Fold(trainee.pk, villages | {trainee.village.code: trainee.village_id}).apply_all(chain(known, stand))
    came = [event for event in later if event.kind not in (*FOUND, Kind.ENROLLED)]
    taken = {event.uuid for event in every if event.pk not in gone}
    new = [event for event in _following(trainee, came, fold) if event.uuid not in taken]
    LearningEvent.objects.bulk_create(new)


def _that_stand(found: Iterable[LearningEvent], alone: Fold) -> Iterator[LearningEvent]:
    """Of what was found since then, what her own events bear out, by the rule and the list it was found by."""
    for event in sorted(found, key=lambda one: FOUND.index(Kind(one.kind))):
        moments = _moments(event, alone)
        if all(at is not None and at <= event.occurred_at for at in moments):
            alone.apply(event)
            yield event


def _moments(event: LearningEvent, fold: Fold) -> list[datetime | None]:
    rule, keys = event.payload["rule"], [UUID(key) for key in event.payload["keys"]]
    if rule in ("quiz-passed", "all-quizzes"):
        return [fold.passed_at.get(key) for key in keys]
    if rule == "last-card":
        return [place.finished_at if (place := fold.places.get(key)) else None for key in keys]
    tasks = [(UUID(lesson), UUID(card)) for lesson, card in event.payload.get("tasks", ())]
    passed = [task.passed_at if (task := fold.task_passes.get(key)) else None for key in tasks]
    return [row.completed_at if (row := fold.completions.get(key)) else None for key in keys] + passed


def _following(trainee: Trainee, came: list[LearningEvent], fold: Fold) -> Iterator[LearningEvent]:
    outlines = {key: course_outline(key) for key in {event.course_key for event in came} if key}
    causes = {event.uuid: event for event in came}
    for event in came:
        if event.course_key and event.course_key not in fold.enrolments:
            enrolled = enrolled_event(trainee, event.course_key, at=event.received_at)
            fold.apply(enrolled)
            yield enrolled
        fold.apply(event)
        cause = causes.get(event.cause, event) if event.cause and event.kind == Kind.ATTEMPT_MARKED else event
        outline = outlines.get(event.course_key) if event.course_key else None
        for verdict in _verdicts(cause, event, outline, fold):
            fold.apply(verdict)
            yield verdict


def _verdicts(
    cause: LearningEvent, event: LearningEvent, outline: Outline | None, fold: Fold
) -> Iterator[LearningEvent]:
    lesson = _lesson(event, outline)
    if lesson and (verdict := judge_lesson(cause, lesson, fold)):
        yield verdict
    if outline:
        yield from judge_course(cause, outline, fold)


def _lesson(event: LearningEvent, outline: Outline | None) -> LessonItem | None:
    """As the course lists it today, else as the edition knew it; a test of the course stands in none."""
    lessons = outline.lessons if outline else ()
    listed = next((one for one in lessons if event.object_key in (one.key, one.quiz_key)), None)
    if listed or event.kind != Kind.ATTEMPT_MARKED or "occasion" in event.payload or event.edition is None:
        return listed
    above = event.edition.parent_key
    return LessonItem(key=above, quiz_key=event.object_key) if above else None
