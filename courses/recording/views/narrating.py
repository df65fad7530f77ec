"""What a narrator's link opens: her consent first, then the same recorder as in `/cms/`, and nothing else."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from courses.recording.receiving import content_of, private_sound, receive_take, refused, refused_on, told, wants_json
from courses.recording.scripts import Script, script_of
from courses.recording.selectors import first_to_say, said_lines
from media.models import NarratorLink
from media.selectors import open_link, sound_of_take
from media.services import LARGEST_CONSENT, Sender, count_sent, keep_consent

CONSENT = "consent"  # what her sentence is called where she can say it once more
View = Callable[..., HttpResponseBase]


def unlogged(view: View) -> View:
    """Refusals are not logged: the address is a key that still opens, and Django would write it down."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code >= 400:
            response._has_been_logged = True  # type: ignore[attr-defined] # as Django marks it
        return response

    return answer


@unlogged
@never_cache
@require_http_methods(["GET", "POST"])
def narrate(request: HttpRequest, token: str) -> HttpResponse:
    link, script = _opened(request, token)
    if link is None or script is None:
        return render(request, "courses/recording/link_shut.html", status=404)
    refusal = None
    if request.method == "POST":
        try:
            return _kept(request, link, script)
        except ValidationError as error:
            refusal = error
            if wants_json(request):
                return refused(error)
    page = "recorder" if link.consent else "consent"
    context = {"track": link.track, "script": script, "link": link}
    if link.consent:
        said = said_lines(script, link.track, link)
        context |= {"said": said, "first": first_to_say(said), "sounds": reverse("narrator-sound", args=[token, 0])}
    context |= refused_on(request, script, refusal)
    return render(request, f"courses/recording/{page}.html", context, status=400 if refusal else 200)


@unlogged
@never_cache
@require_safe
def narrator_sound(request: HttpRequest, token: str, take: int) -> HttpResponseBase:
    """Only what came through her own link."""
    link, _script = _opened(request, token)
    found = link and link.takes.filter(pk=take).first()
    return private_sound(request, sound_of_take(found)) if found else HttpResponse(status=404)


def _opened(request: HttpRequest, token: str) -> tuple[NarratorLink | None, Script | None]:
    link = open_link(token)
    return link, script_of(link.script, link.track) if link else None


def _kept(request: HttpRequest, link: NarratorLink, script: Script) -> HttpResponse:
    """Raises ValidationError."""
    count_sent(link=link)
    if not link.consent or request.POST.get("subject") == CONSENT:
        keep_consent(link=link, content=content_of(request, LARGEST_CONSENT))
        return told([]) if wants_json(request) else redirect(request.path)
    takes = receive_take(request, track=link.track, script=script, by=Sender(link=link))
    return told(takes) if wants_json(request) else redirect(f"{request.path}#{request.POST.get('line', '')}")
