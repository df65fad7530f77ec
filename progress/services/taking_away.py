"""What of somebody is taken out of here is written down first."""

from __future__ import annotations

from django.db import transaction

from foundation.audit import Action
from progress.audited import OWN_FILE
from trainees.models import Trainee, User
from trainees.trail import record_of


@transaction.atomic
def note_taken_away(*, trainee: Trainee, by: User) -> None:
    """She takes the file with all her own data."""
    record_of(trainee, by=by, action=Action.EXPORTED, what=OWN_FILE)
