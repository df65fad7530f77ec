"""The trainee's rooms: nothing of them stays behind on a phone, and a session in use goes on."""

import time

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

ROOMS = "/learn/"
USED = "used-at"
RENEW_SECONDS = 3600


class TraineeRoomsMiddleware:
    """Answers under `/learn/` are never kept; a trainee's session ends twelve hours after she last used it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(ROOMS):
            add_never_cache_headers(response)
            _renew(request)
        return response


def _renew(request: HttpRequest) -> None:
    """Once an hour: writing the session with every page would cost more than it is worth."""
    if request.user.is_authenticated and request.session.get(USED, 0) < time.time() - RENEW_SECONDS:
        request.session[USED] = int(time.time())
