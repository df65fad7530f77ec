"""A phone remembers people: their signs stand on its first screen, and their PINs open it there and only there."""

from __future__ import annotations

from enum import Enum

from django.db import transaction
from django.utils import timezone

from foundation.limits import give_back, take
from trainees import pins
from trainees.models import Person, RememberedPerson, User, WeChatLink
from trainees.services.joining import give_sign_in

TRIES = 5
WAIT_SECONDS = 600


class PinVerdict(Enum):
    """WAIT: too many wrong ones on this phone. On another she is let in."""

    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"


@transaction.atomic
def remember(*, person: Person, phone_digest: str, name_shown: bool | None = None) -> RememberedPerson:
    """Put her on the first screen of this phone. Whether her name stands there stays as it was unless given."""
    shown = {} if name_shown is None else {"name_shown": name_shown}
    row, _ = RememberedPerson.objects.update_or_create(phone_digest=phone_digest, person=person, defaults=shown)
    return row


def forget(*, remembered: RememberedPerson) -> None:
    remembered.delete()


def check_pin(*, person: Person, pin: str, door: str) -> PinVerdict:
    """Compare her PIN. Five wrong ones close this `door` (a phone, a code) to her for ten minutes, and no other."""
    key = f"pin:{door}:{person.pk}"
    if not take(key, most=TRIES, seconds=WAIT_SECONDS, from_the_last=True):
        return PinVerdict.WAIT
    if not pins.matches(pin, person.pin) or not person.may_sign_in:
        return PinVerdict.WRONG
    give_back(key)
    return PinVerdict.RIGHT


def set_pin(*, person: Person, pin: str) -> None:
    """A new PIN that was typed; see `put_pin`."""
    put_pin(person=person, hashed=pins.hashed(pin))


@transaction.atomic
def put_pin(*, person: Person, hashed: str) -> None:
    """A new PIN, and a sign-in if she had none. Ends her sessions on every phone: who knew the old one is out.

    And a WeChat that was linked: her phone may be in other hands, with it in. A hash takes a while: it comes made.
    """
    user = give_sign_in(person=person)
    Person.objects.filter(pk=person.pk).update(pin=hashed)
    WeChatLink.objects.filter(person=person).delete()
    end_sessions(user=user)
    person.refresh_from_db(fields=["user", "pin"])


def end_sessions(*, user: User) -> None:
    """Signed out wherever she is signed in: sessions hang on the password, which is random each time."""
    user.set_unusable_password()
    User.objects.filter(pk=user.pk).update(password=user.password)


def confirm_number(*, person: Person) -> None:
    """She had a message on the number that she gave."""
    Person.objects.filter(pk=person.pk).update(phone_verified_at=timezone.now())
