"""The register that outlives an erasing: for whom, and until when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from trainees.models import Trainee
from trainees.models.cohorts import CohortMember


@dataclass(frozen=True)
class Kept:
    """The day up to which the register of a class is kept, as she was told before she joined, and in which words."""

    until: datetime.date
    words: str


def kept_register(trainee: Trainee, day: datetime.date | None = None) -> Kept | None:
    """The latest day that she was told for a class of hers; None when nothing outlives an erasing today.

    What counts is what she was told when she joined, never what the class says today.
    """
    day = day or timezone.localdate()
    told = CohortMember.objects.filter(trainee=trainee, told_until__gte=day)
    last = told.order_by("told_until", "pk").last()
    if last is None or last.told_until is None:
        return None
    return Kept(last.told_until, last.told_words)
