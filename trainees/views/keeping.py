"""The keeper's room: its first screen, the phone that is enrolled for it, and the poster of her village."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from foundation.limits import HOUR, take
from trainees.enrolling import read_draft
from trainees.helping import is_helping
from trainees.keeper_phone import KEEPER_PHONE
from trainees.keeper_room import KeeperHere, keeper_room, told_that_another_is_here
from trainees.models import User
from trainees.selectors import code_of_village, trainee_of
from trainees.selectors.keeping import device_with, joined_today, people_of_village
from trainees.selectors.posts import villages_kept_by
from trainees.services.devices import UnknownCode, enrol_device
from trainees.services.posters import posters_of
from trainees.small_bodies import small_body
from trainees.square_codes import square_code
from trainees.stale_tokens import STILL_THERE, TYPED_BEFORE
from trainees.typed_words import keep_typed, typed_before
from trainees.views.card_orders import pdf
from trainees.visitors import first_in
from villages.models import Division

TRIES_AN_HOUR = 10
OPENED = "trainees.this-phone"  # on the form: a keeper opened it
A_DAY = 24 * 3600


@keeper_room
@require_safe
def room(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """What there is to do, and how many signed up today."""
    context = {
        "here": here,
        "today": joined_today(here.village),
        "people": people_of_village(here.village).count(),
        "draft": read_draft(request, here.village.code),
    }
    return render(request, "trainees/village/room.html", context)


@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def this_phone(request: HttpRequest) -> HttpResponse:
    """Eight digits from whoever answers for the village make this phone the keeper's. For others it is not there."""
    user = _keeper(request)
    if user is None:
        return _her_pin_first(request)
    if request.method != "POST":
        return _ask_digits(request)
    if not take(f"device-code:{user.pk}", most=TRIES_AN_HOUR, seconds=HOUR):
        return _ask_digits(request, _("Too many codes were tried. Please wait an hour, or call the county."), 429)
    secret = KEEPER_PHONE.new()
    try:
        enrol_device(
            digits=request.POST.get("code", "")[:40],
            keeper=user,
            device_digest=KEEPER_PHONE.digest_of_secret(secret),
            former=device_with(KEEPER_PHONE.digest_of(request)),
        )
    except UnknownCode:
        problem = _("This code is not good for your village, or no longer. Please ask for a new one.")
        return _ask_digits(request, problem)
    response = HttpResponseRedirect(reverse("keeper"))
    KEEPER_PHONE.keep(response, secret)
    return response


@keeper_room
@require_safe
def poster(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """What stands on the poster of her village, and the file to print."""
    digits = code_of_village(here.village)
    if digits is None:
        raise Http404
    address = request.build_absolute_uri(reverse("poster", args=[digits]))
    context = {"here": here, "digits": digits, "address": address, "drawn": square_code(address)}
    return render(request, "trainees/village/poster.html", context)


@keeper_room
@require_safe
def poster_file(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """As a trainer prints it."""
    village = Division.objects.filter(pk=here.village.pk)
    content = posters_of(village, site=request.build_absolute_uri("/").rstrip("/"))
    if not content:
        raise Http404
    return pdf(content, f"poster-{here.village.code}")


def this_phone_with_fresh_token(request: HttpRequest) -> HttpResponse:
    return _ask_digits(request, str(STILL_THERE)) if _keeper(request) else _her_pin_first(request)


def _keeper(request: HttpRequest) -> User | None:
    """She who keeps a village, on whatever phone."""
    user = request.user if isinstance(request.user, User) else None
    is_she = user is not None and not is_helping(request) and trainee_of(user) and villages_kept_by(user).exists()
    return user if is_she else None


def _her_pin_first(request: HttpRequest) -> HttpResponse:
    """For others there is nothing here. But a form that a keeper opened has her digits again after her PIN."""
    is_hers = request.method == "POST" and _opened_by_a_keeper(request.POST.get("opened", ""))
    if request.user.is_authenticated:
        if not is_hers:
            raise Http404
        return told_that_another_is_here(request)
    if is_hers:
        keep_typed(request)
    return first_in(request)


def _opened_by_a_keeper(mark: str) -> bool:
    try:
        keeper = signing.loads(mark, salt=OPENED, max_age=A_DAY)
    except signing.BadSignature:
        return False
    return villages_kept_by(User.objects.filter(pk=keeper).first() or AnonymousUser()).exists()


def _ask_digits(request: HttpRequest, problem: str = "", status: int = 200) -> HttpResponse:
    typed = typed_before(request) if request.method != "POST" else {}
    context = {
        "problem": problem or (TYPED_BEFORE if typed else ""),
        "typed": typed.get("code") or request.POST.get("code", "")[:20],
        "opened": signing.dumps(request.user.pk, salt=OPENED),
    }
    return render(request, "trainees/village/this_phone.html", context, status=status)
