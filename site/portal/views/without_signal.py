"""What makes the site go on without signal: the worker itself, and the pages that speak of it."""

import hashlib

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courses.models import CoursePage, HomePage
from portal import service_worker

ICONS = (
    ("phone/icons/icon-192.png", "192x192", "any"),
    ("phone/icons/icon-512.png", "512x512", "any"),
    ("phone/icons/maskable-512.png", "512x512", "maskable"),
)
INK, PAPER = "#16234a", "#fbfaf6"


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Asked for again at every visit, so that a new one, or the one that ends them all, arrives soon."""
    homes = HomePage.objects.live().order_by("path").values_list("locale__language_code", flat=True)
    body = service_worker.script(list(homes)).encode()
    response = HttpResponse(body, content_type="text/javascript; charset=utf-8")
    response["ETag"] = etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    response["Cache-Control"] = "no-cache"
    return get_conditional_response(request, etag=etag, response=response) or response


@require_safe
def no_signal(request: HttpRequest) -> HttpResponse:
    """What the worker shows in place of a page that is not on the phone."""
    return render(request, "portal/no_signal.html")


@require_safe
def on_this_phone(request: HttpRequest) -> HttpResponse:
    """Keep a course on this phone, and see what is kept: scripts fill it in, the page is the same for everybody."""
    courses = CoursePage.objects.live().public().filter(locale__language_code=request.LANGUAGE_CODE)
    context = {"courses": courses.select_related("cover").order_by("path"), "can_keep": settings.SERVICE_WORKER}
    return render(request, "portal/on_this_phone.html", context)


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """For browsers that can put the site among the phone's own apps; nothing depends on it."""
    start = f"/{request.LANGUAGE_CODE}/"
    said = {
        "name": _("Village Shop School"),
        "short_name": _("Village Shop School"),
        "lang": request.LANGUAGE_CODE,
        "id": "/",
        "start_url": start,
        "scope": "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": INK,
        "icons": [
            {"src": static(name), "sizes": sizes, "type": "image/png", "purpose": use} for name, sizes, use in ICONS
        ],
        "shortcuts": [{"name": _("On this phone"), "url": reverse("on-this-phone")}],
    }
    return JsonResponse(said, content_type="application/manifest+json")
