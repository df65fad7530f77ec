"""A neighbour learns with the keeper beside her: signed in for an hour at the most, and it is seen and recorded.

While it lasts, rooms of learning are open and what is hers alone is closed. After it the keeper types her own PIN
again: the neighbour may have the phone in her hand.
"""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from trainees.learner_cookie import note_learner
from trainees.models import Helping, Person
from trainees.selectors.keeping import helping_in_force
from trainees.signing_in import sign_in

IN_SESSION = "helping"
FROM_SCRIPTS = ("me/", "events/", "gone/")
LEARNING = (*FROM_SCRIPTS, "notice/", "quiz/", "test/", "lesson/", "was-it-me/", "sign-out/", "forget-me/", "help/")
WITH_HER_PIN = (*LEARNING, "task/", "shelf/", "shelf.json")
ROOMS = "/learn/"


def is_helping(request: HttpRequest) -> bool:
    return IN_SESSION in request.session


def sign_in_with_help(request: HttpRequest, person: Person, helping: Helping) -> HttpResponse:
    """As her, until the hour is over."""
    response = sign_in(request, person, reverse("my-lessons"))
    request.session.set_expiry(helping.until)
    request.session[IN_SESSION] = helping.pk
    note_learner(request, person.trainee, helped=True)
    return response


def refusal(request: HttpRequest) -> HttpResponse | None:
    """What a helped session gets instead of a room under `/learn/`: none while it may go in.

    The request is told of the help, so that every page there shows it.
    """
    helping = helping_in_force(request.session.get(IN_SESSION))
    if helping is None:
        logout(request)
        return HttpResponseRedirect(reverse("help-over"))
    request.helping = helping  # type: ignore[attr-defined] # read by base.html
    room = request.path.removeprefix(ROOMS)
    if not room or room.startswith(WITH_HER_PIN if helping.with_pin else LEARNING):
        return None
    return render(request, "trainees/village/hers_alone.html", status=403)
