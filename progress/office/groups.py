"""Who the people of a place are, in numbers: tables of groups in which no small cell is shown or can be worked out."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from progress.office.doors import leads_from, office_room, place_for, place_today, tells_groups
from progress.office.group_tables import counting_of, tables_of
from progress.office.places import full_name, places_by_page, places_to_choose
from progress.small_cells import LEAST

HOME = "progress/office/home.html"


@office_room
def groups_home(request: HttpRequest) -> HttpResponse:
    """To the groups of the place that she reads; with several posts she chooses."""
    places = [one for one in places_to_choose(request.user) if tells_groups(request.user, one)]
    if not places:
        raise Http404
    found = places_by_page(places, "office-groups")
    return HttpResponseRedirect(found[0][0]) if len(found) == 1 else render(request, HOME, {"places": found})


@office_room
def groups(request: HttpRequest, code: str) -> HttpResponse:
    place = place_for(request.user, code)
    if not tells_groups(request.user, place.division) or place_today(place) != place.division:
        raise Http404
    found = {
        "name": full_name(place.division),
        "place": place,
        "counting": counting_of(place),
        "tables": tables_of(place),
        "leads": leads_from(place),
        "room": "office-groups-home",
        "least": LEAST,
    }
    return render(request, "progress/office/groups.html", found)
