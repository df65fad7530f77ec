"""What the QR of a class opens: what it is, what is kept, and one tap that says: yes, this is my class."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from foundation.limits import MINUTE, take
from trainees.models import Cohort
from trainees.selectors import cohort_of_code, is_member, trainee_of
from trainees.services import join_cohort
from trainees.small_bodies import small_body
from trainees.visitors import address_of
from villages.models import Division

A_MINUTE_AND_ADDRESS = 300  # a class joins behind one address
UNKNOWN, OVER = "unknown", "over"


@require_safe
def class_door(request: HttpRequest, code: str) -> HttpResponse:
    """The short address on the sheet. Opening it puts nobody into the class."""
    return HttpResponseRedirect(reverse("my-class", args=[code[:20]]))


@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def my_class(request: HttpRequest, code: str) -> HttpResponse:
    """A guest signs up or comes back first, and is led here again."""
    if not take(f"class:{address_of(request)}", most=A_MINUTE_AND_ADDRESS, seconds=MINUTE):
        busy = _("Very many people are signing up just now. Please wait a minute and tap again.")
        return _show(request, None, problem=busy, status=429)
    cohort, trainee = cohort_of_code(code), trainee_of(request.user)
    if cohort is None:
        said = _("No class has this code. Please look again at the sheet, or ask your trainer.")
        return _show(request, None, problem=said, status=404)
    if request.method == "POST" and trainee:
        try:
            join_cohort(cohort=cohort, trainee=trainee)
        except ValidationError as error:
            return _show(request, cohort, problem=error.messages[0], status=400)
        return HttpResponseRedirect(request.path)
    return _show(request, cohort, trainee=trainee, is_in=bool(trainee and is_member(cohort, trainee)))


def _show(request: HttpRequest, cohort: Cohort | None, *, status: int = 200, **more: object) -> HttpResponse:
    over = cohort is not None and cohort.is_over
    context = {"cohort": cohort, "is_over": over, "join": _sign_up(request, cohort), "here": request.path, **more}
    return render(request, "trainees/classes/join.html", context, status=status)


def _sign_up(request: HttpRequest, cohort: Cohort | None) -> str:
    """The sign-up leads back here, with the village of the class already chosen when it has one."""
    known = {"next": request.path}
    if cohort and cohort.division.level == Division.Level.VILLAGE:
        known = {"village": cohort.division.today.code} | known
    return f"{reverse('join')}?{urlencode(known)}"
