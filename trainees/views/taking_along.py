"""She takes her sign-in along from this browser to another one: eight digits, five minutes, and her PIN there.

The QR holds the address where they are typed and never the digits: an address stays in histories, is shown to whoever
stands beside, and WeChat opens what it scans. Opening it signs nobody in and uses nothing up.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from foundation.limits import HOUR, take
from trainees.models import Trainee
from trainees.my_room import my_room
from trainees.services import issue_own_code
from trainees.square_codes import square_code

CODES_AN_HOUR = 12


@my_room
@require_http_methods(["GET", "HEAD", "POST"])
def take_along(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    """Asked for by a button: to look at a page, or to load it again, ends nobody's code."""
    return _issue(request, trainee) if request.method == "POST" else _show(request, trainee)


def _issue(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    if not take(f"take-along:{trainee.pk}", most=CODES_AN_HOUR, seconds=HOUR):
        problem = _("You asked for many codes. The last one is still good for its five minutes; new ones in an hour.")
        return _show(request, trainee, problem=problem, status=429)
    return _show(request, trainee, code=issue_own_code(person=trainee.person))


def _show(request: HttpRequest, trainee: Trainee, status: int = 200, **more: str) -> HttpResponse:
    address = request.build_absolute_uri(reverse("enter"))
    context = {
        "trainee": trainee,
        "address": address,
        "drawn": square_code(f"{address}?{urlencode({'in': get_language()})}"),
        **more,
    }
    return render(request, "trainees/take_along.html", context, status=status)
