"""What a keeper does for the people of her village, each written into the audit trail with the pseudonym."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from foundation.audit import Action
from trainees.audited import HELP, HELPED_DAY, KEEPERS_NEIGHBOUR, NEW_PIN, REMEMBERED
from trainees.consent_words import LEARNING
from trainees.models import EnrolledDevice, HelpedDay, Helping, Person, Trainee, User
from trainees.services.consents import agree
from trainees.services.joining import give_sign_in, join
from trainees.services.remembering import remember, set_pin
from trainees.trail import record_of

AN_HOUR = datetime.timedelta(minutes=60)


@transaction.atomic
def enrol_neighbour(*, by: User, **details: Any) -> Person:
    """She joins, signed up by the keeper; `details` are those of `Newcomer`."""
    person = join(**details)
    record_of(person.trainee, by=by, action=Action.ADDED, what=KEEPERS_NEIGHBOUR)
    return person


@transaction.atomic
def choose_sign(*, person: Person, sign: str, by: User, agreed: bool = False, age: str = "") -> None:
    """The picture that she taps from now on; with it she may be let in. `agreed` to the notice, where she was asked."""
    if agreed:
        agree(person=person, purpose=LEARNING)
        Person.objects.filter(pk=person.pk, age="").update(age=age)
    give_sign_in(person=person, sign=sign)
    person.refresh_from_db(fields=["user", "sign"])
    record_of(person.trainee, by=by, action=Action.CHANGED, what=KEEPERS_NEIGHBOUR)


@transaction.atomic
def set_neighbours_pin(*, person: Person, pin: str, by: User) -> None:
    """A PIN that she typed herself on the keeper's phone. Whoever knew the old one is out everywhere."""
    set_pin(person=person, pin=pin)
    record_of(person.trainee, by=by, action=Action.CHANGED, what=NEW_PIN)


@transaction.atomic
def remember_neighbour(*, person: Person, phone_digest: str, by: User) -> None:
    """Her picture stands on the first screen of the keeper's phone."""
    remember(person=person, phone_digest=phone_digest)
    record_of(person.trainee, by=by, action=Action.ADDED, what=REMEMBERED)


@transaction.atomic
def note_help(*, trainee: Trainee, by: User) -> bool:
    """That she was helped today; False when that was written down before."""
    _row, made = HelpedDay.objects.get_or_create(trainee=trainee, by=by, day=timezone.localdate())
    if made:
        record_of(trainee, by=by, action=Action.ADDED, what=HELPED_DAY)
    return made


@transaction.atomic
def begin_helping(*, keeper: Trainee, by: User, person: Person, device: EnrolledDevice, with_pin: bool) -> Helping:
    """From now on, for an hour at the most, what is done as her is recorded as helped. One at a time on a phone."""
    now = timezone.now()
    list(EnrolledDevice.objects.select_for_update().filter(pk=device.pk))  # two windows of one phone, one at a time
    Helping.objects.filter(device=device, ended_at=None).update(ended_at=now)
    helping = Helping.objects.create(
        keeper=keeper, trainee=person.trainee, device=device, with_pin=with_pin, until=now + AN_HOUR
    )
    note_help(trainee=person.trainee, by=by)
    record_of(person.trainee, by=by, action=Action.LET_IN, what=HELP)
    return helping


def end_helping(*, helping: Helping) -> None:
    Helping.objects.filter(pk=helping.pk, ended_at=None).update(ended_at=timezone.now())
