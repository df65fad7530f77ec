"""Keeping what somebody just did: for the trainee who did it, or for nobody yet."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from progress.guest_phone import GUEST, guest_secret
from progress.services import Receipt, keep_guest_events, receive_events
from trainees.asked_first import has_agreed
from trainees.learner_cookie import is_helped
from trainees.models import Trainee
from trainees.selectors import earlier_keys, trainee_of


@dataclass(frozen=True)
class Kept:
    """What became of it, and whose it is: a trainee's, or a guest's (then with the secret for her phone)."""

    receipt: Receipt
    trainee: Trainee | None
    guest: str
    secret: str = ""


class SeeOther(HttpResponseRedirect):
    """To what came of a form: reloading that page sends nothing again."""

    status_code = 303


def keep_events(request: HttpRequest, bodies: list[dict], *, recorded_for: str) -> Kept:
    """Credit them to the one who is signed in if they were recorded for her; else they wait on this phone.

    On a shared phone somebody else may have signed in meanwhile, or her session ended: then nobody gets them without
    saying "that was me"; nor does whoever has not agreed yet that anything of her is kept. Raises TooManyGuests.
    """
    trainee = trainee_of(request.user)
    is_hers = trainee and (recorded_for == str(trainee.key) or recorded_for in earlier_keys(trainee))
    if trainee and is_hers and has_agreed(request, trainee):
        receipt = receive_events(trainee=trainee, bodies=with_help(request, bodies))
        return Kept(receipt, trainee, GUEST.digest_of(request))
    secret = guest_secret(request)
    guest = GUEST.digest_of_secret(secret)
    nobodys = [{**body, "person": ""} for body in bodies]
    return Kept(keep_guest_events(guest_digest=guest, bodies=nobodys), trainee, guest, secret)


def with_help(request: HttpRequest, bodies: list[dict]) -> list[dict]:
    """What is done while the keeper sits beside her is recorded as helped."""
    return [{**body, "helped": True} for body in bodies] if is_helped(request) else bodies


def see_other(name: str, *keys: object, query: str, kept: Kept) -> HttpResponse:
    """Redirect to an address by name, remembering a guest."""
    response = SeeOther(reverse(name, args=keys) + (f"?{query}" if query else ""))
    if kept.secret:
        GUEST.keep(response, kept.secret)
    return response
