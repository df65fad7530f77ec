"""Enrolling: from then on she is counted in the village where she lives that day."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from courses.selectors import open_courses
from progress.models import Enrolment, Kind, LearningEvent
from progress.services.rows import load_fold, save_fold
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


@transaction.atomic
def enrol(*, trainee: Trainee, course_key: UUID, now: datetime | None = None) -> bool:
    """Enrol her, unless she is; returns whether she is new in the course."""
    locked = Trainee.objects.select_for_update(of=("self",)).select_related("village").get(pk=trainee.pk)
    if Enrolment.objects.filter(trainee=locked, course_key=course_key).exists():
        return False
    event = enrolled_event(locked, course_key, at=now or timezone.now())
    event.save()
    fold = load_fold(locked)
    fold.apply(event)
    save_fold(fold)
    return True


def enrol_where_there_is_one_course(*, trainee: Trainee) -> None:
    """Where a county offers one course, signing up is enrolling. With several she is enrolled by her first lesson."""
    courses = open_courses()
    if len(courses) == 1:
        enrol(trainee=trainee, course_key=courses[0])
