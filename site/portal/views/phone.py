"""Small pages around the lessons: languages, help, search, letter size."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language_info, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from courses.models import HomePage
from courses.search import find_lessons
from media.selectors import offered_tracks
from portal.display import COOKIE, COOKIE_SECONDS, VOICE, DisplayForm, choices, css_for
from portal.help_topics import TOPICS

SEARCH_LIMIT = 30


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """The first screen: every language that has a published first page, written in itself; every voice, by ear."""
    homes = HomePage.objects.live().select_related("locale").order_by("path")
    languages = [
        {"code": home.locale.language_code, "name": _own_name(home.locale.language_code), "url": home.get_url(request)}
        for home in homes
    ]
    with override(settings.LANGUAGE_CODE):
        offered = {"languages": languages, "tracks": list(offered_tracks())}
        return render(request, "portal/choose_language.html", offered)


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """The same for everybody; which topic comes first the address says behind its #."""
    return render(request, "portal/help.html", {"topics": TOPICS})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Lessons of this language that hold the words of `q`; at most thirty."""
    query = request.GET.get("q", "").strip()[:100]
    lessons = find_lessons(query, language_code=request.LANGUAGE_CODE)[:SEARCH_LIMIT] if query else []
    return render(request, "portal/search.html", {"query": query, "lessons": lessons})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def display(request: HttpRequest) -> HttpResponse:
    """Letters, hand, pictures and voice, kept in a cookie on this phone: no account is needed.

    With `voice` in the address that one is ticked; nothing is kept before she says so.
    """
    going_back = _safe_next(request)
    initial = DisplayForm.initial_from(request.COOKIES.get(COOKIE, ""))
    if VOICE.match(request.GET.get("voice", "")):
        initial["voice"] = request.GET["voice"]
    form = DisplayForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        response = HttpResponseRedirect(going_back)
        response.set_cookie(COOKIE, form.cookie_value(), max_age=COOKIE_SECONDS, samesite="Lax")
        return response
    browser_saves = request.headers.get("Save-Data", "").lower() == "on"
    offered = choices(form.initial["pictures"], browser_saves, offered_tracks())
    return render(request, "portal/display.html", {"form": form, "next": going_back, **offered})


@never_cache
@require_safe
def display_styles(request: HttpRequest) -> HttpResponse:
    """The same choice as a style sheet, asked for only by phones whose browser runs no script."""
    return HttpResponse(css_for(request.COOKIES.get(COOKIE, "")), content_type="text/css")


def _own_name(code: str) -> str:
    return get_language_info(code)["name_local"]


def _safe_next(request: HttpRequest) -> str:
    target = request.POST.get("next") or request.GET.get("next") or "/"
    here = {request.get_host()}
    return target if url_has_allowed_host_and_scheme(target, here, require_https=request.is_secure()) else "/"
