"""The pages of a pack, each asked for as a phone would ask, so that its bytes are those that the phone will get."""

import re
from collections import deque
from functools import cache
from io import BytesIO
from urllib.parse import unquote, unquote_to_bytes

from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from courses.models import CoursePage, LessonPage
from portal.page_cache import generation, store
from portal.page_cache.middleware import OURS, host_of
from portal.page_cache.store import KeptPage
from quizzes.models import QuizPage

LINK = re.compile(r'<a\b[^>]*?\bhref="(/[^"#?]*)"')
# How the question came here: over TLS or not, and to which host.
TAKEN_OVER = ("SERVER_NAME", "SERVER_PORT", "HTTP_HOST", "HTTP_X_FORWARDED_PROTO", "REMOTE_ADDR", "wsgi.url_scheme")


def pages_of(course: CoursePage, request: HttpRequest) -> dict[str, KeptPage]:
    """Every page of the course, and the small pages that these link to, by address; only what is the same for all."""
    folder, outside = f"/{course.locale.language_code}/", _not_wanted(course, request)
    waiting = deque(["/", folder, *_own_addresses(course, request)])
    seen = set(waiting)
    found: dict[str, KeptPage] = {}
    while waiting:
        address = waiting.popleft()
        page = _ask(request, address)
        if page is None:
            continue
        found[address] = page
        links = LINK.findall(page.bodies[""].decode())
        new = [link for link in dict.fromkeys(links) if link.startswith(folder) and not link.startswith(outside)]
        waiting.extend(link for link in new if link not in seen)
        seen.update(new)
    return found


def _own_addresses(course: CoursePage, request: HttpRequest) -> list[str]:
    """The list, its paths, then lessons and quizzes in the order of the course."""
    below = Page.objects.live().descendant_of(course).type(LessonPage, QuizPage).order_by("path")
    paths = [course.reverse_subpage("path", args=(way.value["slug"],)) for way in course.paths]
    own = course.get_url(request)
    return [own, *(own + path for path in paths), *(page.get_url(request) for page in below)]


def _not_wanted(course: CoursePage, request: HttpRequest) -> tuple[str, ...]:
    """Other courses have packs of their own, and a search finds nothing without signal."""
    others = CoursePage.objects.live().sibling_of(course, inclusive=False)
    return (reverse("search"), *(other.get_url(request) for other in others))


def _ask(request: HttpRequest, address: str) -> KeptPage | None:
    """The page as it is kept for phones, made now if need be; None for what is not there or not for everybody."""
    mark, host, path = generation.current(), host_of(request), unquote(address)
    page = store.get(mark, host, path) if mark and host else None
    if page is not None:
        return page
    with translation.override(translation.get_language()):
        response = _site().get_response(_as_a_phone_asks(request, address))
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.headers.get(OURS) != "page":
        return None
    kept = store.get(mark, host, path) if mark and host else None
    return kept or KeptPage.made_from(response.content, {})


@cache
def _site() -> BaseHandler:
    """The whole site with all that stands before its views."""
    site = BaseHandler()
    site.load_middleware()
    return site


def _as_a_phone_asks(request: HttpRequest, address: str) -> WSGIRequest:
    taken_over = {name: request.META[name] for name in TAKEN_OVER if name in request.META}
    path = unquote_to_bytes(address).decode("latin-1")
    return WSGIRequest({**taken_over, "REQUEST_METHOD": "GET", "PATH_INFO": path, "wsgi.input": BytesIO()})
