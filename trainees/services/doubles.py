"""Somebody looked at two entries and says that they are two people."""

from __future__ import annotations

from django.db import transaction

from foundation.audit import Action, record
from trainees.audited import NOT_THE_SAME
from trainees.models import NotTheSame, Person, User
from trainees.selectors.trainees import area_of


@transaction.atomic
def tell_apart(*, one: Person, other: Person, by: User) -> None:
    """They are not offered again. Saying it twice is saying it once."""
    first, second = sorted((one, other), key=lambda person: person.pk)
    _row, made = NotTheSame.objects.get_or_create(first=first, second=second, defaults={"by": by})
    if made:
        objects = [first.trainee.number, second.trainee.number]
        area = area_of([first.trainee, second.trainee])
        record(by=by, action=Action.ADDED, what=NOT_THE_SAME, area=area, people=2, objects=objects)
