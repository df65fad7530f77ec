"""Coming back on a phone that knows her: her sign, her PIN; and being forgotten by it in one tap."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trainees import senders, wechat
from trainees.captions import captions
from trainees.codes import typed_digits
from trainees.models import RememberedPerson
from trainees.numbers import row_number
from trainees.pin_words import SAID
from trainees.selectors import remembered_on, trainee_of
from trainees.services import PinVerdict, check_pin, forget
from trainees.signing_in import sign_in_and_remember
from trainees.small_bodies import small_body
from trainees.stale_tokens import ONCE_MORE, PIN_ONCE_MORE
from trainees.this_phone import THIS_PHONE
from trainees.typed_words import kept_for_the_keeper
from trainees.visitors import going_to, led_on, wanted_next


@require_safe
def who(request: HttpRequest) -> HttpResponse:
    """The first screen of a shared phone."""
    rows = list(remembered_on(THIS_PHONE.digest_of(request)))
    context = {
        "people": list(zip(rows, captions(row.person for row in rows), strict=True)),
        "trainee": trainee_of(request.user),
        "by_phone": senders.configured(),
        "by_wechat": wechat.offered(request),
        "next": wanted_next(request),
    }
    return render(request, "trainees/who.html", context)


@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def pin(request: HttpRequest, remembered: int) -> HttpResponse:
    """Her PIN, on this phone. Somebody whom the phone does not know is not there."""
    row = _remembered(request, remembered)
    context = {"row": row, "person": row.person, "next": wanted_next(request)}
    if request.method == "POST":
        verdict = check_pin(person=row.person, pin=typed_digits(request.POST.get("pin", "")), door=row.phone_digest)
        if verdict is PinVerdict.RIGHT:
            return sign_in_and_remember(request, row.person, going_to(request))
        context["problem"] = SAID[verdict]
    return render(request, "trainees/pin.html", context)


def pin_with_fresh_token(request: HttpRequest, remembered: int) -> HttpResponse:
    return _pin_again(request, _remembered(request, remembered), PIN_ONCE_MORE)


@small_body()
@require_POST
def forget_me(request: HttpRequest) -> HttpResponse:
    """Her tile goes, and her session if it is hers. What she did stays hers. No number: it is she who is signed in."""
    if "remembered" not in request.POST:
        return _forget_her_who_is_here(request)
    row = _remembered(request, row_number(request.POST["remembered"]))
    if row.person.user == request.user:
        logout(request)
    forget(remembered=row)
    return HttpResponseRedirect(reverse("who"))


def forget_me_with_fresh_token(request: HttpRequest) -> HttpResponse:
    """Where the button stands: below her PIN, or in her own room."""
    if "remembered" in request.POST:
        return _pin_again(request, _remembered(request, row_number(request.POST["remembered"])), ONCE_MORE)
    if trainee_of(request.user) is None:
        return HttpResponseRedirect(reverse("who"))
    messages.info(request, ONCE_MORE)
    return HttpResponseRedirect(reverse("my-lessons"))


def _pin_again(request: HttpRequest, row: RememberedPerson, problem: Promise) -> HttpResponse:
    """Her PIN is asked with a form of today."""
    context = {"row": row, "person": row.person, "next": wanted_next(request), "problem": problem}
    return render(request, "trainees/pin.html", context)


def _forget_her_who_is_here(request: HttpRequest) -> HttpResponse:
    """Also where this phone does not know her: then she is signed out."""
    trainee = trainee_of(request.user)
    rows = remembered_on(THIS_PHONE.digest_of(request)).filter(person__trainee=trainee) if trainee else []
    for row in rows:
        forget(remembered=row)
    logout(request)
    return HttpResponseRedirect(reverse("who"))


@small_body()
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Her tile stays."""
    with kept_for_the_keeper(request):
        logout(request)
    return led_on(request, "who")


def _remembered(request: HttpRequest, pk: int) -> RememberedPerson:
    row = remembered_on(THIS_PHONE.digest_of(request)).filter(pk=min(pk, 2**63 - 1)).first()
    if row is None:
        raise Http404
    return row
