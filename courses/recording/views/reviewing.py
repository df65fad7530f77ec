"""Hearing what was recorded, judging it clip by clip, and the links of narrators."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from courses.recording.receiving import private_sound
from courses.recording.scripts import Script
from courses.recording.selectors import may_review_script
from courses.recording.views.desk import script_for
from media.models import NarratorLink, Take, Track
from media.selectors import sound_of_take
from media.services import (
    approve_take,
    forget_narrator,
    make_narrator_link,
    return_take,
    revoke_link,
    take_back,
    try_take_again,
)


@never_cache
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, track: int, script: str, take: int) -> HttpResponseBase:
    """The sound of a take for those who record here; who may review judges it."""
    found, lines = script_for(request.user, track, script)
    one = get_object_or_404(Take, pk=take, track=found, subject__in=list(lines.parts))
    if request.method != "POST":
        return private_sound(request, sound_of_take(one))
    verdict = request.POST.get("verdict")
    if verdict == "again":
        try_take_again(take=one)
        messages.success(request, _("The worker tries it again."))
    elif not may_review_script(request.user, lines):
        raise Http404
    else:
        _judge(request, one, verdict)
    return redirect(f"{reverse('recording-script', args=[track, script])}#take-{one.subject.replace(':', '_')}")


def _judge(request: HttpRequest, one: Take, verdict: str | None) -> None:
    """What hinders it is said in a sentence."""
    try:
        if verdict == "back":
            done = take_back(take=one.pk)
        elif verdict == "approve":
            done = approve_take(take=one.pk, user=request.user)
        else:
            done = return_take(take=one.pk, user=request.user, remark=request.POST.get("remark", ""))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    else:
        if not done:
            messages.warning(request, _("This take was changed meanwhile. Please look again."))


@require_POST
def make_link(request: HttpRequest, track: int, script: str) -> HttpResponse:
    found, lines = _reviewed(request, track, script)
    try:
        make_narrator_link(track=found, script=lines.key, name=request.POST.get("name", ""), user=request.user)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect(f"{reverse('recording-script', args=[track, script])}#links")


@require_POST
def change_link(request: HttpRequest, track: int, script: str, link: int) -> HttpResponse:
    """Shut it, or forget everything in that voice."""
    found, lines = _reviewed(request, track, script)
    one = get_object_or_404(NarratorLink, pk=link, track=found, script=lines.key)
    if request.POST.get("do") == "forget":
        forget_narrator(link=one)
        messages.success(request, _("Everything in this voice is deleted."))
    else:
        revoke_link(link=one)
        messages.success(request, _("The link opens nothing any more."))
    return redirect(f"{reverse('recording-script', args=[track, script])}#links")


@never_cache
@require_safe
def consent(request: HttpRequest, track: int, script: str, link: int) -> HttpResponseBase:
    found, lines = _reviewed(request, track, script)
    return private_sound(request, get_object_or_404(NarratorLink, pk=link, track=found, script=lines.key).consent)


def _reviewed(request: HttpRequest, track: int, script: str) -> tuple[Track, Script]:
    found, lines = script_for(request.user, track, script)
    if not may_review_script(request.user, lines):
        raise Http404
    return found, lines
