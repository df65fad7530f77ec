"""What she may put right herself: the fields of the sign-up that say who she is."""

from __future__ import annotations

from trainees.forms.join import JoinForm
from trainees.models import Person


class CorrectForm(JoinForm):
    """Name, sign, phone, place of registration. The others belong to the sign-up alone."""

    token = village = pin = age = name_shown = public_phone = agreed = None  # type: ignore[assignment]


def as_it_stands(person: Person) -> dict[str, str]:
    """What the form shows before she changes anything."""
    registered = person.trainee.registered_village
    registered = registered and registered.today
    return {
        "name": person.name,
        "sign": person.sign,
        "phone": person.phone,
        "registered": registered.short_name if registered else "",
        "registered_code": registered.code if registered else "",
    }
