"""Keepers and their phones: who is appointed, which phones are enrolled, and an end to either at once."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from foundation.audit import record_seen
from foundation.limits import HOUR, take
from progress.office.doors import Visitor, office_desk
from trainees.audited import KEEPERS
from trainees.forms.keeping import KeeperForm, PhoneForm
from trainees.models import User
from trainees.numbers import row_number
from trainees.selectors.keeping import keepers_in, looks_after_keepers, phones_in, places_for_keepers
from trainees.services.appointing import KeepsAlready, NoSignIn, appoint_keeper, end_keeper
from trainees.services.devices import end_device, issue_device_code
from villages.codes import smallest_around
from villages.models import Division

CODES_AN_HOUR = 100


@require_http_methods(["GET", "HEAD", "POST"])
@office_desk
def keepers(request: HttpRequest) -> HttpResponse:
    """For officials, trainers and administrators. Who answers for a county appoints; who answers for less enrols."""
    if not looks_after_keepers(request.user):
        raise Http404
    if request.method != "POST":
        return _show(request)
    asked = DONE.get(request.POST.get("do", ""))
    if asked is None:
        raise Http404
    return asked(request)


def _appoint(request: HttpRequest) -> HttpResponse:
    villages = _appoints_in(request.user)
    if not villages.exists():
        raise Http404
    form = KeeperForm(request.POST, villages=villages)
    if not form.is_valid():
        return _show(request, appointing=form)
    given = form.cleaned_data
    days = {"valid_from": given["valid_from"], "valid_to": given["valid_to"]}
    try:
        appoint_keeper(person=given["number"], village=given["village"], by=_user(request), **days)
    except KeepsAlready:
        form.add_error("number", _("She is the keeper of this village in these days already."))
    except NoSignIn:
        form.add_error("number", _("She has no PIN yet. Let her in first, then appoint her."))
    else:
        return _to_list()
    return _show(request, appointing=form)


def _end_keeper(request: HttpRequest) -> HttpResponse:
    post = get_object_or_404(keepers_in(_appoints_in(request.user)), pk=_number(request))
    end_keeper(post=post, by=_user(request))
    return _to_list()


def _issue_code(request: HttpRequest) -> HttpResponse:
    form = PhoneForm(request.POST, villages=places_for_keepers(request.user))
    if not form.is_valid():
        return _show(request, enrolling=form)
    if not take(f"device-codes:{request.user.pk}", most=CODES_AN_HOUR, seconds=HOUR):
        form.add_error(None, _("Very many codes were asked for. Please wait an hour."))
        return _show(request, enrolling=form)
    village = form.cleaned_data["village"]
    digits = issue_device_code(village=village, label=form.cleaned_data["label"], by=_user(request))
    return _show(request, digits=digits, village=village)


def _end_phone(request: HttpRequest) -> HttpResponse:
    device = get_object_or_404(phones_in(places_for_keepers(request.user)), pk=_number(request))
    end_device(device=device, by=_user(request))
    return _to_list()


DONE: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "appoint": _appoint,
    "end-keeper": _end_keeper,
    "code": _issue_code,
    "end-phone": _end_phone,
}


def _show(request: HttpRequest, **more: object) -> HttpResponse:
    villages, appoints = places_for_keepers(request.user), _appoints_in(request.user)
    posts, phones = list(keepers_in(villages)), list(phones_in(villages))
    area = smallest_around([post.division.code for post in posts])
    numbers = [post.user.person.trainee.number for post in posts]
    record_seen(by=request.user, what=KEEPERS, area=area, whom=numbers)
    context = {
        "posts": posts,
        "phones": phones,
        "may_appoint": appoints.exists(),
        "appointing": KeeperForm(villages=appoints),
        "enrolling": PhoneForm(villages=villages),
        **more,
    }
    return render(request, "progress/office/keepers.html", context)


def _appoints_in(user: Visitor) -> QuerySet[Division]:
    return places_for_keepers(user, narrowest=Division.Level.COUNTY)


def _user(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def _number(request: HttpRequest) -> int:
    return row_number(request.POST.get("number", ""))


def _to_list() -> HttpResponse:
    return HttpResponseRedirect(reverse("office-keepers"))
