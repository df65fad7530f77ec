"""She puts right what is kept of her: name, sign, phone, place of registration, language."""

from __future__ import annotations

from django.db import transaction

from foundation.audit import Action, record
from trainees.audited import OWN_WORDS
from trainees.models import Person, Trainee, User
from villages.models import Division

FIELDS = ("name", "sign", "phone", "language")


@transaction.atomic
def correct(*, person: Person, by: User | None, registered_village: Division | None, **words: str) -> bool:
    """`words` are `name`, `sign`, `phone` and `language`, cleaned. False when nothing changed.

    Where she lives is not hers to change alone: she is counted there, so a trainer looks (a request to be moved). A new
    number has had no message yet.
    """
    person = Person.objects.select_for_update().select_related("trainee__village").get(pk=person.pk)
    trainee = person.trainee
    changed = [field for field in FIELDS if field in words and getattr(person, field) != words[field]]
    moved = trainee.registered_village_id != (registered_village.pk if registered_village else None)
    if not changed and not moved:
        return False
    for field in changed:
        setattr(person, field, words[field])
    if "phone" in changed:
        person.phone_verified_at = None
    person.save(update_fields=[*changed, "phone_verified_at"])
    Trainee.objects.filter(pk=trainee.pk).update(registered_village=registered_village)
    record(by=by, action=Action.CHANGED, what=OWN_WORDS, area=trainee.village.code, people=1, objects=[trainee.number])
    return True
