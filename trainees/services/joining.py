"""A person joins: the pseudonym that learns, the person behind it, her sign-in identity and what she agreed to."""

from __future__ import annotations

import datetime
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from trainees import pins
from trainees.ages import is_too_young
from trainees.consent_words import LEARNING, VERSION
from trainees.models import Consent, Person, Trainee, User
from villages.models import Division

AT_A_TIME = 500


@dataclass(frozen=True)
class Newcomer:
    """What is known of a person who joins. Without a PIN nobody signs in as her until her trainer lets her choose one.

    `village` is where she lives and must be a village; `registered_village` is her 户籍, if she gave it. The key is
    unique: whoever joins with the same one twice joins once.
    """

    name: str
    sign: str
    age: str
    village: Division
    pin: str = ""
    registered_village: Division | None = None
    phone: str = ""
    language: str = ""
    consents: tuple[str, ...] = (LEARNING,)
    key: uuid.UUID = field(default_factory=uuid.uuid4)
    joined_at: datetime.datetime = field(default_factory=timezone.now)

    def __post_init__(self) -> None:
        for place in filter(None, (self.village, self.registered_village)):
            if place.level != Division.Level.VILLAGE:
                raise ValueError(f"{place.code} is not a village")
        if is_too_young(self.age):
            raise ValueError("too young to be signed up here")


def join(**details: Any) -> Person:
    """One person joins; `details` are those of `Newcomer`. Raises ValueError for a place that is not a village."""
    return join_many(newcomers=[Newcomer(**details)])[0]


@transaction.atomic
def join_many(*, newcomers: Sequence[Newcomer]) -> list[Person]:
    """All of them or, with an error, none; a handful of statements for every few hundred.

    Checks nothing that a form checks: names, phones and PINs come cleaned.
    """
    users = User.objects.bulk_create([_user(newcomer.joined_at) for newcomer in newcomers], AT_A_TIME)
    trainees = Trainee.objects.bulk_create([_trainee(newcomer) for newcomer in newcomers], AT_A_TIME)
    together = zip(newcomers, users, trainees, strict=True)
    people = Person.objects.bulk_create([_person(*each) for each in together], AT_A_TIME)
    agreed = zip(newcomers, people, strict=True)
    Consent.objects.bulk_create([row for each in agreed for row in _consents(*each)], AT_A_TIME)
    return people


@transaction.atomic
def give_sign_in(*, person: Person, sign: str = "", pin: str = "") -> User:
    """Somebody of the register alone may sign in from now on; whoever may already keeps her sign-in.

    A sign or a PIN that is given takes the place of the one before; both come cleaned.
    """
    person = Person.objects.select_for_update(of=["self"]).select_related("user").get(pk=person.pk)
    if person.user is None:
        person.user = _user(timezone.now())
        person.user.save()
    person.sign = sign or person.sign
    person.pin = pins.hashed(pin) if pin else person.pin
    person.save(update_fields=["user", "sign", "pin"])
    return person.user


def _user(joined_at: datetime.datetime) -> User:
    name = f"trainee-{secrets.token_hex(12)}"
    return User(username=name, password=make_password(None), date_joined=joined_at)


def _trainee(newcomer: Newcomer) -> Trainee:
    return Trainee(
        key=newcomer.key,
        village=newcomer.village,
        registered_village=newcomer.registered_village,
        joined_at=newcomer.joined_at,
    )


def _person(newcomer: Newcomer, user: User, trainee: Trainee) -> Person:
    return Person(
        trainee=trainee,
        user=user,
        name=newcomer.name,
        sign=newcomer.sign,
        pin=pins.hashed(newcomer.pin) if newcomer.pin else "",
        age=newcomer.age,
        phone=newcomer.phone,
        language=newcomer.language,
    )


def _consents(newcomer: Newcomer, person: Person) -> list[Consent]:
    return [
        Consent(person=person, purpose=purpose, version=VERSION, given_at=newcomer.joined_at)
        for purpose in newcomer.consents
    ]
