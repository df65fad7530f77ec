"""The keeper signs up a neighbour: name, picture, PIN, card, and the next one."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from foundation.limits import HOUR, take
from trainees import pins
from trainees.ages import is_too_young, too_young
from trainees.codes import typed_digits
from trainees.digests import digest
from trainees.enrolling import Draft, forget_draft, keep_draft, key_of_token, new_key, read_draft
from trainees.forms.join import known_to_others
from trainees.forms.keeping import NeighbourForm, NeighboursPinForm
from trainees.keeper_room import KeeperHere, keeper_room, shown_again
from trainees.models import Person, Sign
from trainees.names import LONGEST
from trainees.selectors.keeping import joined_today, people_of_village
from trainees.services.neighbours import enrol_neighbour
from trainees.stale_tokens import ONCE_MORE, PIN_ONCE_MORE, STILL_THERE, TYPED_BEFORE
from trainees.typed_words import typed_before
from villages.selectors import division_by_code

SIGNED_UP_AN_HOUR = 200
MOST_ALIKE = 6
DRAWN = "drawn-pin"  # in her session: a digest of who was signed up last with digits that were drawn up


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def who_she_is(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """First step. The village is the keeper's; somebody of the same name is asked about and never merged."""
    if request.method != "POST":
        draft = read_draft(request, here.village.code)
        if draft and request.GET.get("afresh") == "1":
            return _unfinished(request, here, draft)
        draft = None if "afresh" in request.GET else draft
        if typed := typed_before(request):
            return _ask_name(request, here, NeighbourForm(initial=typed), problem=TYPED_BEFORE)
        return _ask_name(request, here, NeighbourForm(initial=dataclasses.asdict(draft) if draft else None))
    if is_too_young(request.POST.get("age", "")):
        return render(request, "trainees/village/too_young.html", {"here": here, "sentence": too_young()})
    form = NeighbourForm(request.POST)
    if not form.is_valid():
        return _ask_name(request, here, form)
    given = form.cleaned_data
    if not given["another"] and _alike(here, given["name"]):
        return _ask_if_it_is_she(request, here, form)
    before = read_draft(request, here.village.code)
    told = {field: given[field] for field in ("name", "age", "phone")}
    sign = before.sign if before and before.name == given["name"] else ""
    keep_draft(request, Draft(key=new_key(), village=here.village.code, sign=sign, **told))
    return HttpResponseRedirect(reverse("keeper-enrol-sign"))


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def her_sign(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """Second step: she taps a picture, and that is all."""
    draft = read_draft(request, here.village.code)
    if draft is None:
        return HttpResponseRedirect(reverse("keeper-enrol"))
    chosen = request.POST.get("sign", "")
    if request.method == "POST" and chosen in Sign.values:
        keep_draft(request, dataclasses.replace(draft, sign=chosen))
        return HttpResponseRedirect(reverse("keeper-enrol-pin"))
    return _ask_sign(request, here, draft, chosen=draft.sign)


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def her_pin(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """Third step: six digits of her own, or those that were drawn up. Then she is signed up, and her card is shown."""
    draft, key = read_draft(request, here.village.code), key_of_token(request.POST.get("token", ""))
    if request.method == "POST" and (signed_up := _signed_up_with(key, here)):
        return _card(request, here, signed_up, again=True)
    if draft is None or not draft.sign:
        return HttpResponseRedirect(reverse("keeper-enrol"))
    if request.method != "POST":
        return _ask_pin(request, here, draft)
    if str(key) != draft.key:
        return _unfinished(request, here, draft, other=_name_on_form(request))
    form = pin_form(request, known_to_others(here.village, draft.phone))
    if not form.is_valid():
        return _ask_pin(request, here, draft, form)
    if not take(f"enrol:{here.user.pk}", most=SIGNED_UP_AN_HOUR, seconds=HOUR):
        problem = _("Very many people were signed up here. What you wrote is kept: go on in an hour.")
        return _ask_pin(request, here, draft, problem=problem, status=429)
    return _card(request, here, _sign_up(here, draft, form.cleaned_data["pin"]))


@shown_again
def who_she_is_with_fresh_token(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """What was typed is still there; also where it was asked whether it is somebody of the same name."""
    form = NeighbourForm(request.POST)
    if "another" in request.POST and form.is_valid():
        return _ask_if_it_is_she(request, here, form, problem=ONCE_MORE)
    return _ask_name(request, here, NeighbourForm(initial=request.POST.dict()), problem=STILL_THERE)


@shown_again
def her_sign_with_fresh_token(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    draft = read_draft(request, here.village.code)
    if draft is None:
        return HttpResponseRedirect(reverse("keeper-enrol"))
    return _ask_sign(request, here, draft, chosen=request.POST.get("sign", ""), problem=ONCE_MORE)


@shown_again
def her_pin_with_fresh_token(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """The digits are typed anew: no PIN comes back in a page. Who was signed up by this form meanwhile has her card."""
    draft, key = read_draft(request, here.village.code), key_of_token(request.POST.get("token", ""))
    if signed_up := _signed_up_with(key, here):
        return _card(request, here, signed_up, again=True)
    if draft is None or not draft.sign:
        return HttpResponseRedirect(reverse("keeper-enrol"))
    if str(key) != draft.key:
        return _unfinished(request, here, draft, other=_name_on_form(request))
    return _ask_pin(request, here, draft, problem=PIN_ONCE_MORE)


SHOWN_AGAIN = {
    "keeper-enrol": who_she_is_with_fresh_token,
    "keeper-enrol-sign": her_sign_with_fresh_token,
    "keeper-enrol-pin": her_pin_with_fresh_token,
}


def pin_form(request: HttpRequest, known: set[str]) -> NeighboursPinForm:
    """What she typed twice, or the drawn digits that the keeper pressed: those stand in the button itself."""
    taken = request.POST.get("take", "")
    typed = {"pin": taken, "again": taken} if taken else request.POST
    return NeighboursPinForm(typed, known=known)


def _sign_up(here: KeeperHere, draft: Draft, pin: str) -> Person:
    details = {field: getattr(draft, field) for field in ("name", "sign", "age", "phone", "key")}
    village = division_by_code(draft.village) or here.village
    try:
        return enrol_neighbour(by=here.user, pin=pin, village=village, language=get_language() or "", **details)
    except IntegrityError:  # the same form came twice at once, and the other one was faster
        return people_of_village(here.village).get(trainee__key=draft.key)


def _signed_up_with(key: UUID | None, here: KeeperHere) -> Person | None:
    return people_of_village(here.village).filter(trainee__key=key).first() if key else None


def _card(request: HttpRequest, here: KeeperHere, person: Person, *, again: bool = False) -> HttpResponse:
    """Her card on the screen. Digits that were drawn up stand on it, to be written down.

    Where the form comes once more they do so only if it was they that she was signed up with here: it tells nobody
    whether digits that somebody guesses are those that she typed herself.
    """
    forget_draft(request, str(person.trainee.key))
    taken = typed_digits(request.POST.get("take", ""))
    drawn = digest("drawn-pin", f"{person.pk}:{taken}")
    known = request.session.get(DRAWN) == drawn if again else bool(taken)
    shown = taken if known and pins.matches(taken, person.pin) else ""
    if shown:
        request.session[DRAWN] = drawn
    context = {"here": here, "today": joined_today(here.village), "person": person, "pin": shown, "step": 4}
    return render(request, "trainees/village/card.html", context)


def _unfinished(request: HttpRequest, here: KeeperHere, draft: Draft, **of_form: str) -> HttpResponse:
    """Somebody is half signed up: whose form this was (`other`), and with whom to go on."""
    return render(request, "trainees/village/unfinished.html", {"here": here, "draft": draft, **of_form})


def _name_on_form(request: HttpRequest) -> str:
    return " ".join(request.POST.get("for", "").split())[:LONGEST]


def _ask_name(request: HttpRequest, here: KeeperHere, form: NeighbourForm, **more: Any) -> HttpResponse:
    return render(request, "trainees/village/name.html", {"here": here, "form": form, "step": 1, **more})


def _alike(here: KeeperHere, name: str) -> list[Person]:
    return list(people_of_village(here.village).filter(name=name)[:MOST_ALIKE])


def _ask_if_it_is_she(request: HttpRequest, here: KeeperHere, form: NeighbourForm, **more: Any) -> HttpResponse:
    context = {"here": here, "form": form, "alike": _alike(here, form.cleaned_data["name"]), **more}
    return render(request, "trainees/village/same_name.html", context)


def _ask_sign(request: HttpRequest, here: KeeperHere, draft: Draft, **more: Any) -> HttpResponse:
    context = {"here": here, "name": draft.name, "signs": Sign.choices, "step": 2, **more}
    return render(request, "trainees/village/sign.html", context)


def _ask_pin(
    request: HttpRequest, here: KeeperHere, draft: Draft, form: NeighboursPinForm | None = None, **more: Any
) -> HttpResponse:
    status = more.pop("status", 200)
    context = {"here": here, "person": draft, "form": form, "token": draft.token, "step": 3}
    context |= {"drawn": pins.chosen_pin(), "back": reverse("keeper-enrol-sign"), **more}
    return render(request, "trainees/village/pin.html", context, status=status)
