"""One of the keeper's people: a new PIN, her picture on this phone, a note of help, and sitting beside her."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from foundation.audit import record_seen
from foundation.limits import take
from trainees import pins
from trainees.ages import is_too_young, too_young
from trainees.audited import KEEPERS_PEOPLE
from trainees.codes import typed_digits
from trainees.consent_words import CALLS, LEARNING
from trainees.forms.join import known_to_others
from trainees.forms.keeping import AgreeingForm, NameAndNumberForm
from trainees.helping import sign_in_with_help
from trainees.keeper_room import KeeperHere, keeper_room
from trainees.models import Person, Sign
from trainees.pin_words import SAID
from trainees.selectors.consents import allows
from trainees.selectors.keeping import helped_days, people_of_village
from trainees.services import PinVerdict, check_pin
from trainees.services.correcting import correct
from trainees.services.neighbours import (
    begin_helping,
    choose_sign,
    note_help,
    remember_neighbour,
    set_neighbours_pin,
)
from trainees.this_phone import THIS_PHONE
from trainees.views.enrolling import pin_form

AN_HOUR, PINS_AN_HOUR = 3600, 60


@keeper_room
@require_safe
def neighbour(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """Her name, her picture and her number: nothing of what she learned or handed in."""
    person = _person(here, number)
    record_seen(by=here.user, what=KEEPERS_PEOPLE, area=here.village.code, people=1, of=person.trainee.number)
    context = {
        "here": here,
        "person": person,
        "helped": helped_days(person.trainee),
        "may_call": allows(person, CALLS),
        "said": _said(request),
    }
    return render(request, "trainees/village/neighbour.html", context)


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def new_number(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """She has another number, or none any more; or her name was written wrong."""
    person = _another(here, number)
    told = {"name": person.name, "phone": person.phone}
    form = NameAndNumberForm(request.POST) if request.method == "POST" else NameAndNumberForm(initial=told)
    if request.method == "POST" and form.is_valid():
        correct(person=person, by=here.user, **form.cleaned_data)
        return _back_to(number, "changed")
    return render(request, "trainees/village/number.html", {"here": here, "person": person, "form": form})


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def new_sign(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """Who stands in the register alone is asked first, and chooses a picture; any other may choose anew."""
    person, chosen = _another(here, number), request.POST.get("sign", "")
    form = None if allows(person, LEARNING) else AgreeingForm(request.POST or None, asks_age=not person.age)
    if form and is_too_young(request.POST.get("age", "")):
        return render(request, "trainees/village/too_young.html", {"here": here, "sentence": too_young()})
    if request.method == "POST" and chosen in Sign.values and (form is None or form.is_valid()):
        age = form.cleaned_data.get("age", "") if form else ""
        choose_sign(person=person, sign=chosen, by=here.user, agreed=form is not None, age=age)
        next_step = "keeper-neighbour" if person.pin else "keeper-new-pin"
        return HttpResponseRedirect(reverse(next_step, args=[number]))
    context = {"here": here, "name": person.name, "chosen": chosen or person.sign, "signs": Sign.choices}
    context |= {"of": person, "form": form}
    return render(request, "trainees/village/sign.html", context)


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def new_pin(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """She forgot it, or somebody knows it: she types another one on this phone. Pressed twice it is set once more."""
    person = _another(here, number)
    if not person.sign or not (person.pin or allows(person, LEARNING)):
        return HttpResponseRedirect(reverse("keeper-new-sign", args=[number]))
    if request.method != "POST":
        return _ask_pin(request, here, person)
    form = pin_form(request, known_to_others(here.village, person.phone))
    if not form.is_valid():
        return _ask_pin(request, here, person, form=form)
    if not take(f"neighbours-pins:{here.user.pk}", most=PINS_AN_HOUR, seconds=AN_HOUR):
        return _ask_pin(request, here, person, problem=_("Very many PINs were changed here. Please wait an hour."))
    set_neighbours_pin(person=person, pin=form.cleaned_data["pin"], by=here.user)
    shown = form.cleaned_data["pin"] if "take" in request.POST else ""
    return render(request, "trainees/village/card.html", {"here": here, "person": person, "pin": shown})


@keeper_room
@require_POST
def remember_here(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """Under `/learn/`, where alone the phone shows its own secret."""
    person = _person(here, number)
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
    note_help(trainee=_person(here, number).trainee, by=here.user)
    return _back_to(number, "helped")


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def help_her(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """The keeper says that she sits beside her. With her PIN everything opens; without it lessons and quizzes do."""
    person = _another(here, number)
    if person.user is None or not person.user.is_active:
        raise Http404
    context: dict = {"here": here, "person": person}
    if request.method != "POST":
        return render(request, "trainees/village/help.html", context)
    typed = typed_digits(request.POST.get("pin", ""))
    verdict = check_pin(person=person, pin=typed, door=here.device.digest) if typed else None
    if verdict in SAID:
        return render(request, "trainees/village/help.html", context | {"problem": SAID[verdict]})
    helping = begin_helping(
        keeper=here.trainee, by=here.user, person=person, device=here.device, with_pin=verdict is PinVerdict.RIGHT
    )
    return sign_in_with_help(request, person, helping)


def _person(here: KeeperHere, number: int) -> Person:
    """One who lives in her village; whoever lives elsewhere is not there."""
    person = people_of_village(here.village).filter(trainee__pk=min(number, 2**63 - 1)).first()
    if person is None:
        raise Http404
    return person


def _another(here: KeeperHere, number: int) -> Person:
    """One of them who is not the keeper: what is her own she changes with her PIN, like everybody. Phones lie about."""
    person = _person(here, number)
    if person.trainee == here.trainee:
        raise Http404
    return person


def _ask_pin(request: HttpRequest, here: KeeperHere, person: Person, **more: object) -> HttpResponse:
    back = reverse("keeper-neighbour", args=[person.trainee_id])
    context = {"here": here, "person": person, "drawn": pins.chosen_pin(), "back": back, "of": person, **more}
    return render(request, "trainees/village/pin.html", context, status=429 if "problem" in more else 200)


SENTENCES = ("helped", "remembered", "changed")


def _said(request: HttpRequest) -> str:
    return next((word for word in SENTENCES if word in request.GET), "")


def _back_to(number: int, word: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('keeper-neighbour', args=[number])}?{word}=1")
