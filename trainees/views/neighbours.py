"""One of the keeper's people: a new PIN, her picture on this phone, a note of help, and sitting beside her."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from foundation.audit import record_seen
from foundation.limits import HOUR, take
from trainees import pins
from trainees.ages import is_too_young, too_young
from trainees.audited import KEEPERS_PEOPLE
from trainees.codes import typed_digits
from trainees.consent_words import CALLS, LEARNING
from trainees.forms.join import known_to_others
from trainees.forms.keeping import AgreeingForm, NameAndNumberForm
from trainees.helping import sign_in_with_help
from trainees.keeper_room import KeeperHere, another_of_hers, keeper_room, one_of_hers, shown_again
from trainees.models import Person, Sign
from trainees.pin_words import SAID
from trainees.selectors.consents import allows
from trainees.selectors.keeping import helped_days
from trainees.selectors.moving import newest_move
from trainees.services import PinVerdict, check_pin
from trainees.services.correcting import correct
from trainees.services.neighbours import (
    begin_helping,
    choose_sign,
    note_help,
    remember_neighbour,
    set_neighbours_pin,
)
from trainees.stale_tokens import ONCE_MORE, PIN_ONCE_MORE, STILL_THERE, TYPED_BEFORE
from trainees.this_phone import THIS_PHONE
from trainees.typed_words import typed_before
from trainees.views.enrolling import pin_form

PINS_AN_HOUR = 60


@keeper_room
@require_safe
def neighbour(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """Her name, her picture and her number: nothing of what she learned or handed in."""
    person = one_of_hers(here, number)
    record_seen(by=here.user, what=KEEPERS_PEOPLE, area=here.village.code, people=1, of=person.trainee.number)
    context = {
        "here": here,
        "person": person,
        "helped": helped_days(person.trainee),
        "may_call": allows(person, CALLS),
        "asked": newest_move(person),
        "said": _said(request),
    }
    return render(request, "trainees/village/neighbour.html", context)


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def new_number(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """She has another number, or none any more; or her name was written wrong."""
    person = another_of_hers(here, number)
    typed = typed_before(request)
    told = {"name": person.name, "phone": person.phone} | typed
    form = NameAndNumberForm(request.POST) if request.method == "POST" else NameAndNumberForm(initial=told)
    if request.method == "POST" and form.is_valid():
        correct(person=person, by=here.user, **form.cleaned_data)
        return _back_to(number, "changed")
    context = {"here": here, "person": person, "form": form, "problem": TYPED_BEFORE if typed else ""}
    return render(request, "trainees/village/number.html", context)


@shown_again
def new_number_with_fresh_token(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    form = NameAndNumberForm(initial=request.POST.dict())
    context = {"here": here, "person": another_of_hers(here, number), "form": form}
    return render(request, "trainees/village/number.html", context | {"problem": STILL_THERE})


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def new_sign(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """Who stands in the register alone is asked first, and chooses a picture; any other may choose anew."""
    person, chosen = another_of_hers(here, number), request.POST.get("sign", "")
    form = None if allows(person, LEARNING) else AgreeingForm(request.POST or None, asks_age=not person.age)
    if form and is_too_young(request.POST.get("age", "")):
        return render(request, "trainees/village/too_young.html", {"here": here, "sentence": too_young()})
    if request.method == "POST" and chosen in Sign.values and (form is None or form.is_valid()):
        age = form.cleaned_data.get("age", "") if form else ""
        choose_sign(person=person, sign=chosen, by=here.user, agreed=form is not None, age=age)
        next_step = "keeper-neighbour" if person.pin else "keeper-new-pin"
        return HttpResponseRedirect(reverse(next_step, args=[number]))
    return _ask_sign(request, here, person, chosen=chosen or person.sign, form=form)


@shown_again
def new_sign_with_fresh_token(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    person, told = another_of_hers(here, number), request.POST.dict()
    form = None if allows(person, LEARNING) else AgreeingForm(initial=told, asks_age=not person.age)
    return _ask_sign(request, here, person, chosen=told.get("sign", ""), form=form, problem=ONCE_MORE)


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def new_pin(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """She forgot it, or somebody knows it: she types another one on this phone. Pressed twice it is set once more."""
    person = another_of_hers(here, number)
    if not person.sign or not (person.pin or allows(person, LEARNING)):
        return HttpResponseRedirect(reverse("keeper-new-sign", args=[number]))
    if request.method != "POST":
        return _ask_pin(request, here, person)
    form = pin_form(request, known_to_others(here.village, person.phone))
    if not form.is_valid():
        return _ask_pin(request, here, person, form=form)
    if not take(f"neighbours-pins:{here.user.pk}", most=PINS_AN_HOUR, seconds=HOUR):
        problem = _("Very many PINs were changed here. Please wait an hour.")
        return _ask_pin(request, here, person, problem=problem, status=429)
    set_neighbours_pin(person=person, pin=form.cleaned_data["pin"], by=here.user)
    shown = form.cleaned_data["pin"] if "take" in request.POST else ""
    return render(request, "trainees/village/card.html", {"here": here, "person": person, "pin": shown})


@shown_again
def new_pin_with_fresh_token(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """The digits are typed anew: no PIN comes back in a page."""
    person = another_of_hers(here, number)
    if not person.sign:
        return HttpResponseRedirect(reverse("keeper-new-sign", args=[number]))
    return _ask_pin(request, here, person, problem=PIN_ONCE_MORE)


@keeper_room
@require_POST
def remember_here(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """Under `/learn/`, where alone the phone shows its own secret."""
    person = one_of_hers(here, number)
    if person.user is None:
        return HttpResponseRedirect(reverse("keeper-new-sign", args=[number]))
    secret = THIS_PHONE.read(request) or THIS_PHONE.new()
    remember_neighbour(person=person, phone_digest=THIS_PHONE.digest_of_secret(secret), by=here.user)
    response = _back_to(number, "remembered")
    THIS_PHONE.keep(response, secret)
    return response


@keeper_room
@require_POST
def helped_today(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    note_help(trainee=one_of_hers(here, number).trainee, by=here.user)
    return _back_to(number, "helped")


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def help_her(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """The keeper says that she sits beside her. With her PIN everything opens; without it lessons and quizzes do."""
    person = _to_help(here, number)
    if request.method != "POST":
        return _ask_to_help(request, here, person)
    typed = typed_digits(request.POST.get("pin", ""))
    verdict = check_pin(person=person, pin=typed, door=here.device.digest) if typed else None
    if verdict in SAID:
        return _ask_to_help(request, here, person, problem=SAID[verdict])
    helping = begin_helping(
        keeper=here.trainee, by=here.user, person=person, device=here.device, with_pin=verdict is PinVerdict.RIGHT
    )
    return sign_in_with_help(request, person, helping)


@shown_again
def help_her_with_fresh_token(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    return _ask_to_help(request, here, _to_help(here, number), problem=PIN_ONCE_MORE)


@shown_again
def pressed_with_stale_token(_request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """A button of her page, without a field: the page again, and it is said that it did nothing."""
    one_of_hers(here, number)
    return _back_to(number, "again")


SHOWN_AGAIN = {
    "keeper-new-number": new_number_with_fresh_token,
    "keeper-new-sign": new_sign_with_fresh_token,
    "keeper-new-pin": new_pin_with_fresh_token,
    "keeper-help": help_her_with_fresh_token,
    **dict.fromkeys(("keeper-helped", "keeper-remember"), pressed_with_stale_token),
}


def _to_help(here: KeeperHere, number: int) -> Person:
    """One of them who can be signed in."""
    person = another_of_hers(here, number)
    if not person.may_sign_in:
        raise Http404
    return person


def _ask_to_help(request: HttpRequest, here: KeeperHere, person: Person, **more: object) -> HttpResponse:
    return render(request, "trainees/village/help.html", {"here": here, "person": person, **more})


def _ask_sign(request: HttpRequest, here: KeeperHere, person: Person, **more: object) -> HttpResponse:
    context = {"here": here, "name": person.name, "signs": Sign.choices, "of": person, **more}
    return render(request, "trainees/village/sign.html", context)


def _ask_pin(request: HttpRequest, here: KeeperHere, person: Person, status: int = 200, **more: object) -> HttpResponse:
    back = reverse("keeper-neighbour", args=[person.trainee_id])
    context = {"here": here, "person": person, "drawn": pins.chosen_pin(), "back": back, "of": person, **more}
    return render(request, "trainees/village/pin.html", context, status=status)


SENTENCES = ("helped", "remembered", "changed", "again")


def _said(request: HttpRequest) -> str:
    return next((word for word in SENTENCES if word in request.GET), "")


def _back_to(number: int, word: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('keeper-neighbour', args=[number])}?{word}=1")
