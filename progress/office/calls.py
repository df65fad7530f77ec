"""Lists of people to call: making one, and calling from it, one open number at a time."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from foundation.audit import record_seen
from progress.audited import CALLS_BEGUN
from progress.models import CallSession
from progress.models.calls import outcomes_for
from progress.office.call_forms import CallForm
from progress.office.called import page_of_list, row_of
from progress.office.doors import office_desk
from progress.selectors.calls import calls_visible_to, may_call, open_calls
from progress.services.calling import (
    MOST,
    BadNote,
    CannotCall,
    end_calls,
    note_call,
    settle_refusals,
    show_number,
    start_calls,
)
from trainees.models import User
from trainees.numbers import row_number

NEWEST = 30
READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_SENT
@office_desk
def all_calls(request: HttpRequest) -> HttpResponse:
    """Make a list, go on with today's, look at earlier ones."""
    user = _caller(request)
    form = CallForm(request.POST if request.method == "POST" else None, user=user)
    if request.method == "POST" and form.is_valid():
        try:
            made = start_calls(by=user, wanted=form.wanted)
        except CannotCall as refused:
            form.add_error(None, sentences()[refused.reason])
        else:
            return HttpResponseRedirect(reverse("office-call-list", args=[made.pk]))
    rows = [row_of(one) for one in calls_visible_to(user)[:NEWEST]]
    found = {"form": form, "open": open_calls(user), "rows": rows, "most": MOST}
    return render(request, "progress/office/calls.html", found)


@READ_OR_SENT
@office_desk
def one_list(request: HttpRequest, pk: int) -> HttpResponse:
    """A list with the one who is called now; each press is a form of its own and leads back here."""
    user = _caller(request)
    session = get_object_or_404(calls_visible_to(user), pk=pk)
    problem, kept = "", {}
    if request.method == "POST":
        try:
            _done(request, user, session)
        except CannotCall as refused:
            problem = sentences()[refused.reason]
        except BadNote as refused:
            problem, kept = sentences()[refused.reason], request.POST.dict()
        else:
            return HttpResponseRedirect(reverse("office-call-list", args=[pk]))
    session.refresh_from_db()
    page = page_of_list(session, user)
    record_seen(by=user, what=CALLS_BEGUN, area=session.division.code, whom=[row.number for row in page.rows])
    found: dict[str, Any] = {"page": page, "problem": problem, "kept": kept, "outcomes": outcomes_for(session.reason)}
    return render(request, "progress/office/call_list.html", found)


def sentences() -> dict[str, str]:
    """What went wrong, and what to do about it."""
    return {
        "nobody": _("Nobody is there for this choice. Choose another place or other people."),
        "too-many": _("At most %(most)s people fit on a list. Let some be drawn by lot.") % {"most": MOST},
        "open": _("You have a list for today. Finish that one first."),
        "whole": _("That would be everybody. Draw fewer than there are, or choose a larger place."),
        "often": _("You have drawn twice here today. Draw again tomorrow, or choose another place."),
        "over": _("This list is over: it was for one day, or it was ended. Make a new one."),
        "gone": _("She is no longer among the people of your place. Go on with the next one."),
        "refuses": _("She has said since that she does not want to be called. Go on with the next one."),
        "outcome": _("Choose one of the buttons that say what came of the call."),
        "long": _("Write at most 200 characters."),
        "number": _("Leave phone and ID numbers out of the note."),
        "name": _("Leave her name out of the note: everybody who reads the list would see it."),
    }


def _caller(request: HttpRequest) -> User:
    """Who may call; for everybody else there is no such page."""
    if not isinstance(request.user, User) or not may_call(request.user):
        raise Http404
    return request.user


def _done(request: HttpRequest, by: User, session: CallSession) -> None:
    """What was pressed. Rubbish is a list that is over: it changes nothing and says so."""
    sent = request.POST
    settle_refusals(by=by, session=session)
    if "end" in sent:
        return end_calls(by=by, session=session)
    place = row_number(sent.get("place", ""))
    if "outcome" in sent:
        if sent["outcome"] not in dict(outcomes_for(session.reason)):
            raise CannotCall("outcome")
        note_call(by=by, session=session, place=place, outcome=sent["outcome"], words=sent.get("note", ""))
    else:
        show_number(by=by, session=session, place=place)
    return None
