"""The register: rosters brought in, looked through line by line and confirmed; and a place's register taken away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from foundation.audit import Action, record, record_seen
from foundation.limits import HOUR, take
from foundation.sheets import SheetError, workbook_file
from progress.office.doors import office_desk, office_room
from progress.office.places import full_name
from progress.office.register_forms import FILE_TOO_LARGE, BringInForm, TakeAwayForm
from trainees.audited import ROSTER_LINES
from trainees.models import RosterImport, User
from trainees.register.reports import Told, read_report
from trainees.register.verdicts import STATUSES
from trainees.register.workbooks_out import template, to_correct
from trainees.selectors import trainees_visible_to
from trainees.selectors.rosters import may_bring_in, roster_areas, rosters_of, trainees_of_area
from trainees.services.register_export import TooMany, export_register
from trainees.services.roster_files import REPORT, SOURCE, file_of
from trainees.services.rosters import LARGEST, NotConfirmable, bring_in, confirm
from trainees.small_bodies import small_body

PER_PAGE = 100
SHOWN_ROSTERS = 20
ROSTERS_AN_HOUR = 60
DESK = ("GET", "HEAD", "POST")
ENVELOPE = 1024 * 1024  # what a browser sends around a file
BUSY = (RosterImport.State.READING, RosterImport.State.SAVING)


@office_desk
def too_large(request: HttpRequest) -> HttpResponse:
    """Said by the length that is stated: before a byte of it is read."""
    areas = roster_areas(request.user)
    if not areas:
        raise Http404
    form = BringInForm({}, areas=areas)
    form.errors.clear()
    form.add_error("file", FILE_TOO_LARGE)
    response = _desk(request, bringing=form)
    response.status_code = 413
    return response


@small_body(too_large, most=LARGEST + ENVELOPE)
@require_http_methods(DESK)
@office_desk
def register(request: HttpRequest) -> HttpResponse:
    """For officials, trainers and administrators: bring a roster in, see what became of it, take the register away."""
    areas = roster_areas(request.user)
    if not areas:
        raise Http404
    if request.method != "POST":
        return _desk(request)
    return _take_away(request) if request.POST.get("do") == "take-away" else _bring_in(request)


@require_http_methods(DESK)
@office_desk
def roster(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of each line; and the button that saves them."""
    one = _roster(request, pk)
    problem = ""
    if request.method == "POST":
        try:
            confirm(roster=one, by=_user(request))
            return HttpResponseRedirect(reverse("office-roster", args=[pk]))
        except NotConfirmable as refusal:
            problem = refusal.sentence
        one.refresh_from_db()
    return render(request, "progress/office/roster.html", _told(request, one) | {"problem": problem})


@office_room
def to_correct_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The same lines, with a column that says what to correct in them."""
    one = _roster(request, pk)
    lines = list(read_report(file_of(one, REPORT)))
    try:
        content = to_correct(file_of(one, SOURCE), lines)
    except (SheetError, FileNotFoundError):
        raise Http404 from None
    many, known = len(lines), _known(lines)
    record(by=request.user, action=Action.EXPORTED, what=ROSTER_LINES, area=one.area, people=many, whom=known)
    made = f"{timezone.localtime(one.made_at):%Y-%m-%d %H.%M}"
    return workbook_file(content, _("Roster %(made)s to correct") % {"made": made} + ".xlsx")


@office_room
def template_file(request: HttpRequest) -> HttpResponse:
    if not roster_areas(request.user):
        raise Http404
    return workbook_file(template(with_ids=settings.ID_NUMBERS), "roster.xlsx")


def _bring_in(request: HttpRequest) -> HttpResponse:
    form = BringInForm(request.POST, request.FILES, areas=roster_areas(request.user))
    if not form.is_valid():
        return _desk(request, bringing=form)
    if not take(f"rosters:{_user(request).pk}", most=ROSTERS_AN_HOUR, seconds=HOUR):
        form.add_error(None, _("Very many rosters were brought in. Please wait an hour."))
        return _desk(request, bringing=form)
    given = form.cleaned_data
    sent = given["file"]
    one = bring_in(
        by=_user(request),
        area=given["area"],
        name=sent.name or "",
        pieces=sent.chunks(),
        with_ids=given["with_ids"] and settings.ID_NUMBERS,
    )
    return HttpResponseRedirect(reverse("office-roster", args=[one.pk]))


def _take_away(request: HttpRequest) -> HttpResponse:
    form = TakeAwayForm(request.POST, user=request.user)
    if form.is_valid():
        place = form.cleaned_data["place"]
        people = trainees_of_area(place.code).filter(pk__in=trainees_visible_to(request.user).order_by())
        try:
            content = export_register(by=_user(request), place=place, people=people, reason=form.cleaned_data["reason"])
        except TooMany:
            form.too_many()
        else:
            return workbook_file(content, f"{full_name(place)}.xlsx")
    return _desk(request, taking=form)


def _desk(request: HttpRequest, **more: object) -> HttpResponse:
    areas = roster_areas(request.user)
    context = {
        "bringing": BringInForm(areas=areas),
        "taking": TakeAwayForm(user=request.user),
        "rosters": rosters_of(request.user)[:SHOWN_ROSTERS],
        "asks_for_ids": settings.ID_NUMBERS,
        **more,
    }
    return render(request, "progress/office/register.html", context)


def _known(lines: Iterable[Told]) -> list[str]:
    """The pseudonyms of those who are in the register already."""
    return [told.trainee for told in lines if told.trainee]


def _told(request: HttpRequest, one: RosterImport) -> dict[str, Any]:
    """One page of lines. `show` is a status; anything else shows all."""
    show = request.GET.get("show", "")
    lines = [] if one.state == RosterImport.State.SAVED else read_report(file_of(one, REPORT))
    rows = [told for told in lines if show not in STATUSES or told.status == show]
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page", 1))
    if rows:
        record_seen(by=request.user, what=ROSTER_LINES, area=one.area, people=len(rows), whom=_known(rows))
    return {
        "roster": one,
        "page": page,
        "show": show if show in STATUSES else "",
        "counts": [(status, one.counts.get(status, 0)) for status in STATUSES],
        "busy": one.state in BUSY,
        "to_correct": bool(one.counts.get("refused") or one.counts.get("doubtful")),
        "to_save": any(one.counts.get(key) for key in ("new", "changed", "untold")),
        "is_ready": one.state == RosterImport.State.READY and one.files_deleted_at is None,
    }


def _roster(request: HttpRequest, pk: int) -> RosterImport:
    """Hers, and for a place that is hers still."""
    one = get_object_or_404(rosters_of(request.user), pk=pk)
    if not may_bring_in(_user(request), one.area):
        raise Http404
    return one


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user
