"""The demo people, their secrets, and what to type to sign in as each of them."""

import datetime
import json
import secrets
import uuid
from dataclasses import asdict
from pathlib import Path

from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings
from django.db import transaction

from courses.models import Role
from courses.selectors import open_courses
from courses.teams.services import join_team, take_role
from foundation.atomic_files import write_atomically
from portal.demo.cast import STAFF, TRAINEES, DemoPerson, DemoTrainee
from trainees import pins
from trainees.models import Person, Post, Trainee, User
from trainees.services import issue_entry_code, join
from trainees.services.appointing import appoint_keeper
from trainees.services.devices import issue_device_code
from villages.selectors import division_by_code

SINCE = datetime.date(2026, 1, 1)


class DemoIsOff(Exception):
    """Demo people are asked for where DEMO is not 1."""


@transaction.atomic
def seed_demo_people() -> int:
    """Make the demo people that do not exist yet; returns how many were made. Raises DemoIsOff.

    A post or a trainee whose place was not loaded is left out.
    """
    if not settings.DEMO:
        raise DemoIsOff
    kept = _secrets()
    made = sum(_make_staff(person, kept[person.username]) for person in STAFF)
    return made + sum(_make_trainee(trainee, kept[trainee.username]) for trainee in TRAINEES)


def demo_sign_ins() -> list[dict]:
    """For each demo person of this data folder: role, name, address, what to type, the code of this moment.

    A trainee's code is issued now, and ends the one that was issued before. The keeper's second one enrols her phone,
    where her room says so.
    """
    kept = _secrets()
    known = set(User.objects.filter(username__in=kept).values_list("username", flat=True))
    staff = [_staff_sign_in(person, kept[person.username]) for person in STAFF if person.username in known]
    return staff + [told for trainee in TRAINEES for told in _trainee_sign_in(trainee, kept[trainee.username])]


def trainee_of_the_cast(username: str) -> Trainee | None:
    """The trainee of a demo person, if she is there."""
    kept = _secrets().get(username, {})
    return Trainee.objects.filter(key=kept["key"]).first() if "key" in kept else None


def _make_staff(person: DemoPerson, kept: dict[str, str]) -> bool:
    user, made = User.objects.get_or_create(username=person.username, defaults={"last_name": person.name})
    if made:
        user.is_superuser = user.is_staff = person.role == "administrator"
        user.set_password(kept["password"])
        user.save()
        TOTP.activate(user, kept["totp"])
    if made and person.role == "trainer":
        _let_write(user)
    place = division_by_code(person.place) if person.post else None
    if place and not user.posts.exists():
        Post.objects.create(user=user, division=place, role=person.post, valid_from=SINCE)
    return made


def _let_write(user: User) -> None:
    """The demo trainer writes in every course that is there."""
    take_role(user=user, role=Role.TRAINER)
    for course_key in open_courses():
        join_team(user=user, course_key=course_key, role=Role.TRAINER)


def _make_trainee(trainee: DemoTrainee, kept: dict[str, str]) -> bool:
    village = division_by_code(trainee.village)
    if village is None or Person.objects.filter(trainee__key=kept["key"]).exists():
        return False
    key = uuid.UUID(kept["key"])
    told = {"name": trainee.name, "sign": trainee.sign, "age": Person.Age.ADULT, "village": village}
    person = join(**told, pin=kept["pin"], key=key)
    if trainee.role == Post.Role.KEEPER:
        appoint_keeper(person=person, village=village, valid_from=SINCE, valid_to=None, by=None)
    return True


def _staff_sign_in(person: DemoPerson, kept: dict[str, str]) -> dict:
    return asdict(person) | {
        "address": "/accounts/login/",
        "type": {"username": person.username, "password": kept["password"]},
        "code": _code_now(kept["totp"]),
    }


def _trainee_sign_in(trainee: DemoTrainee, kept: dict[str, str]) -> list[dict]:
    person = Person.objects.filter(trainee__key=kept["key"]).first()
    if person is None:
        return []
    typed = {"entry_code": issue_entry_code(person=person, issued_by=None), "pin": kept["pin"]}
    if trainee.role == Post.Role.KEEPER:
        typed["device_code"] = issue_device_code(village=person.trainee.village, label=trainee.username, by=None)
    return [asdict(trainee) | {"address": "/learn/enter/", "type": typed, "code": ""}]


def _code_now(totp_secret: str) -> str:
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(totp_secret, counters[len(counters) // 2]))


def _secrets() -> dict[str, dict[str, str]]:
    """Passwords, PINs and code secrets of this data folder: random, made once, readable by the owner alone."""
    path: Path = settings.DATA_DIR / "secrets" / "demo.json"
    kept = json.loads(path.read_text()) if path.exists() else {}
    missing_staff = [person.username for person in STAFF if person.username not in kept]
    missing_trainees = [trainee.username for trainee in TRAINEES if trainee.username not in kept]
    for username in missing_staff:
        kept[username] = {"password": secrets.token_urlsafe(9), "totp": generate_totp_secret()}
    for username in missing_trainees:
        kept[username] = {"pin": pins.chosen_pin(), "key": str(uuid.uuid4())}
    if missing_staff or missing_trainees:
        write_atomically(path, json.dumps(kept).encode())
    return kept
