"""Answers content pages from the store, and keeps what may be kept."""

import re
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.request import split_domain_port

from portal.page_cache import generation, store
from portal.page_cache.store import KeptPage

LANGUAGE_FOLDERS = tuple(f"/{code}/" for code, _ in settings.LANGUAGES)
# WeChat adds these when a link is shared; they change nothing on the page.
SHARING_MARKS = {"from", "isappinstalled", "nsukey", "scene"}
KEPT_HEADERS = ("Content-Type", "Content-Language", "X-Frame-Options")
# Pages; lists of packs and the paper of the installed app, which are made of them.
KEPT_TYPES = ("text/html", "application/json", "application/manifest+json")
# How a phone tells a page of ours, the same for everybody, from what a hotel's network answers in our place.
OURS = "X-Village-Shop-School"
REFUSED = re.compile(r";\s*q=0(\.0*)?\s*\Z")


class PageCacheMiddleware:
    """Stands before sessions: a page from the store is the same bytes for every reader."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = host_of(request)
        if host is None or not _is_content(request):
            return self.get_response(request)
        # Read before rendering: what is rendered from older content can never be kept under a newer mark.
        mark = generation.current()
        if not mark:
            return _named_ours(self.get_response(request))
        page = store.get(mark, host, request.path)
        if page is None:
            response = self.get_response(request)
            if request.method != "GET" or not _is_shared(response):
                return response
            headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
            page = KeptPage.made_from(response.content, headers)
            store.put(mark, host, request.path, page)
        return _answer(request, page)


def host_of(request: HttpRequest) -> str | None:
    """Without the port and in small letters, or a stranger could have the same page kept 65,536 times and more."""
    try:
        return split_domain_port(request.get_host())[0]
    except DisallowedHost:
        return None


def _is_content(request: HttpRequest) -> bool:
    """A plain look at a page under a language, without a question that could change it."""
    if getattr(request, "is_dummy", False):  # a preview comes this way too, under the address of the published page
        return False
    if request.method not in ("GET", "HEAD") or not (request.path == "/" or request.path.startswith(LANGUAGE_FOLDERS)):
        return False
    query = request.META.get("QUERY_STRING", "")
    return not query or all(name in SHARING_MARKS for name, _ in parse_qsl(query, keep_blank_values=True))


def _is_shared(response: HttpResponse) -> bool:
    """True for a whole page that looked at nobody's session and set no cookie."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "cookie" not in response.headers.get("Vary", "").lower()
        and "Cache-Control" not in response.headers
        and response.headers.get("Content-Type", "").startswith(KEPT_TYPES)
    )


def _answer(request: HttpRequest, page: KeptPage) -> HttpResponse:
    if page.etag in request.headers.get("If-None-Match", "").replace(", ", ",").split(","):
        response: HttpResponse = HttpResponseNotModified()
    else:
        form = _best_form(request.headers.get("Accept-Encoding", ""))
        body = page.bodies[form]
        response = HttpResponse(body if request.method == "GET" else b"", headers=page.headers)
        response["Content-Length"] = str(len(body))
        if form:
            response["Content-Encoding"] = form
    response["ETag"] = page.etag
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Accept-Encoding"
    if page.headers["Content-Type"].startswith("text/html"):
        response[OURS] = "page"  # with a 304 too: a phone may have had the page before it was said
    return response


def _named_ours(response: HttpResponse) -> HttpResponse:
    """What cannot be kept here may still be kept on a phone."""
    if _is_shared(response) and response["Content-Type"].startswith("text/html"):
        response[OURS] = "page"
    return response


def _best_form(accepted: str) -> str:
    wanted = (offer for offer in accepted.lower().split(",") if not REFUSED.search(offer))
    offers = {offer.split(";")[0].strip() for offer in wanted}
    return next((form for form in ("br", "gzip") if form in offers), "")
