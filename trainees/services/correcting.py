"""What is kept of her is put right: name, sign, phone, place of registration, language."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from foundation.audit import Action
from trainees.audited import NEIGHBOURS_WORDS, OWN_WORDS
from trainees.models import Person, Trainee, User
from trainees.trail import record_of

FIELDS = ("name", "sign", "phone", "language")
REGISTERED = "registered_village"


@transaction.atomic
def correct(*, person: Person, by: User | None, **told: Any) -> bool:
    """`told` are any of `name`, `sign`, `phone`, `language`, cleaned, and `registered_village`; what is not stays.

    By herself or by who looks after her, and so it stands in the trail. False when nothing changed. Where she lives is
    not hers to change alone: she is counted there, so a trainer looks (a request to be moved). A new number has had no
    message yet.
    """
    person = Person.objects.select_for_update().select_related("trainee__village").get(pk=person.pk)
    trainee = person.trainee
    changed = [field for field in FIELDS if field in told and getattr(person, field) != told[field]]
    before = trainee.registered_village
    moved = REGISTERED in told and told[REGISTERED] not in (before, before and before.today)
    if not changed and not moved:
        return False
    for field in changed:
        setattr(person, field, told[field])
    if "phone" in changed:
        person.phone_verified_at = None
    person.save(update_fields=[*changed, "phone_verified_at"])
    if moved:
        Trainee.objects.filter(pk=trainee.pk).update(registered_village=told[REGISTERED])
    what = OWN_WORDS if by and by.pk == person.user_id else NEIGHBOURS_WORDS
    record_of(trainee, by=by, action=Action.CHANGED, what=what)
    return True
