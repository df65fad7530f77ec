"""In `/cms/`: who asked to be moved, and moving people of a village by hand, as after it was split."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from foundation.audit import record_seen
from trainees.audited import PEOPLE_TO_MOVE
from trainees.forms.moving import village_written
from trainees.models import MoveRequest, Trainee, User
from trainees.numbers import row_number
from trainees.selectors import divisions_visible_to, trainees_visible_to
from trainees.selectors.trainees import area_of
from trainees.services import AskedAnew, agree_to_move, decline_move, move_people
from trainees.views.cohorts import trainer
from villages.models import Division
from villages.selectors import codes_today, places_today


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def moves(request: HttpRequest) -> HttpResponse:
    """Those who asked, the longest wait first, and the villages whose people can be moved."""
    user = trainer(request)
    problem, status, refusing = "", 200, 0
    if request.method == "POST":
        try:
            _decide(request, user)
            return HttpResponseRedirect(reverse("moves"))
        except AskedAnew as error:
            problem, status = error.messages[0], 409
        except ValidationError as error:
            problem, status, refusing = error.messages[0], 400, row_number(request.POST.get("asked", ""))
    rows = list(_asked(user).filter(decided_at=None))
    area = area_of(row.person.trainee for row in rows)
    record_seen(by=user, what=PEOPLE_TO_MOVE, area=area, whom=[row.person.trainee.number for row in rows])
    villages = places_today(Division.objects.filter(pk__in=trainees_visible_to(user).order_by().values("village")))
    context = {"rows": rows, "villages": villages, "problem": problem, "refusing": refusing}
    context["reason"] = request.POST.get("reason", "")
    return render(request, "trainees/moves/list.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def move_from(request: HttpRequest, code: str) -> HttpResponse:
    """The people of a village, to tick; `only` is the number of one of them, `hamlet` the part of it they live in."""
    user = trainer(request)
    level = Division.Level.VILLAGE
    village = get_object_or_404(divisions_visible_to(user).filter(level=level), code=code).today
    people = _people(user, village)
    problem: dict[str, object] = {}
    if request.method == "POST":
        ticked = [row_number(key) for key in request.POST.getlist("who")]
        try:
            return _move(request, people.filter(pk__in=ticked), user)
        except ValidationError as error:
            problem = {"problem": error.messages[0], "choices": (error.params or {}).get("choices", ())}
    context = _shown(request, user, village, people) | problem
    return render(request, "trainees/moves/village.html", context, status=400 if problem else 200)


def _asked(user: User) -> QuerySet[MoveRequest]:
    """Of people who are counted where this trainer looks: it is there that one decides. Also what is over."""
    asked = MoveRequest.objects.filter(person__trainee__in=trainees_visible_to(user).order_by())
    rows = asked.select_related("person__trainee__village__parent", "village__parent")
    return rows.order_by("asked_at", "pk")


def _decide(request: HttpRequest, user: User) -> None:
    """Of the village that stood beside the button. Raises AskedAnew, and ValidationError where a reason is missing."""
    said, seen = request.POST.get("asked", ""), request.POST.get("village", "")
    row = get_object_or_404(_asked(user), pk=row_number(said))
    if "agree" in request.POST:
        agree_to_move(asked=row, seen=seen, by=user)
    else:
        decline_move(asked=row, seen=seen, by=user, reason=request.POST.get("reason", ""))


def _people(user: User, village: Division) -> QuerySet[Trainee]:
    people = trainees_visible_to(user).filter(village__code__in=codes_today(village.code), person__isnull=False)
    return people.select_related("person__register_entry").order_by("pk")


def _move(request: HttpRequest, people: QuerySet[Trainee], user: User) -> HttpResponse:
    to = village_written(request.POST.get("to", ""), request.POST.get("to_code", ""))
    moved = move_people(trainees=list(people), village=to, by=user)
    said = ngettext("%(many)s person lives in %(place)s now.", "%(many)s people live in %(place)s now.", moved)
    messages.success(request, said % {"many": moved, "place": to.place_name})
    return HttpResponseRedirect(reverse("moves"))


def _shown(request: HttpRequest, user: User, village: Division, people: QuerySet[Trainee]) -> dict:
    """What was ticked and typed stays; else one who is meant alone is ticked."""
    only, hamlet = request.GET.get("only", ""), request.GET.get("hamlet", "").replace("\0", "")[:40]
    hamlets = people.order_by("person__register_entry__hamlet").values_list("person__register_entry__hamlet", flat=True)
    if row_number(only):
        people = people.filter(pk=row_number(only))
    elif hamlet:
        people = people.filter(person__register_entry__hamlet=hamlet)
    rows = list(people)
    record_seen(by=user, what=PEOPLE_TO_MOVE, area=village.code, whom=[one.number for one in rows])
    ticked = set(request.POST.getlist("who")) or ({only} if only else set())
    return {
        "village": village,
        "rows": [(one, str(one.pk) in ticked) for one in rows],
        "hamlets": [one for one in hamlets.distinct() if one],
        "hamlet": hamlet,
        "to": request.POST.get("to", ""),
    }
