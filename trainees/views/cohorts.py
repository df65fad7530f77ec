"""In `/cms/`: a trainer's classes, who is in them, and the sheet with the QR by which people join."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from foundation.audit import record_seen
from trainees.audited import PEOPLE_OF_A_CLASS
from trainees.forms.cohorts import ClassForm, filled_in
from trainees.models import Cohort, CohortMember, User
from trainees.numbers import row_number
from trainees.selectors import cohorts_visible_to, looks_after_people, members_of, trainees_visible_to
from trainees.services import change_cohort, leave_cohort, make_cohort
from trainees.square_codes import square_code
from villages.selectors import know_today


def trainer(request: HttpRequest) -> User:
    """Who looks after people. For everybody else nothing is here."""
    if not isinstance(request.user, User) or not looks_after_people(request.user):
        raise Http404
    return request.user


def class_of(request: HttpRequest, pk: int) -> Cohort:
    return get_object_or_404(cohorts_visible_to(trainer(request)), pk=pk)


@never_cache
@require_safe
def classes(request: HttpRequest) -> HttpResponse:
    """Those that go on, then those that are over."""
    found = list(cohorts_visible_to(trainer(request)))
    over = [one for one in found if one.is_over]
    return render(request, "trainees/classes/list.html", {"open": [c for c in found if c not in over], "over": over})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def class_form(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A new class, or what is known of one."""
    user, cohort = trainer(request), class_of(request, pk) if pk is not None else None
    form = ClassForm(request.POST, user=user) if request.method == "POST" else filled_in(cohort, user)
    if request.method == "POST" and form.is_valid():
        kept = change_cohort(cohort=cohort, words=form.words, by=user) if cohort else None
        kept = kept or make_cohort(words=form.words, by=user)
        return HttpResponseRedirect(reverse("class", args=[kept.pk]))
    context = {"form": form, "cohort": cohort}
    return render(request, "trainees/classes/form.html", context, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def class_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is in it, masked; of those who live where this trainer does not look, the number alone."""
    user, cohort = trainer(request), class_of(request, pk)
    if request.method == "POST":
        number = row_number(request.POST.get("member", ""))
        leave_cohort(member=get_object_or_404(_members(cohort), pk=number), by=user)
        return HttpResponseRedirect(reverse("class", args=[cohort.pk]))
    members = list(members_of(cohort))
    near = set(trainees_visible_to(user).filter(memberships__cohort=cohort).values_list("pk", flat=True))
    know_today(one.trainee.village for one in members)
    numbers = [one.trainee.number for one in members]
    record_seen(by=user, what=PEOPLE_OF_A_CLASS, area=cohort.division.code, whom=numbers)
    rows = [(member, member.trainee_id in near) for member in members]
    return render(request, "trainees/classes/class.html", {"cohort": cohort, "rows": rows})


@never_cache
@require_safe
def class_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """One side of A4 in black and white, to hang up where the class meets."""
    cohort = class_of(request, pk)
    address = request.build_absolute_uri(reverse("class-door", args=[cohort.code]))
    context = {"cohort": cohort, "address": address, "drawn": square_code(address)}
    return render(request, "trainees/classes/sheet.html", context)


def _members(cohort: Cohort) -> QuerySet[CohortMember]:
    return cohort.members.select_related("cohort__division", "trainee")
