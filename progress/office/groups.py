"""Who the people of a place are, in numbers: tables of groups in which no small cell is shown or can be worked out."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from progress.office.doors import office_room, place_for, place_today
from progress.office.group_tables import counting_of, tables_of
from progress.office.places import full_name
from progress.small_cells import LEAST
from villages.models import Division


@office_room
def groups(request: HttpRequest, code: str) -> HttpResponse:
    """Of a county and what lies in it: above, a table of counties would be another one."""
    place = place_for(request.user, code)
    if place.division.level < Division.Level.COUNTY or place_today(place) != place.division:
        raise Http404
    found = {
        "name": full_name(place.division),
        "place": place,
        "counting": counting_of(place),
        "tables": tables_of(place),
        "least": LEAST,
    }
    return render(request, "progress/office/groups.html", found)
