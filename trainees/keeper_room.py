"""The keeper's room: a trainee who is signed in, a keeper's post of today, and a phone that was enrolled for it.

Where one of the three is missing there is no room, nor while a neighbour is signed in whom she helps. Only she who
holds the post is told what is missing, in words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from trainees.helping import is_helping
from trainees.keeper_phone import KEEPER_PHONE
from trainees.learner_cookie import note_presence
from trainees.models import EnrolledDevice, Person, Trainee, User
from trainees.selectors import trainee_of
from trainees.selectors.keeping import device_with, has_kept, keeps, people_of_village
from trainees.selectors.posts import villages_kept_by
from trainees.services.devices import note_use
from trainees.small_bodies import small_body
from trainees.typed_words import keep_typed
from villages.models import Division

AWAY_SECONDS = 3600  # after an hour away her PIN again: phones are left lying about
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class KeeperHere:
    """Who stands in the room, on which phone. `village` is the phone's: of a second one of hers she needs another."""

    trainee: Trainee
    user: User
    device: EnrolledDevice

    @property
    def village(self) -> Division:
        return self.device.village.today


def keeper_room(view: View) -> View:
    """The view is given a `KeeperHere` after the request. What it does not let in answers 404."""
    return small_body()(shown_again(view))


def shown_again(view: View) -> View:
    """The same door for a page that is shown because the token of its form was too old: it has been looked at."""

    @wraps(view)
    def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        trainee = trainee_of(request.user)
        if trainee is None and not request.user.is_authenticated:
            return _to_her_pin(request)
        if trainee is None or not isinstance(request.user, User) or is_helping(request):
            return _another_is_here(request)
        here = keeper_here(request, trainee, request.user)
        if here is None:
            return _not_on_this_phone(request)
        if not note_presence(request, within=AWAY_SECONDS):
            return _to_her_pin(request)
        if request.method == "POST":
            note_use(device=here.device)
        return view(request, here, *args, **kwargs)

    return asked


def keeper_here(request: HttpRequest, trainee: Trainee, user: User) -> KeeperHere | None:
    device = _phone_of(request)
    return KeeperHere(trainee, user, device) if device and keeps(user, device.village) else None


def one_of_hers(here: KeeperHere, number: int) -> Person:
    """One who lives in her village; whoever lives elsewhere is not there."""
    person = people_of_village(here.village).filter(trainee__pk=min(number, 2**63 - 1)).first()
    if person is None:
        raise Http404
    return person


def another_of_hers(here: KeeperHere, number: int) -> Person:
    """One of them who is not the keeper: what is her own she changes with her PIN, like everybody. Phones lie about."""
    person = one_of_hers(here, number)
    if person.trainee == here.trainee:
        raise Http404
    return person


def _to_her_pin(request: HttpRequest) -> HttpResponse:
    """And then where she was going. A form that was sent meanwhile has what she typed; any other she sends again."""
    known = request.user.is_authenticated or _phone_of(request)
    target = (known and keep_typed(request)) or (reverse("keeper") if request.method == "POST" else request.path)
    return HttpResponseRedirect(f"{reverse('who')}?{urlencode({'next': target})}")


def _not_on_this_phone(request: HttpRequest) -> HttpResponse:
    """Her post is of today and this phone is not hers: she reads how it becomes so. For others there is nothing."""
    if not villages_kept_by(request.user).exists():
        return _another_is_here(request)
    return render(request, "trainees/village/other_phone.html", status=403)


def _another_is_here(request: HttpRequest) -> HttpResponse:
    """Whoever only looks in finds nothing, nor does who kept the village once."""
    device, helping = _phone_of(request), is_helping(request)
    if request.method != "POST" or device is None or (not helping and has_kept(request.user, device.village)):
        raise Http404
    return told_that_another_is_here(request)


def told_that_another_is_here(request: HttpRequest) -> HttpResponse:
    """A form of the keeper's, sent from a window of before somebody else was signed in: it did nothing, and that is
    said; what she typed waits for her PIN.
    """
    context = {"helping": is_helping(request), "next": keep_typed(request) or reverse("keeper")}
    return render(request, "trainees/village/another_is_here.html", context, status=409)


def _phone_of(request: HttpRequest) -> EnrolledDevice | None:
    return device_with(KEEPER_PHONE.digest_of(request))
