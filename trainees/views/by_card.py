"""Coming in by a card: its code opens a door behind which the PIN is asked. The code alone shows and changes nothing.

Programs of messengers open addresses before people do: that neither uses the card up nor tells whose it is.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from foundation.limits import DAY, give_back, take
from trainees.codes import typed_digits
from trainees.models import VillageCard
from trainees.pin_words import NOT_THE_PIN
from trainees.selectors.cards import card_by_number, card_of_token
from trainees.services import PinVerdict, check_pin
from trainees.services.cards import note_card_use
from trainees.signing_in import sign_in_as_ticked
from trainees.small_bodies import small_body
from trainees.stale_tokens import PIN_ONCE_MORE

STEP = "card"
WRONG_A_DAY = 30  # whoever found a card must not have weeks of five tries in ten minutes
SAID = {
    PinVerdict.WRONG: NOT_THE_PIN,
    PinVerdict.WAIT: _("Five wrong ones. Please wait ten minutes with this card, or ask your keeper."),
}
CLOSED_TODAY = _("Many wrong ones today. This card opens again tomorrow. Your keeper can let you in now.")


@never_cache
@require_safe
def card(request: HttpRequest, token: str) -> HttpResponse:
    """What the code on a card opens. The token stays in no history, no log and no address that is passed on."""
    found = card_of_token(token)
    if found:
        request.session[STEP] = found.pk
    else:
        request.session.pop(STEP, None)
    response = HttpResponseRedirect(reverse("enter-by-card"))
    response["Referrer-Policy"] = "no-referrer"
    return response


@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def enter_by_card(request: HttpRequest) -> HttpResponse:
    """Her PIN. A card that was ended, and one that never was, get the same calm page."""
    found = card_by_number(request.session.get(STEP))
    if found is None:
        return render(request, "trainees/card_unknown.html")
    return _typed_pin(request, found) if request.method == "POST" else _ask_pin(request, found)


def enter_by_card_with_fresh_token(request: HttpRequest) -> HttpResponse:
    found = card_by_number(request.session.get(STEP))
    return _ask_pin(request, found, PIN_ONCE_MORE) if found else render(request, "trainees/card_unknown.html")


def _typed_pin(request: HttpRequest, found: VillageCard) -> HttpResponse:
    today = f"card-today:{found.pk}"
    if not take(today, most=WRONG_A_DAY, seconds=DAY):
        return _ask_pin(request, found, CLOSED_TODAY)
    typed = typed_digits(request.POST.get("pin", "")[:20])
    verdict = check_pin(person=found.person, pin=typed, door=f"card:{found.pk}")
    if verdict is not PinVerdict.RIGHT:
        return _ask_pin(request, found, SAID[verdict])
    give_back(today)
    note_card_use(card=found)
    request.session.pop(STEP, None)
    return sign_in_as_ticked(request, found.person)


def _ask_pin(request: HttpRequest, found: VillageCard, problem: str | Promise = "") -> HttpResponse:
    public = request.method != "POST" or bool(request.POST.get("public_phone"))
    context = {"person": found.person, "problem": problem, "public": public}
    return render(request, "trainees/enter_by_card.html", context)
