"""A neighbour lives elsewhere now: her keeper says where, her trainer decides, and the keeper reads what came of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from foundation.audit import record_seen
from trainees.audited import KEEPERS_PEOPLE
from trainees.keeper_room import KeeperHere, another_of_hers, keeper_room, shown_again
from trainees.models import Person
from trainees.selectors import find_open_villages, open_village
from trainees.selectors.moving import moves_asked_by, newest_move
from trainees.services import ask_to_move, take_back_move
from trainees.stale_tokens import ONCE_MORE


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def moved_away(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """The village that is tapped is asked for; she is counted here until her trainer agrees. Or it is taken back."""
    person = another_of_hers(here, number)
    if request.method != "POST":
        return _show(request, here, person)
    if "take_back" in request.POST:
        take_back_move(person=person, by=here.user)
        return HttpResponseRedirect(reverse("keeper-neighbour", args=[number]))
    village = open_village(request.POST.get("village", ""))
    if village is None:
        return _show(request, here, person, problem=_("We do not know this village. Please search again."), status=400)
    if village.pk == person.trainee.home.pk:
        return _show(request, here, person, problem=_("She is counted there already."), status=400)
    ask_to_move(person=person, village=village, by=here.user)
    return HttpResponseRedirect(reverse("keeper-neighbour", args=[number]))


@shown_again
def moved_away_with_fresh_token(request: HttpRequest, here: KeeperHere, number: int) -> HttpResponse:
    """The village that was tapped stands there alone, to be tapped once more."""
    person, village = another_of_hers(here, number), open_village(request.POST.get("village", ""))
    if village is None:
        return HttpResponseRedirect(request.path)
    return _show(request, here, person, query=village.short_name, found=[village], problem=ONCE_MORE)


@keeper_room
@require_safe
def moves(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """What she asked for, and what came of it: also of those who live elsewhere by now."""
    rows = moves_asked_by(here.user)
    numbers = [row.person.trainee.number for row in rows]
    record_seen(by=here.user, what=KEEPERS_PEOPLE, area=here.village.code, whom=numbers)
    return render(request, "trainees/village/moves.html", {"here": here, "rows": rows})


SHOWN_AGAIN = {"keeper-moved": moved_away_with_fresh_token}


def _show(request: HttpRequest, here: KeeperHere, person: Person, status: int = 200, **more: object) -> HttpResponse:
    query = request.GET.get("q", "").replace("\0", "").strip()[:60]
    found = [one for one in find_open_villages(query) if one.pk != person.trainee.home.pk] if query else []
    context = {"here": here, "person": person, "asked": newest_move(person), "query": query, "found": found, **more}
    return render(request, "trainees/village/moved.html", context, status=status)
