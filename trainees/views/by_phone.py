"""Coming in by phone number, where messages can be sent: number, six digits, who of those who share it, PIN."""

from __future__ import annotations

import secrets
import time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from foundation.limits import DAY, HOUR, MINUTE
from trainees import senders
from trainees.captions import captions
from trainees.codes import typed_digits
from trainees.models import Person
from trainees.phone_numbers import cleaned_number
from trainees.pin_words import NOT_THE_PIN
from trainees.selectors import people_of_number
from trainees.selectors.carrying import messages_do_not_get_through
from trainees.services import PinVerdict, TooOften, check_phone_code, check_pin, confirm_number, send_phone_code
from trainees.services.phone_codes import HALF_A_MINUTE
from trainees.signing_in import sign_in_as_ticked
from trainees.small_bodies import small_body
from trainees.stale_tokens import ONCE_MORE, PIN_ONCE_MORE, STILL_THERE
from trainees.visitors import address_of, led_on, wanted_next
from trainees.ways_in import only_where

STEP = "by-phone"
SECONDS = 900  # from the first message to the PIN
SAID = {
    PinVerdict.WRONG: NOT_THE_PIN,
    PinVerdict.WAIT: gettext_lazy(
        "Five wrong ones. Please wait ten minutes. Forgotten it? Your keeper gives you a new PIN, your trainer a code."
    ),
}
TOO_OFTEN = {
    HALF_A_MINUTE: gettext_lazy("Please wait half a minute before the next message. The last one is still good."),
    MINUTE: gettext_lazy("Very many messages were asked for. Please try again in a minute."),
    HOUR: gettext_lazy(
        "Very many messages were asked for. Please try again in an hour, or ask your trainer for a code."
    ),
    DAY: gettext_lazy("Very many messages were asked for. Please try again tomorrow, or ask your trainer for a code."),
}

where_messages_can_be_sent = only_where(senders.configured)


@where_messages_can_be_sent
@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def by_phone(request: HttpRequest) -> HttpResponse:
    """One address for all steps; this browser's session knows which one comes next."""
    step = _step(request)
    if request.method == "POST":
        return _posted(request, step)
    if step.get("known"):
        return _ask_person(request, step["phone"])
    return _ask_digits(request, step) if step else _ask_number(request)


@where_messages_can_be_sent
def by_phone_with_fresh_token(request: HttpRequest) -> HttpResponse:
    """The step that she was at, with the number that she typed. No message is sent for it."""
    step = _step(request)
    if step.get("known"):
        person = _chosen(request.POST.get("person", ""), step["phone"])
        return _ask_pin(request, person, PIN_ONCE_MORE) if person else _ask_person(request, step["phone"])
    if step:
        return _ask_digits(request, step, str(PIN_ONCE_MORE if "digits" in request.POST else ONCE_MORE))
    return _ask_number(request, str(STILL_THERE), request.POST.get("phone", "")[:40])


def _step(request: HttpRequest) -> dict:
    """What this browser has shown until now; nothing any more when that was long ago."""
    step = request.session.get(STEP) or {}
    return step if step.get("until", 0) >= time.time() else {}


def _posted(request: HttpRequest, step: dict) -> HttpResponse:
    if "pin" in request.POST and step.get("known"):
        return _typed_pin(request, step["phone"])
    if "digits" in request.POST and step:
        return _typed_digits(request, step)
    if "other-number" in request.POST:
        request.session.pop(STEP, None)
        return _ask_number(request)
    return _typed_number(request, step)


def _typed_number(request: HttpRequest, step: dict) -> HttpResponse:
    typed = request.POST.get("phone", "")[:40] or step.get("phone", "")
    phone = cleaned_number(typed)
    if phone is None:
        return _ask_number(request, _("A mobile number has 11 digits and begins with 1."), typed)
    browser = step.get("browser") or secrets.token_urlsafe(24)
    try:
        send_phone_code(phone=phone, browser=browser, address=address_of(request))
    except TooOften as too_often:
        problem = str(TOO_OFTEN[too_often.seconds])
        return _ask_digits(request, step, problem, 429) if step else _ask_number(request, problem, typed, 429)
    request.session[STEP] = {"phone": phone, "browser": browser, "until": time.time() + SECONDS}
    return led_on(request, "by-phone")


def _typed_digits(request: HttpRequest, step: dict) -> HttpResponse:
    digits = typed_digits(request.POST["digits"][:20])
    if not check_phone_code(phone=step["phone"], browser=step["browser"], digits=digits):
        problem = _("These are not the digits, or they are too old. Please look again, or have new ones sent.")
        return _ask_digits(request, step, problem)
    request.session[STEP] = step | {"known": True}
    return led_on(request, "by-phone")


def _typed_pin(request: HttpRequest, phone: str) -> HttpResponse:
    person = _chosen(request.POST.get("person", ""), phone)
    if person is None:
        return _ask_person(request, phone)
    verdict = check_pin(person=person, pin=typed_digits(request.POST["pin"]), door=f"number:{phone}")
    if verdict is not PinVerdict.RIGHT:
        return _ask_pin(request, person, SAID[verdict])
    confirm_number(person=person)
    request.session.pop(STEP, None)
    return sign_in_as_ticked(request, person)


def _ask_number(request: HttpRequest, problem: str = "", typed: str = "", status: int = 200) -> HttpResponse:
    trouble = messages_do_not_get_through()
    context = {"problem": problem, "typed": typed, "trouble": trouble, "next": wanted_next(request)}
    return render(request, "trainees/by_phone.html", context, status=status)


def _ask_digits(request: HttpRequest, step: dict, problem: str = "", status: int = 200) -> HttpResponse:
    trouble = messages_do_not_get_through()
    context = {"problem": problem, "phone": step["phone"], "trouble": trouble, "next": wanted_next(request)}
    return render(request, "trainees/by_phone_digits.html", context, status=status)


def _ask_person(request: HttpRequest, phone: str) -> HttpResponse:
    people = list(people_of_number(phone))
    person = people[0] if len(people) == 1 else _chosen(request.GET.get("person", ""), phone)
    if person:
        return _ask_pin(request, person)
    context = {"people": list(zip(people, captions(people), strict=True)), "next": wanted_next(request)}
    return render(request, "trainees/by_phone_who.html", context)


def _ask_pin(request: HttpRequest, person: Person, problem: str | Promise = "") -> HttpResponse:
    context = {"person": person, "problem": problem, "next": wanted_next(request)}
    return render(request, "trainees/by_phone_pin.html", context)


def _chosen(number: str, phone: str) -> Person | None:
    """One of those who share the number, and nobody else."""
    return next((person for person in people_of_number(phone) if str(person.pk) == number), None)
