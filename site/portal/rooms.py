"""The rooms of trainees, trainers and officials stand under no language: what is not there is not there in any."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

ROOMS = ("/learn/", "/v/", "/g/", "/office/", "/posters/", "/voice/", "/cms/", "/village/", "/accounts/")


class RoomsLocaleMiddleware(LocaleMiddleware):
    """As Django's, which would lead from a missing page to the same address under a language."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not request.path_info.startswith(ROOMS):
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", translation.get_language() or "")
        return response
