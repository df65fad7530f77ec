"""A neighbour learns with the keeper beside her: signed in for an hour at the most, and it is seen and recorded.

While it lasts, rooms of learning are open and what is hers alone is closed. After it the keeper types her own PIN
again: the neighbour may have the phone in her hand.
"""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from trainees.learner_cookie import note_learner
from trainees.models import Helping, Person
from trainees.selectors.keeping import helping_in_force
from trainees.signing_in import sign_in
from trainees.typed_words import kept_for_the_keeper

IN_SESSION = "helping"
FROM_SCRIPTS = ("me/", "events/", "gone/")
LEARNING = (*FROM_SCRIPTS, "notice/", "quiz/", "test/", "lesson/", "task/photos/", "sign-out/", "help/")
WITH_HER_PIN = (*LEARNING, "task/", "shelf/", "shelf.json", "was-it-me/")
ROOMS = "/learn/"


def is_helping(request: HttpRequest) -> bool:
    return IN_SESSION in request.session


def sign_in_with_help(request: HttpRequest, person: Person, helping: Helping) -> HttpResponse:
    """As her, until the hour is over."""
    with kept_for_the_keeper(request, draft=True):
        response = sign_in(request, person, reverse("my-lessons"))
    request.session.set_expiry(helping.until)
    request.session[IN_SESSION] = helping.pk
    note_learner(request, person.trainee, helped=True, with_pin=helping.with_pin)
    return response


def sign_out_helped(request: HttpRequest) -> None:
    """She whom the keeper helped is out; what the keeper began before it waits for her PIN."""
    with kept_for_the_keeper(request, draft=True):
        logout(request)


def without_her_pin(request: HttpRequest) -> Helping | None:
    """The help that this request belongs to, if she who is helped gave no PIN: then the keeper reads over nothing."""
    helping: Helping | None = getattr(request, "helping", None)
    return helping if helping and not helping.with_pin else None


def was_before_the_help(request: HttpRequest, received_at: datetime | None) -> bool:
    """Whether what arrived then is closed here: it was there before the keeper sat down beside her, without a PIN."""
    helping = without_her_pin(request)
    return bool(helping and received_at and received_at < helping.began_at)


def hers_alone(request: HttpRequest) -> HttpResponse:
    return render(request, "trainees/village/hers_alone.html", status=403)


def refusal(request: HttpRequest) -> HttpResponse | None:
    """What a helped session gets instead of a room under `/learn/`: none while it may go in.

    The request is told of the help, so that every page there shows it.
    """
    helping = helping_in_force(request.session.get(IN_SESSION))
    if helping is None:
        sign_out_helped(request)
        return HttpResponseRedirect(reverse("help-over"))
    request.helping = helping  # type: ignore[attr-defined] # read by base.html
    room = request.path.removeprefix(ROOMS)
    if not room or room.startswith(WITH_HER_PIN if helping.with_pin else LEARNING):
        return None
    return hers_alone(request)
