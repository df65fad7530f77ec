"""To which day the photos of somebody's tasks are kept: what the daily round does, told beforehand."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import NamedTuple

from django.conf import settings
from django.db.models import Max
from django.utils import timezone

from progress.models import Submission, SubmissionPhoto
from progress.months import months_after
from trainees.models import Trainee

ONE_DAY = datetime.timedelta(days=1)


class PhotosKept(NamedTuple):
    """How many photos are there to the end of a day; `until` is None while a teacher has not looked."""

    until: datetime.date | None
    many: int


def photo_days_of(trainee: Trainee) -> list[PhotosKept]:
    """The soonest first, those that wait for a teacher last. One query, however many photos."""
    rows = SubmissionPhoto.objects.filter(submission__trainee=trainee).order_by()
    told = rows.annotate(last=Max("submission__reviews__reviewed_at")).values_list(
        *("photo", "last", "submission__received_at", "submission__is_newest", "submission__state")
    )
    days: dict[int, datetime.date] = {}
    for photo, last, received, newest, state in told:
        waits = last is None and newest and state == Submission.State.WAITING
        day = datetime.date.max if waits else last_day_after(timezone.localdate(last or received))
        days[photo] = max(day, days.get(photo, day))  # of two works as long as the later one
    counted = Counter(days.values())
    return [PhotosKept(None if day == datetime.date.max else day, counted[day]) for day in sorted(counted)]


def is_over(looked: datetime.datetime) -> bool:
    """Whether the round has taken away what a teacher looked at then."""
    return last_day_after(timezone.localdate(looked)) < timezone.localdate()


def last_day_after(looked: datetime.date) -> datetime.date:
    """The last one on which the round leaves there what a teacher looked at on a day."""
    months = settings.KEEP_TASK_FILES_MONTHS
    day = months_after(looked, months)
    while months_after(day + ONE_DAY, -months) <= looked:
        day += ONE_DAY
    return day
