"""Two entries that are one person, and one of them said no to photos: nobody sees those of the other from then on.

Who was merged by mistake must not lose them for that. So photos are not deleted on the spot: they stand in no work any
more, and go when the week is over in which photos wait for theirs. What a teacher spoke goes at once.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from foundation.jobs import enqueue
from progress.models import SubmissionPhoto, TaskPhoto
from progress.services.erasing import ERASE_FILES, forget_voices
from trainees.consent_words import TASKS
from trainees.models import Trainee
from trainees.selectors.consents import people_who_refuse

FIELDS = ("pk", "submission_id", "photo_id", "position")


def set_unwanted_aside(kept: Trainee) -> list[list[Any]]:
    """Within the transaction of the merge, when all is hers. Says where each photo stood; nothing if she says yes."""
    if not people_who_refuse(TASKS).filter(trainee=kept).exists():
        return []
    placed = SubmissionPhoto.objects.filter(photo__trainee=kept)
    stood = [list(row) for row in placed.order_by("pk").values_list(*FIELDS)]
    placed.delete()
    TaskPhoto.objects.filter(trainee=kept).update(received_at=timezone.now())
    if voices := forget_voices([kept.pk]):
        enqueue(name=ERASE_FILES, payload={"names": voices})
    return stood


def put_back(stood: list[list[Any]]) -> None:
    """Where the merge is undone within that week; what was deleted since then stays so."""
    there = set(TaskPhoto.objects.filter(pk__in=[row[2] for row in stood]).values_list("pk", flat=True))
    rows = [dict(zip(FIELDS, row, strict=True)) for row in stood if row[2] in there]
    SubmissionPhoto.objects.bulk_create([SubmissionPhoto(**row) for row in rows])
