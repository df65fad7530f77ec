"""The list of a trainer's people and the card of one of them. Who is not hers answers as who is not there."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from foundation.audit import record_seen
from progress.looking_after.audited import CARD_OF_A_PERSON, MY_PEOPLE
from progress.looking_after.finding import NobodyMeant, found_by
from progress.looking_after.wanted import BY_NAME, Wanted, wanted_in
from progress.looking_after.words import filters, quizzes_of, said_of, ways_to
from progress.models import TaskPass
from progress.selectors import my_courses, my_tasks
from progress.selectors.my_people import counted_in, keys_by_name, people_of_trainer, standings, villages_among
from progress.services.calling import CannotCall, show_number_of
from trainees.models import Trainee, User
from trainees.selectors import cohorts_visible_to, looks_after_people
from trainees.selectors.keeping import helped_days
from trainees.selectors.trainees import area_of
from trainees.services.neighbours import note_help

A_PAGE = 50


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """All whom the address means; posted is whom she looks for."""
    user, problem = trainer(request), ""
    if request.method == "POST":
        try:
            found = found_by(request.POST.get("whom", ""), people_of_trainer(user))
        except NobodyMeant as nobody:
            problem = str(nobody)
        else:
            if len(found) == 1:
                return HttpResponseRedirect(reverse("my-person", args=[found[0].pk]))
            return _listed(request, user, found, several=True)
    wanted = wanted_in(request.GET)
    hers, cohorts = people_of_trainer(user), cohorts_visible_to(user)
    among = wanted.among(hers, cohorts)
    page, shown = _page(request, wanted, among)
    context = {
        "page": page,
        "wanted": wanted,
        "filters": filters(wanted, counted_in(among)),
        "villages": villages_among(hers),
        "cohorts": cohorts,
        "problem": problem,
    }
    return _listed(request, user, shown, **context)


def _page(request: HttpRequest, wanted: Wanted, among: QuerySet[Any]) -> tuple[Page, list[Any]]:
    """The longest without a step first, or by name."""
    people = wanted.in_state(among)
    if wanted.order != BY_NAME:
        ordered = people.order_by(F("last_step").asc(nulls_last=True), "pk")
        page = Paginator(ordered, A_PAGE).get_page(request.GET.get("p"))
        return page, list(page)
    page = Paginator(keys_by_name(people), A_PAGE).get_page(request.GET.get("p"))
    found = among.in_bulk(list(page))
    return page, [found[pk] for pk in page if pk in found]


def _listed(request: HttpRequest, user: User, shown: list[Any], **context: object) -> HttpResponse:
    area = area_of(shown)
    record_seen(by=user, what=MY_PEOPLE, area=area, whom=[one.number for one in shown])
    rows = [(one, said_of(one)) for one in standings(shown, get_language() or "")]
    context |= {"rows": rows, "whom": request.POST.get("whom", "").replace("\0", "")}
    status = 400 if context.get("problem") else 200
    return render(request, "progress/looking_after/list.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Her lessons, quizzes and tasks. Her number is not in the page until it is asked for, and that is written down."""
    user = trainer(request)
    one = get_object_or_404(people_of_trainer(user), pk=pk)
    if request.method == "POST" and "helped" in request.POST:
        note_help(trainee=one, by=user)
        return HttpResponseRedirect(reverse("my-person", args=[one.pk]))
    call = _call(one, user) if request.method == "POST" and "call" in request.POST else {}
    record_seen(by=user, what=CARD_OF_A_PERSON, area=one.home.code, people=1, of=one.number)
    return render(request, "progress/looking_after/person.html", _card(one, user) | call)


def trainer(request: HttpRequest) -> User:
    """Who looks after people. For everybody else nothing is here."""
    if not isinstance(request.user, User) or not looks_after_people(request.user):
        raise Http404
    return request.user


def _call(one: Trainee, user: User) -> dict:
    """Her number for this once; where there is none to call, the card says why by itself."""
    try:
        return {"phone": show_number_of(by=user, trainee=one)}
    except CannotCall:
        return {}


def _card(one: Trainee, user: User) -> dict:
    language = get_language() or ""
    courses = my_courses(trainee=one, language=language)
    [standing] = standings([one], language)
    return {
        "one": one,
        "said": said_of(standing),
        "ways": ways_to(one.person),
        "courses": list(zip(courses, quizzes_of(courses, one), strict=True)),
        "tasks": my_tasks(trainee=one, language=language),
        "tasks_passed": TaskPass.objects.filter(trainee=one).count(),
        "helped": helped_days(one),
        "cohorts": cohorts_visible_to(user).filter(members__trainee=one, members__left_at=None),
    }
