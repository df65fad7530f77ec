"""Forgetting the person behind a pseudonym; `progress.services.erasing` calls it, and sees to what she learned."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import Q

from trainees.models import CardSheet, Helping, Person, PhoneCode, RestrictedRecord, Trainee
from trainees.selectors.restricted import kept_register
from trainees.services.roster_files import forget_rosters_naming


@transaction.atomic
def erase_person(*, trainee: Trainee, at: datetime.datetime) -> bool:
    """Her name, phone, sign, PIN, sign-in and everything that hangs on them; False when nobody stands behind it.

    Only the register of a class that public money paid for stays, restricted, to the day that she was told.
    """
    person = Person.objects.filter(trainee=trainee).select_related("user").first()
    if person is not None:
        _keep_register(person, trainee)
        _forget_codes(person)
        for area in {trainee.village.code, trainee.home.code}:
            forget_rosters_naming(name=person.name, number=trainee.number, area=area)
        CardSheet.objects.filter(people=person).delete()  # printed with her name on it, and kept for a day
        person.delete()
        if person.user:
            person.user.delete()
    Helping.objects.filter(Q(keeper=trainee) | Q(trainee=trainee), ended_at=None).update(ended_at=at)
    Trainee.objects.filter(pk=trainee.pk).update(erased_at=at, registered_village=None)
    return person is not None


def _keep_register(person: Person, trainee: Trainee) -> None:
    kept = kept_register(trainee)
    if kept is None:
        return
    RestrictedRecord.objects.update_or_create(
        trainee=trainee,
        defaults={
            "name": person.name,
            "phone": person.phone,
            "village": trainee.village,
            "basis": kept.words,
            "kept_until": kept.until,
        },
    )


def _forget_codes(person: Person) -> None:
    """Messages that were sent to her number, unless it is somebody else's too."""
    if person.phone and not Person.objects.filter(phone=person.phone).exclude(pk=person.pk).exists():
        PhoneCode.objects.filter(phone=person.phone).delete()
