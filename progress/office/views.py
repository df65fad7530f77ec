"""The official's pages. Thin: what may be seen is decided in `doors`, what is shown in `pages`."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from foundation.audit import Action, record, record_seen
from foundation.sheets import workbook_file
from progress.counts import counts_by_week
from progress.office import people
from progress.office.audited import PEOPLE_OF_A_VILLAGE, TABLE
from progress.office.columns import headings
from progress.office.doors import Place, answers_for, leads_from, office_desk, office_room, place_for, place_today
from progress.office.figures import figure_of_villages, figures_of_people
from progress.office.filters import Filters, filters_from
from progress.office.gains import gain_table
from progress.office.listing import listing_of, state_choices
from progress.office.pages import VillagePage, is_village, place_page, village_page
from progress.office.places import full_name, place_name, places_by_page, places_to_choose
from progress.office.trail import may_read_trail, trail_for
from progress.office.trail_of_a_person import Meant, meant_by
from progress.office.trend import trend_of
from progress.office.words import definitions
from progress.office.workbook import workbook_of
from trainees.models import User
from trainees.selectors import courses_read_by, trainee_of
from trainees.selectors.posts import last_post_of

LONG_TABLE = 12


@office_room
def home(request: HttpRequest) -> HttpResponse:
    """To the place that she answers for; with several posts she chooses."""
    places = places_to_choose(request.user)
    if not places:
        return _without_a_post(request)
    if len(places) == 1:
        return HttpResponseRedirect(reverse("office-division", args=[places[0].code]))
    return render(request, "progress/office/home.html", {"places": places_by_page(places, "office-division")})


def _without_a_post(request: HttpRequest) -> HttpResponse:
    """Nothing is here for her, and whoever works here reads whom to ask for a post. A trainee is nobody here."""
    if not isinstance(request.user, User) or trainee_of(request.user):
        raise Http404
    return render(request, "progress/office/no_post.html", {"post": last_post_of(request.user)}, status=404)


@require_http_methods(["GET", "HEAD", "POST"])
@office_desk
def audit_trail(request: HttpRequest) -> HttpResponse:
    """Who saw and changed what, for those who answer for it. Whom it is about comes by POST: it may be a name."""
    if not may_read_trail(request.user):
        raise Http404
    trail, meant = trail_for(request.user, request.GET), Meant()
    if request.method == "POST":
        meant = meant_by(request.user, request.POST.get("whom", ""))
        if meant.number is not None:
            return HttpResponseRedirect(reverse("office-audit") + trail.asked.href(whom=str(meant.number), page=""))
    choices = [(trail.asked.href(whom=str(number), page=""), words) for number, words in meant.choices]
    found = {
        "trail": trail,
        "choices": choices,
        "nobody": meant.problem,
        "everybody": trail.asked.href(whom="", page=""),
    }
    return render(request, "progress/office/trail.html", found)


@office_room
def division(request: HttpRequest, code: str) -> HttpResponse:
    place = place_for(request.user, code)
    filters = filters_from(request.GET, courses_read_by(request.user, place.division))
    today = place_today(place)
    if today != place.division:
        return HttpResponseRedirect(reverse("office-division", args=[today.code]) + filters.kept)
    if is_village(place.division):
        return render(request, "progress/office/village.html", _village(request, place, filters))
    return render(request, "progress/office/place.html", _place(request, place, filters))


@office_room
def table_file(request: HttpRequest, code: str) -> HttpResponse:
    """What the page shows, as an XLSX. With choices that make no sense back to the page, which says what is wrong."""
    place = place_for(request.user, code)
    if is_village(place.division) and not answers_for(request.user, place.division):
        raise Http404  # an auditor takes no list of people away
    filters = filters_from(request.GET, courses_read_by(request.user, place.division))
    if filters.problems or place_today(place) != place.division:
        return HttpResponseRedirect(f"{reverse('office-division', args=[code])}?{request.GET.urlencode()}")
    page = village_page(place, filters, request.user) if is_village(place.division) else place_page(place, filters)
    name = f"{full_name(place.division)} {filters.asked.period.last}.xlsx"
    content = workbook_of(page, by=request.user.get_username())
    whom = [row.number for row in page.rows] if isinstance(page, VillagePage) else []  # places are nobody's row
    record(by=request.user, action=Action.EXPORTED, what=TABLE, area=code, whom=whom)
    return workbook_file(content, name)


def _common(place: Place, filters: Filters) -> dict[str, Any]:
    return {
        "place": place,
        "name": full_name(place.division),
        "here": place_name(place.division),
        "crumbs": [{"code": one.code, "name": place_name(one)} for one in place.around],
        "filters": filters,
        "definitions": definitions(),
        "takes_away": True,
        "leads": leads_from(place, filters.kept, tells=not filters.narrowed),
        "room": "office" if place.division == place.widest else "",
    }


def _place(request: HttpRequest, place: Place, filters: Filters) -> dict[str, Any]:
    page = place_page(place, filters)
    weeks = counts_by_week(page.villages, filters.asked.period, filters.course_key)
    rows = page.table.rows
    half = (len(rows) + 1) // 2 if page.of_villages and len(rows) > LONG_TABLE else len(rows)
    return _common(place, filters) | {
        "page": page,
        "table": page.table,
        "title": _("%(place)s: rural e-commerce training") % {"place": place_name(place.division)},
        "parts": [part for part in (rows[:half], rows[half:]) if part] or [[]],
        "headings": headings(page.columns, filters),
        "figures": [*figures_of_people(page.total), figure_of_villages(page.table)],
        "trend": trend_of(weeks),
        "gain": gain_table(place.division, rows, page.villages, filters),
    }


def _village(request: HttpRequest, place: Place, filters: Filters) -> dict[str, Any]:
    page = village_page(place, filters, request.user)
    numbers = [row.number for row in page.rows]
    record_seen(by=request.user, what=PEOPLE_OF_A_VILLAGE, area=place.division.code, whom=numbers)
    return _common(place, filters) | {
        "page": page,
        "headings": headings(page.columns, filters),
        "figures": figures_of_people(page.total),
        "states": state_choices(page.everybody, filters),
        "listing": listing_of(page.rows, filters),
        "rest_after": people.REST_AFTER.days,
        "takes_away": answers_for(request.user, place.division),
    }
