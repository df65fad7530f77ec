"""The demo staff, their secrets, and what to type to sign in as each of them."""

import json
import secrets
from dataclasses import asdict, dataclass
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

from foundation.atomic_files import write_atomically
from portal.staff_groups import ensure_trainers_group
from trainees.models import User


@dataclass(frozen=True)
class DemoPerson:
    role: str
    username: str
    name: str
    opens: str


STAFF = [
    DemoPerson("trainer", "wei", "韦老师", "/cms/"),
    DemoPerson("administrator", "admin", "管理员", "/cms/"),
]


class DemoIsOff(Exception):
    """Demo people are asked for where DEMO is not 1."""


@transaction.atomic
def seed_demo_people() -> int:
    """Make the demo staff that do not exist yet; returns how many were made. Raises DemoIsOff."""
    if not settings.DEMO:
        raise DemoIsOff
    kept = _secrets()
    trainers = ensure_trainers_group()
    made = [person for person in STAFF if not User.objects.filter(username=person.username).exists()]
    for person in made:
        user = User(username=person.username, last_name=person.name)
        user.is_superuser = user.is_staff = person.role == "administrator"
        user.set_password(kept[person.username]["password"])
        user.save()
        TOTP.activate(user, kept[person.username]["totp"])
        if person.role == "trainer":
            user.groups.add(trainers)
    return len(made)


def demo_sign_ins() -> list[dict]:
    """For each demo person of this data folder: role, name, address, what to type, the code of this half minute."""
    kept = _secrets()
    known = set(User.objects.filter(username__in=kept).values_list("username", flat=True))
    return [
        asdict(person)
        | {
            "address": "/accounts/login/",
            "type": {"username": person.username, "password": kept[person.username]["password"]},
            "code": _code_now(kept[person.username]["totp"]),
        }
        for person in STAFF
        if person.username in known
    ]


def _code_now(totp_secret: str) -> str:
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(totp_secret, counters[len(counters) // 2]))


def _secrets() -> dict[str, dict[str, str]]:
    """Passwords and code secrets of this data folder: random, made on the first call, readable by the owner alone."""
    path: Path = settings.DATA_DIR / "secrets" / "demo.json"
    kept = json.loads(path.read_text()) if path.exists() else {}
    missing = [person.username for person in STAFF if person.username not in kept]
    if missing:
        for username in missing:
            kept[username] = {"password": secrets.token_urlsafe(9), "totp": generate_totp_secret()}
        write_atomically(path, json.dumps(kept).encode())
    return kept
