"""For what cannot be taken back she types her PIN once more."""

from __future__ import annotations

import time

from django.http import HttpRequest

from trainees.codes import typed_digits
from trainees.models import Trainee
from trainees.pin_words import SAID
from trainees.services import PinVerdict, check_pin
from trainees.this_phone import THIS_PHONE

KNOWN_BY_PIN = "my-data-pin"
GOOD_FOR = 300  # seconds


def pin_problem(request: HttpRequest, trainee: Trainee) -> str:
    """A sentence when the PIN that was typed is not hers; nothing, and five minutes in this room, when it is."""
    door = THIS_PHONE.digest_of(request) or request.session.session_key or ""
    typed = typed_digits(request.POST.get("pin", "")[:40])
    verdict = check_pin(person=trainee.person, pin=typed, door=f"my-data:{door}")
    if verdict is PinVerdict.RIGHT:
        request.session[KNOWN_BY_PIN] = [trainee.pk, request.path, int(time.time())]
        return ""
    return str(SAID[verdict])


def is_known_by_pin(request: HttpRequest, trainee: Trainee) -> bool:
    """Whether she typed it in this room a moment ago: a phone that was left open is no sign that it is she, and whoever
    took her file along has not read yet what an erasing takes away.
    """
    pk, room, at = request.session.get(KNOWN_BY_PIN) or (0, "", 0)
    return (pk, room) == (trainee.pk, request.path) and time.time() - GOOD_FOR < at <= time.time()
