"""A trainee says yes or no to one purpose, and what follows from a no."""

from __future__ import annotations

from django.db import transaction

from progress.services.erasing import forget_photos_and_voices
from progress.services.rows import locked
from trainees.consent_words import TASKS
from trainees.models import Trainee
from trainees.services.consents import agree, withdraw


@transaction.atomic
def say(*, trainee: Trainee, purpose: str, yes: bool) -> None:
    """Without her yes to photos and voices, those that are kept go at once; the words and what was passed stay."""
    locked([trainee.pk])
    if yes:
        agree(person=trainee.person, purpose=purpose)
        return
    withdraw(person=trainee.person, purpose=purpose)
    if purpose == TASKS:
        forget_photos_and_voices(trainees=[trainee.pk])
