"""At the desk in `/cms/`: voices, how far each is, a script line by line, and its recorder. Not yours is 404."""

import re

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from courses.recording.receiving import receive_take, refused, refused_on, told, wants_json
from courses.recording.scripts import Script, script_of
from courses.recording.selectors import (
    count_of_tracks,
    counts_of_track,
    first_to_say,
    links_without_script,
    may_record_script,
    may_review_script,
    said_lines,
)
from courses.teams.selectors import RECORDING, REVIEWING, AnyUser, roles_of
from media.models import NarratorLink, Track
from media.services import Sender, find_or_make_track, forget_narrator
from media.voices import SPOKEN

KEY = re.compile(r"[0-9a-f-]{36}")


@never_cache
@require_http_methods(["GET", "POST"])
def voices(request: HttpRequest) -> HttpResponse:
    """All tracks with how far they are; a new one is made here. With `?lesson=` each leads straight to that lesson."""
    user = _recorder(request)
    lesson = request.GET.get("lesson", "")
    lesson = lesson if KEY.fullmatch(lesson) else ""
    may_add = bool(roles_of(user) & set(REVIEWING))
    typed = {field: request.POST.get(field, "") for field in ("language", "variety", "name")}
    if request.method == "POST" and may_add:
        try:
            track = find_or_make_track(language=typed["language"], variety=typed["variety"], name=typed["name"])
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
        else:
            return redirect("recording-script", track.pk, lesson) if lesson else redirect("recording-track", track.pk)
    rows = count_of_tracks(user, Track.objects.all())
    context = {"rows": rows, "may_add": may_add, "languages": SPOKEN.items(), "lesson": lesson, "typed": typed}
    return render(request, "courses/recording/voices.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def track_page(request: HttpRequest, track: int) -> HttpResponse:
    """Lesson by lesson; and narrators whose lesson was deleted, so that their voice can be deleted too."""
    user = _recorder(request)
    found = get_object_or_404(Track, pk=track)
    lost = links_without_script(found) if roles_of(user) & set(REVIEWING) else []
    if request.method == "POST":
        return _forget(request, lost)
    context = {"track": found, "counts": counts_of_track(user, found), "lost": lost}
    return render(request, "courses/recording/track.html", context)


def _forget(request: HttpRequest, links: list[NarratorLink]) -> HttpResponse:
    link = next((link for link in links if str(link.pk) == request.POST.get("forget")), None)
    if link is None:
        raise Http404
    forget_narrator(link=link)
    messages.success(request, _("Everything in this voice is deleted."))
    return redirect(request.path)


@never_cache
@require_safe
def script_page(request: HttpRequest, track: int, script: str) -> HttpResponse:
    """Every line with what became of it. Who may review listens and judges here, and makes links for narrators."""
    found, lines = script_for(request.user, track, script)
    may_review = may_review_script(request.user, lines)
    links = NarratorLink.objects.filter(track=found, script=script) if may_review else NarratorLink.objects.none()
    context = {"track": found, "script": lines, "said": said_lines(lines, found), "may_review": may_review}
    return render(request, "courses/recording/script.html", {**context, "links": list(links)})


@never_cache
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, track: int, script: str) -> HttpResponse:
    """The recorder, and where it sends each take."""
    found, lines = script_for(request.user, track, script)
    refusal = None
    if request.method == "POST":
        try:
            takes = receive_take(request, track=found, script=lines, by=Sender(user=request.user))
        except ValidationError as error:
            refusal = error
            if wants_json(request):
                return refused(error)
        else:
            return told(takes) if wants_json(request) else redirect(f"{request.path}#{request.POST.get('line', '')}")
    said = said_lines(lines, found)
    context = {"track": found, "script": lines, "said": said, "first": first_to_say(said)}
    context |= refused_on(request, lines, refusal)
    context["back"] = reverse("recording-script", args=[track, script])
    context["sounds"] = reverse("recording-take", args=[track, script, 0])
    return render(request, "courses/recording/recorder.html", context, status=400 if refusal else 200)


def script_for(user: AnyUser, track: int, script: str) -> tuple[Track, Script]:
    """What the user may record; for others it is not there."""
    found = get_object_or_404(Track, pk=track)
    lines = script_of(script, found)
    if lines is None or not may_record_script(user, lines):
        raise Http404
    return found, lines


def _recorder(request: HttpRequest) -> AnyUser:
    if not roles_of(request.user) & set(RECORDING):
        raise Http404(_("You do not record for any course."))
    return request.user
