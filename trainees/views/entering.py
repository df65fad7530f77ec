"""Coming in where she is not signed in: eight digits, then her PIN, or a new one if her trainer said so.

The digits are her trainer's, or her own from another browser (`taking_along`).
"""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from foundation.limits import HOUR, give_back, take, used_up
from trainees import pins
from trainees.codes import typed_digits
from trainees.forms import NewPinForm
from trainees.models import EntryCode
from trainees.pin_words import NOT_THE_PIN
from trainees.selectors import entry_code, entry_code_by_number
from trainees.services import PinVerdict, UnknownCode, check_pin, use_entry_code
from trainees.signing_in import sign_in_as_ticked
from trainees.small_bodies import small_body
from trainees.stale_tokens import PIN_ONCE_MORE, STILL_THERE
from trainees.visitors import address_of, led_on, wanted_next

logger = logging.getLogger(__name__)

STEP = "entering"
TEN_MINUTES = 600
OF_ADDRESS = 100  # codes in ten minutes: a class may sit behind one address
WRONG_IN_ALL = 300  # wrong ones on the whole site: then somebody is guessing from many addresses,
WRONG_OF_ADDRESS = 10  # and each address may be wrong so often; who types right ones goes on
UNKNOWN = gettext_lazy(
    "This code is not good, or no longer. Please look again, or take a new one where you had it from."
)


@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """The code first; while this browser holds a good one, the PIN."""
    code = entry_code_by_number(request.session.get(STEP))
    if request.method == "POST":
        return _typed_pin(request, code) if code and "pin" in request.POST else _typed_code(request)
    return _ask_pin(request, code) if code else _ask_code(request)


def enter_with_fresh_token(request: HttpRequest) -> HttpResponse:
    """The digits of the code are still there; a PIN is typed anew."""
    code = entry_code_by_number(request.session.get(STEP))
    if code and "pin" in request.POST:
        return _ask_pin(request, code, PIN_ONCE_MORE)
    return _ask_code(request, STILL_THERE)


def _typed_code(request: HttpRequest) -> HttpResponse:
    address = address_of(request)
    if not _may_try(address):
        return _ask_code(request, _("Too many codes were tried here. Please wait ten minutes."), status=429)
    code = entry_code(request.POST.get("code", "")[:40])
    if code is None:
        request.session.pop(STEP, None)
        _count_wrong()
        return _ask_code(request, UNKNOWN)
    give_back(f"enter-wrong:{address}")
    request.session[STEP] = code.pk
    return led_on(request, "enter")


def _may_try(address: str) -> bool:
    """Eight digits can be guessed by many machines: then all are watched, and nobody who has a code is shut out."""
    if not take(f"enter:{address}", most=OF_ADDRESS, seconds=TEN_MINUTES):
        return False
    if not used_up("enter-wrong", most=WRONG_IN_ALL):
        return True
    return take(f"enter-wrong:{address}", most=WRONG_OF_ADDRESS, seconds=TEN_MINUTES)


def _count_wrong() -> None:
    if not take("enter-wrong", most=WRONG_IN_ALL, seconds=TEN_MINUTES) and take("enter-told", most=1, seconds=HOUR):
        logger.error("Somebody guesses entry codes: more than %s wrong ones in ten minutes", WRONG_IN_ALL)


def _typed_pin(request: HttpRequest, code: EntryCode) -> HttpResponse:
    if code.new_pin:
        return _new_pin(request, code)
    typed = typed_digits(request.POST.get("pin", ""))
    verdict = check_pin(person=code.person, pin=typed, door=f"entry-code:{code.pk}")
    if verdict is PinVerdict.RIGHT:
        return _in(request, code)
    if verdict is PinVerdict.WRONG:
        return _ask_pin(request, code, NOT_THE_PIN)
    request.session.pop(STEP, None)
    return _ask_code(request, _("Five wrong PINs. Please take a new code where you had this one from."))


def _new_pin(request: HttpRequest, code: EntryCode) -> HttpResponse:
    if "choose-pin" in request.POST:
        return _ask_pin(request, code, chosen=pins.chosen_pin())
    form = NewPinForm(request.POST)
    if not form.is_valid():
        return _ask_pin(request, code, str(form.errors["pin"][0]))
    return _in(request, code, form.cleaned_data["pin"])


def _in(request: HttpRequest, code: EntryCode, new_pin: str = "") -> HttpResponse:
    try:
        person = use_entry_code(code=code, new_pin=new_pin)
    except UnknownCode:
        return _ask_code(request, UNKNOWN)
    request.session.pop(STEP, None)
    return sign_in_as_ticked(request, person)


def _ask_code(request: HttpRequest, problem: str | Promise = "", status: int = 200) -> HttpResponse:
    context = {"problem": problem, "typed": request.POST.get("code", "")[:20], "next": wanted_next(request)}
    return render(request, "trainees/enter.html", context, status=status)


def _ask_pin(request: HttpRequest, code: EntryCode, problem: str | Promise = "", chosen: str = "") -> HttpResponse:
    context = {"code": code, "person": code.person, "problem": problem, "chosen": chosen, "next": wanted_next(request)}
    return render(request, "trainees/enter_pin.html", context)
