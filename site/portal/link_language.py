"""`?in=en` at the end of a link to a trainee's room: it opens in the language of the page that it stands on."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from portal.rooms import ROOMS

COOKIE_SECONDS = 365 * 24 * 3600


class LinkLanguageMiddleware:
    """Kept in Django's language cookie, so that the pages that follow need no such ending."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = request.GET.get("in", "") if request.path.startswith(ROOMS) else ""
        if code not in dict(settings.LANGUAGES) or not translation.check_for_language(code):
            return self.get_response(request)
        translation.activate(code)
        request.LANGUAGE_CODE = code
        response = self.get_response(request)
        name = settings.LANGUAGE_COOKIE_NAME
        response.set_cookie(name, code, max_age=COOKIE_SECONDS, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
        return response
