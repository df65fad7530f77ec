"""Erasing somebody who asks for it in person, and reading the register that outlives an erasing."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from foundation.audit import Action
from progress.audited import PERSON_TO_ERASE, RESTRICTED
from progress.models import ListedPerson
from progress.office.doors import office_desk
from progress.services.erasing import erase
from trainees.models import Post, RestrictedRecord, Trainee, User
from trainees.numbers import trainee_number
from trainees.selectors import divisions_read_by, divisions_visible_to, is_administrator, posts_of, trainees_visible_to
from trainees.selectors.restricted import kept_register
from trainees.trail import record_of

Visitor = User | AnonymousUser
READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
WHY: dict[str, str | Promise] = {
    "check": gettext_lazy("to check whether the training took place"),
    "complaint": gettext_lazy("because somebody complained"),
    "authority": gettext_lazy("because a court or an authority asks"),
}


@READ_OR_SENT
@office_desk
def erase_for_her(request: HttpRequest) -> HttpResponse:
    """Her number, then who it is, then once more her number: three steps of one form, and no number in an address."""
    if not divisions_visible_to(request.user).exists():
        raise Http404
    if request.method != "POST":
        return render(request, "progress/office/erase.html")
    trainee = _person_of(request.user, request.POST.get("number", ""))
    if trainee is None:
        return _say(request, _("Nobody of your places has this number. Look at her card or at “My data” on her phone."))
    if "again" not in request.POST:
        _note_seen(request.user, trainee, PERSON_TO_ERASE)
        return _ask(request, trainee)
    if trainee_number(request.POST["again"]) != trainee.pk or not request.POST.get("asked"):
        return _ask(request, trainee, _("Type her number once more, and tick that she asked you herself."))
    erase(trainee=trainee, by=_user(request))
    messages.success(request, _("%(number)s is erased.") % {"number": trainee.number})
    return HttpResponseRedirect(reverse("office-erase"))


@READ_OR_SENT
@office_desk
def kept_registers(request: HttpRequest) -> HttpResponse:
    """For administrators and auditors, one number at a time, with a reason; each look is written down."""
    found = _records_of(request.user)
    context: dict[str, object] = {"why": WHY, "of_a_lot": not is_administrator(request.user)}
    if request.method == "POST":
        why, number = request.POST.get("why", ""), trainee_number(request.POST.get("number", ""))
        row = found.filter(trainee=number).first() if number and why in WHY else None
        if row is None:
            context["problem"] = _("Nothing is kept under this number, or its day has come. And choose why you look.")
        else:
            _note_seen(request.user, row.trainee, RESTRICTED[why])
            context["row"] = row
    return render(request, "progress/office/kept_register.html", context)


def may_read_registers(user: Visitor) -> bool:
    return is_administrator(user) or posts_of(user).filter(role=Post.Role.AUDITOR).exists()


def _person_of(user: Visitor, typed: str) -> Trainee | None:
    number = trainee_number(typed)
    people = trainees_visible_to(user).filter(person__isnull=False).exclude(person__user=user.pk)
    return people.filter(pk=number).select_related("person", "village__parent").first() if number else None


def _records_of(user: Visitor) -> QuerySet[RestrictedRecord]:
    """An auditor reads of those alone who were drawn for her before they were erased.

    Raises Http404 for who is neither an administrator nor an auditor of today.
    """
    if not may_read_registers(user):
        raise Http404
    rows = RestrictedRecord.objects.select_related("trainee__village", "village__parent")
    if is_administrator(user):
        return rows
    drawn = ListedPerson.objects.filter(session__by=user.pk).exclude(session__seed="").values("trainee")
    return rows.filter(village__in=divisions_read_by(user).order_by(), trainee__in=drawn)


@transaction.atomic
def _note_seen(user: Visitor, trainee: Trainee, what: str) -> None:
    record_of(trainee, by=user, action=Action.SAW, what=what)


def _ask(request: HttpRequest, trainee: Trainee, problem: str = "") -> HttpResponse:
    context = {"trainee": trainee, "register": kept_register(trainee), "problem": problem}
    return render(request, "progress/office/erase.html", context)


def _say(request: HttpRequest, problem: str) -> HttpResponse:
    context = {"problem": problem, "number": request.POST.get("number", "")[:20]}
    return render(request, "progress/office/erase.html", context)


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
