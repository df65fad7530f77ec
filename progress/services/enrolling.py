"""Enrolling: from then on she is counted in the village where she lives that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from courses.selectors import open_courses
from progress.models import Enrolment, Kind, LearningEvent
from progress.services.rows import load_folds, locked, save_folds
from trainees.models import Trainee


def enrolled_event(trainee: Trainee, course_key: UUID, *, at: datetime) -> LearningEvent:
    """The event, not yet written. Its UUID is made of trainee and course: she enrols in a course once."""
    return LearningEvent(
        uuid=uuid5(trainee.key, f"enrolled:{course_key}"),
        trainee=trainee,
        kind=Kind.ENROLLED,
        object_key=course_key,
        course_key=course_key,
        occurred_at=at,
        received_at=at,
        payload={"village": trainee.village.code},
    )


def enrol(*, trainee: Trainee, course_key: UUID, now: datetime | None = None) -> bool:
    """Enrol her, unless she is; returns whether she is new in the course."""
    return enrol_many(course_key=course_key, moments={trainee.pk: now or timezone.now()}) == 1


@transaction.atomic
def enrol_many(*, course_key: UUID, moments: Mapping[int, datetime]) -> int:
    """Enrol trainees, by primary key, each at her moment; returns how many are new in the course."""
    enrolled = Enrolment.objects.filter(trainee__in=list(moments), course_key=course_key)
    trainees = locked(moments.keys())
    known = set(enrolled.values_list("trainee_id", flat=True))
    new = [trainee for trainee in trainees if trainee.pk not in known]
    folds = load_folds(new)
    events = [enrolled_event(trainee, course_key, at=moments[trainee.pk]) for trainee in new]
    for event in events:
        folds[event.trainee_id].apply(event)
    LearningEvent.objects.bulk_create(events)
    save_folds(folds.values())
    return len(new)


def enrol_where_there_is_one_course(*, trainee: Trainee) -> None:
    """Where a county offers one course, signing up is enrolling. With several she is enrolled by her first lesson."""
    courses = open_courses()
    if len(courses) == 1:
        enrol(trainee=trainee, course_key=courses[0])
