"""The end of help: one tap, and the keeper's own PIN before her room opens again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from trainees.helping import sign_out_helped
from trainees.models import Helping
from trainees.selectors import remembered_on
from trainees.services.neighbours import end_helping
from trainees.small_bodies import small_body
from trainees.this_phone import THIS_PHONE
from trainees.visitors import wanted_next


@small_body()
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    helping: Helping | None = getattr(request, "helping", None)
    if helping is None:
        return HttpResponseRedirect(reverse("my-lessons"))
    end_helping(helping=helping)
    sign_out_helped(request)
    tile = remembered_on(THIS_PHONE.digest_of(request)).filter(person__trainee=helping.keeper_id).first()
    door = reverse("pin", args=[tile.pk]) if tile else reverse("who")
    return HttpResponseRedirect(f"{door}?{urlencode({'next': wanted_next(request) or reverse('keeper')})}")


@require_safe
def over(request: HttpRequest) -> HttpResponse:
    """The hour is over, or the phone or the post is no longer the keeper's: nobody is signed in."""
    return render(request, "trainees/village/help_over.html")
