"""“Was that you?”: nothing that was done on a shared phone is anybody's before she says so."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from progress.guest_phone import GUEST
from progress.selectors import newest_waiting, waiting_work
from progress.services import claim_guest_events
from progress.views.asking import remember_asked, remember_settled
from progress.views.keeping import SeeOther
from trainees.models import Trainee
from trainees.selectors import trainee_of
from trainees.small_bodies import small_body


@never_cache
@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def was_it_me(request: HttpRequest) -> HttpResponse:
    trainee, guest = trainee_of(request.user), GUEST.digest_of(request)
    if trainee is None:
        return redirect("my-lessons")
    if request.method == "POST":
        return _answer(request, trainee, guest)
    return _ask(request, guest)


def was_it_me_with_fresh_token(request: HttpRequest) -> HttpResponse:
    """Somebody signed in on another tab: she is asked anew, for it may be another person."""
    return redirect("my-lessons")


def _ask(request: HttpRequest, guest: str, problem: str = "") -> HttpResponse:
    work = waiting_work(guest, language=request.LANGUAGE_CODE)
    remember_asked(request, newest_waiting(guest))
    if not work:
        return redirect("my-lessons")
    context = {"work": work, "part": problem or "part" in request.GET, "problem": problem}
    return render(request, "progress/learn/was_it_me.html", context)


def _answer(request: HttpRequest, trainee: Trainee, guest: str) -> HttpResponse:
    """`work` holds the UUIDs of what she says was hers; nothing else that waits is touched."""
    if request.POST.get("mine"):
        uuids = _uuids(request.POST.getlist("work"))
        if not uuids:
            return _ask(request, guest, _("Please tap what you did, then press again."))
        receipt = claim_guest_events(trainee=trainee, guest_digest=guest, uuids=uuids)
        if receipt.stored:
            messages.success(request, _("It is in your lessons now."))
    remember_settled(request, newest_waiting(guest))
    return SeeOther(reverse("my-lessons"))


def _uuids(boxes: list[str]) -> list[UUID]:
    found = []
    for text in " ".join(boxes).split():
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
