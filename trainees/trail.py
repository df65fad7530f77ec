"""What is done with one person, as an entry of the audit trail: where she lives, and her pseudonym."""

from __future__ import annotations

from foundation.audit import Action, record
from trainees.models import Trainee
from trainees.selectors.posts import Visitor


def record_of(trainee: Trainee, *, by: Visitor | None, action: Action, what: str) -> None:
    """Within the transaction of doing it."""
    record(by=by, action=action, what=what, area=trainee.home.code, people=1, objects=[trainee.number])
