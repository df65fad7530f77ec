"""The poster of a village: a QR and six digits that lead to its sign-up."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from trainees.selectors import code_of_village, divisions_visible_to
from trainees.square_codes import square_code
from villages.models import Division


@require_safe
def village_poster(request: HttpRequest, code: str) -> HttpResponse:
    """One sheet of A4 in black and white, for those who may see the village; for others it is not there."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    village = divisions_visible_to(request.user).filter(code=code, level=Division.Level.VILLAGE).first()
    digits = code_of_village(village) if village else None
    if village is None or digits is None:
        raise Http404
    address = request.build_absolute_uri(reverse("poster", args=[digits]))
    context = {"village": village.today, "digits": digits, "address": address, "drawn": square_code(address)}
    return render(request, "trainees/poster.html", context)
