"""Somebody's work that a teacher looks at, as it came from her phone, and what the teacher's page sends."""

import datetime
from uuid import uuid4

from django.utils import timezone

from courses.models import LessonPage
from progress.models import Submission
from progress.services import keep_photo, receive_events
from tests.learning import a_handed_in, a_sent_photo
from trainees.models import Trainee


def handed_in(
    trainee: Trainee, lesson: LessonPage, *photos: str, days_ago: int = 0, closed: bool = False
) -> Submission:
    """The task of a lesson of `a_practice_course`, with a photo in each of these colours.

    `closed`: only the county's teachers see it.
    """
    at = timezone.now() - datetime.timedelta(days=days_ago)
    named = [keep_photo(trainee=trainee, content=a_sent_photo(colour), now=at).sha256 for colour in photos]
    body = a_handed_in(lesson, *named)
    body["payload"]["only_county"] = closed
    receive_events(trainee=trainee, bodies=[body], now=at)
    return Submission.objects.get(trainee=trainee, uuid=body["uuid"])


def a_form(**changes: object) -> dict:
    """What the page of a piece of work sends: three signs seen, passed, a word; nobody had looked at it before."""
    told = {"form": str(uuid4()), "after": "", "tick": ["0", "1", "3"], "comment": "很清楚。", "verdict": "passed"}
    return told | changes
