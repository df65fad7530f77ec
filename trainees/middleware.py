"""The trainee's rooms: nothing of them stays behind on a phone, and a session in use goes on."""

import time

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from trainees.asked_first import notice_first
from trainees.helping import is_helping, refusal
from trainees.learner_cookie import IN_SESSION, note_learner, tell_learner
from trainees.selectors import trainee_of

ROOMS = "/learn/"
NEVER_KEPT = (ROOMS, "/village/")
USED = "used-at"
RENEW_SECONDS = 3600


class TraineeRoomsMiddleware:
    """Answers under `/learn/` and in the keeper's room are never kept; a trainee's session ends twelve hours after she
    last used it, and one with the keeper beside her when that is over.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        inside = request.path.startswith(ROOMS)
        response = (_first(request) if inside else None) or self.get_response(request)
        if request.path.startswith(NEVER_KEPT):
            add_never_cache_headers(response)
        if inside:
            tell_learner(request, response, renewed=_renew(request))
        return response


def _first(request: HttpRequest) -> HttpResponse | None:
    """What she gets instead of the room: a closed one while she is helped, or the notice."""
    return (refusal(request) if is_helping(request) else None) or notice_first(request)


def _renew(request: HttpRequest) -> bool:
    """Once an hour: writing the session with every page would cost more than it is worth."""
    if not request.user.is_authenticated or request.session.get(USED, 0) >= time.time() - RENEW_SECONDS:
        return False
    request.session[USED] = int(time.time())
    if IN_SESSION not in request.session:  # it began before the phone's scripts were told
        note_learner(request, trainee_of(request.user))
    return True
