"""Signing up: first the village, then the person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from foundation.limits import MINUTE, take
from trainees import pins
from trainees.ages import is_too_young, too_young
from trainees.forms import JoinForm
from trainees.forms.join import new_token
from trainees.models import Person, Sign
from trainees.selectors import find_open_villages, open_counties, open_village, open_villages, village_of_code
from trainees.services import join
from trainees.services.arrivals import count_arrival
from trainees.signing_in import sign_in, sign_in_and_remember
from trainees.small_bodies import small_body
from trainees.visitors import address_of, going_to, wanted_next
from villages.codes import is_code
from villages.models import Division
from villages.selectors import children_of, division_by_code

A_MINUTE_AND_ADDRESS = 300  # a class signs up behind one address


@require_safe
def poster(request: HttpRequest, code: str) -> HttpResponse:
    """What the QR on the poster opens: the sign-up with this village. It signs nobody in."""
    village = village_of_code(code)
    known = {"village": village.code} if village else {"code": code}
    return HttpResponseRedirect(f"{reverse('join')}?{urlencode(known)}")


@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def join_page(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _posted(request)
    village = open_village(request.GET.get("village", "")) or village_of_code(request.GET.get("code", ""))
    if village is None:
        return _choose_village(request)
    return _show(request, JoinForm(initial={"village": village.code, "token": new_token()}), village)


def join_with_fresh_token(request: HttpRequest) -> HttpResponse:
    """The same form with everything that she filled in, because its token was too old."""
    problem = _("This page was open for long. What you typed is still there: please press once more.")
    village = open_village(request.POST.get("village", ""))
    return _show(request, JoinForm(initial=request.POST.dict()), village, problem=problem)


def _choose_village(request: HttpRequest) -> HttpResponse:
    """By the code on the poster, by a name as people say it, or from the list of townships."""
    code, query = request.GET.get("code", "").strip(), request.GET.get("q", "").replace("\0", "").strip()[:60]
    unknown = _("No poster has this code. Please look again, or choose your village below.") if code else ""
    if request.GET.get("village"):
        unknown = _("We do not know this village. Please choose yours again.")
    context = {
        "code": code[:20],
        "unknown": unknown,
        "query": query,
        "found": find_open_villages(query) if query else [],
        "next": wanted_next(request),
        **_places(request.GET.get("place", "")),
    }
    return render(request, "trainees/choose_village.html", context)


def _places(code: str) -> dict:
    """The list below the search field: of one county its townships, of one township its villages."""
    place = division_by_code(code) if is_code(code) else None
    if place and place.level == Division.Level.TOWNSHIP:
        return {"place": place, "villages": open_villages().filter(parent=place)}
    counties = list(open_counties())
    if place is None and len(counties) == 1:
        place = counties[0]
    return {"place": place, "places": children_of(place) if place in counties else counties}


def _posted(request: HttpRequest) -> HttpResponse:
    village = open_village(request.POST.get("village", ""))
    if is_too_young(request.POST.get("age", "")):
        return render(request, "trainees/too_young.html", {"sentence": too_young()})
    if "choose-pin" in request.POST:
        filled = request.POST.dict() | {"pin": pins.chosen_pin()}
        return _show(request, JoinForm(initial=filled), village, chosen=True)
    form = JoinForm(request.POST)
    if not form.is_valid():
        return _show(request, form, village)
    if not take(f"join:{address_of(request)}", most=A_MINUTE_AND_ADDRESS, seconds=MINUTE):
        form.add_error(None, _("Very many people are signing up just now. Please wait a minute and tap again."))
        return _show(request, form, village, status=429)
    person = _person(form.cleaned_data)
    count_arrival(village=form.cleaned_data["village"], address=address_of(request))
    return _in(request, person, form.cleaned_data)


def _person(given: dict) -> Person:
    """The person of this form; the one who joined with it a moment ago when it was sent twice."""
    before = Person.objects.filter(trainee__key=given["token"]).select_related("user", "trainee").first()
    if before and before.name == given["name"] and pins.matches(given["pin"], before.pin):
        return before
    details = {field: given[field] for field in ("name", "sign", "pin", "age", "village", "phone")}
    key = {} if before else {"key": given["token"]}
    return join(**details, **key, registered_village=given["registered_village"], language=get_language() or "")


def _in(request: HttpRequest, person: Person, given: dict) -> HttpResponse:
    if given["public_phone"]:
        return sign_in(request, person, going_to(request))
    return sign_in_and_remember(request, person, going_to(request), given["name_shown"])


def _show(request: HttpRequest, form: JoinForm, village: Division | None, **more) -> HttpResponse:
    status = more.pop("status", 200)
    context = {"form": form, "village": village, "signs": Sign.choices, "next": wanted_next(request), **more}
    return render(request, "trainees/join.html", context, status=status)
