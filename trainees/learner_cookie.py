"""Who is learning here, told to the phone's own scripts: without a signal too they know for whom to record.

The cookie holds the key of the trainee, a pseudonym, and nothing else. It is no sign-in: it opens nothing, and no page
looks at it. It lives as long as her session, and goes with it. While the keeper sits beside her it ends in a dot: what
the phone records meanwhile was done with help, also when it is sent later. A second dot says that she gave no PIN: then
the phone shows nothing of what it keeps of her.
"""

from __future__ import annotations

import time

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from trainees.models import Trainee

COOKIE = "learner"
IN_SESSION = "learner"
SECONDS = 12 * 3600
HELPED, NO_PIN = ".", "."
SEEN = "seen-at"
PRESENCE_SECONDS = 300  # writing the session with every page would cost more than it is worth


def note_learner(request: HttpRequest, trainee: Trainee | None, *, helped: bool = False, with_pin: bool = True) -> None:
    """Remember in her session who she is: the rooms then need not ask the database with every answer."""
    dots = (HELPED if helped else "") + ("" if with_pin else NO_PIN)
    request.session[IN_SESSION] = f"{trainee.key}{dots}" if trainee else ""
    request.session[SEEN] = int(time.time())


def note_presence(request: HttpRequest, *, within: int) -> bool:
    """Whether she typed her PIN or was seen in this room so many seconds ago; then she is seen again."""
    now = int(time.time())
    away = now - request.session.get(SEEN, 0)
    if PRESENCE_SECONDS < away <= within:
        request.session[SEEN] = now
    return away <= within


def is_helped(request: HttpRequest) -> bool:
    """Whether the keeper sits beside her who is signed in."""
    return request.session.get(IN_SESSION, "").endswith(HELPED)


def tell_learner(request: HttpRequest, response: HttpResponse, *, renewed: bool) -> None:
    """Set, renew or delete the cookie, so that it says what the session says."""
    here = request.session.get(IN_SESSION, "") if request.user.is_authenticated else ""
    told = request.COOKIES.get(COOKIE, "")
    if here and (renewed or told != here):
        seconds = min(SECONDS, request.session.get_expiry_age())
        response.set_cookie(
            COOKIE, here, max_age=seconds, path="/", samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    elif told and not here:
        response.delete_cookie(COOKIE, path="/", samesite="Lax")
