"""The way without a phone: she showed her work to a teacher, who ticked what there was to see."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.practice.selectors import ShownTask
from courses.selectors import course_outline, courses_of_lessons
from progress.models import Kind, LearningEvent, Submission, TaskPass
from progress.selectors.reviewing import waiting_for
from progress.services.enrolling import enrolled_event
from progress.services.reviewing import (
    OPEN_AGAIN,
    Judgement,
    check_said,
    follow,
    known_form,
    reviewed_event,
    write_review,
)
from progress.services.rows import locked
from trainees.models import Trainee, User

SHOWN = "shown"
PASSED_ALREADY = _("She has passed this task already.")


def record_shown(
    *, trainee: Trainee, task: ShownTask, by: User, judgement: Judgement, now: datetime | None = None
) -> Submission:
    """A handing in without words or photos, with its verdict, in one go. The same form again changes nothing.

    Raises ValidationError with one sentence; nothing is kept then.
    """
    at = now or timezone.now()
    if known := _known(trainee, task, judgement):
        return known
    check_said(judgement)
    submission = Submission(
        uuid=uuid5(judgement.uuid, SHOWN),
        trainee=trainee,
        lesson_key=task.page.translation_key,
        course_key=courses_of_lessons({task.page.translation_key})[task.page.translation_key],
        card=task.card_id,
        shelf=task.shelf,
        way=Submission.Way.SHOWN,
        handed_in_at=at,
        received_at=at,
    )
    outline = course_outline(submission.course_key) if submission.course_key else None
    with transaction.atomic():
        [learner] = locked([trainee.pk])
        if known := _known(trainee, task, judgement):
            return known  # the same form, a moment ago
        _put_in_front(submission, by, judgement)
        review = write_review(submission, by, judgement, voice="", at=at)
        follow(learner, [*_events(learner, submission), reviewed_event(submission, review)], outline)
    return submission


def _known(trainee: Trainee, task: ShownTask, judgement: Judgement) -> Submission | None:
    review = known_form(judgement)
    if review is None:
        return None
    found = review.submission
    same = trainee.pk, task.page.translation_key, UUID(task.card_id), uuid5(judgement.uuid, SHOWN)
    if (found.trainee_id, found.lesson_key, found.card, found.uuid) != same:
        raise ValidationError(OPEN_AGAIN, code="form")
    return found


def _put_in_front(submission: Submission, by: User, judgement: Judgement) -> None:
    """A pass is earned, and nothing of this task waits any more; “once more” leaves what only others see with them."""
    if TaskPass.objects.filter(**submission.same_task).exists():
        raise ValidationError(PASSED_ALREADY, code="passed")
    newest = Submission.objects.filter(**submission.same_task, is_newest=True)
    unseen = newest.filter(state=Submission.State.WAITING).exclude(pk__in=waiting_for(by).order_by().values("pk"))
    submission.is_newest = judgement.passed or not unseen.exists()
    if submission.is_newest:
        newest.update(is_newest=False)
    submission.save()


def _events(trainee: Trainee, submission: Submission) -> list[LearningEvent]:
    """That she showed it; and that she is enrolled, if nothing of hers said so before."""
    shown = LearningEvent(
        uuid=submission.uuid,
        trainee=trainee,
        kind=Kind.TASK_SUBMITTED,
        object_key=submission.lesson_key,
        course_key=submission.course_key,
        occurred_at=submission.handed_in_at,
        received_at=submission.received_at,
        payload={"card": str(submission.card), "photos": 0, "only_county": False},
    )
    key = submission.course_key
    if key is None or trainee.enrolments.filter(course_key=key).exists():
        return [shown]
    return [enrolled_event(trainee, key, at=submission.received_at), shown]
