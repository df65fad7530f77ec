"""The keeper prints cards for her village, and ends those that were lost."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from foundation.audit import record_seen
from trainees.audited import PEOPLE_WITH_CARDS
from trainees.keeper_room import KeeperHere, keeper_room, shown_again
from trainees.models import CardSheet, Person
from trainees.numbers import row_number
from trainees.selectors.cards import people_to_print_for, sheet_of, sheets_of
from trainees.services.cards import revoke_card
from trainees.stale_tokens import STILL_THERE, TYPED_BEFORE
from trainees.typed_words import typed_before
from trainees.views.card_orders import REFUSED, Asking, NotOrdered, looking_again, not_herself, ordered, saved, ticked


@never_cache
@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def cards(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """All of the village, or, with `?person=`, one of them."""
    if request.method != "POST":
        return _show(request, here)
    if "lost" in request.POST:
        person = _one(here, request.POST["lost"])
        revoke_card(person=person, by=here.user)
        return _show(request, here, done=_("The old card opens nothing any more."))
    try:
        sheet = ordered(request, here.user, here.village, as_keeper=True)
    except NotOrdered as problem:
        return _show(request, here, problem=str(problem))
    except Asking as asking:
        return render(request, "trainees/village/cards_sure.html", {"here": here, "asking": asking})
    return HttpResponseRedirect(reverse("keeper-card-sheet", args=[sheet.key]))


@never_cache
@shown_again
def cards_with_fresh_token(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """Who was ticked, and what, is still there."""
    return _show(request, here, problem=str(STILL_THERE))


@never_cache
@keeper_room
@require_safe
def card_sheet(request: HttpRequest, here: KeeperHere, key: uuid.UUID) -> HttpResponse:
    sheet = _sheet(here, key)
    context = {"here": here, "sheet": sheet, "refused": REFUSED.get(sheet.refused, "")}
    return looking_again(render(request, "trainees/village/card_sheet.html", context), sheet)


@keeper_room
@require_safe
def card_sheet_file(_request: HttpRequest, here: KeeperHere, key: uuid.UUID) -> HttpResponse:
    sheet = _sheet(here, key)
    if not sheet.sealed:
        raise Http404
    return saved(sheet, here.user, "keeper-card-sheet")


def _show(request: HttpRequest, here: KeeperHere, problem: str = "", done: str = "") -> HttpResponse:
    only = request.GET.get("person", "")
    people = [_one(here, only)] if only else list(_able(here))
    numbers = [person.trainee.number for person in people]
    record_seen(by=here.user, what=PEOPLE_WITH_CARDS, area=here.village.code, whom=numbers)
    typed = {} if request.method == "POST" else typed_before(request)
    context = {"here": here, "people": people, "only": bool(only), "done": done}
    context["problem"] = problem or (TYPED_BEFORE if typed else "")
    chosen: list[str] = typed["trainee"] if "trainee" in typed else request.POST.getlist("trainee")
    context |= {"told": typed or request.POST, "ticked": ticked(chosen)}
    if not only:
        context["sheets"] = sheets_of(here.user).filter(as_keeper=True, place=here.village)[:5]
    return render(request, "trainees/village/cards.html", context)


def _one(here: KeeperHere, number: str) -> Person:
    return get_object_or_404(_able(here), trainee=row_number(number))


def _able(here: KeeperHere) -> QuerySet[Person]:
    return not_herself(people_to_print_for(here.village), here.user)


def _sheet(here: KeeperHere, key: uuid.UUID) -> CardSheet:
    sheet = sheet_of(here.user, key, as_keeper=True)
    if sheet is None or sheet.place != here.village:
        raise Http404
    return sheet
