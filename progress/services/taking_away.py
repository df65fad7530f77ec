"""What of somebody is taken out of here is written down first."""

from __future__ import annotations

from django.db import transaction

from foundation.audit import Action, record
from progress.audited import OWN_FILE
from trainees.models import Trainee, User


@transaction.atomic
def note_taken_away(*, trainee: Trainee, by: User) -> None:
    """She takes the file with all her own data."""
    record(by=by, action=Action.EXPORTED, what=OWN_FILE, area=trainee.village.code, people=1, objects=[trainee.number])
