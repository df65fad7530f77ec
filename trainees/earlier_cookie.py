"""Under which other keys a phone may have recorded for her: entries that were merged into hers since.

Like the learner's cookie it holds pseudonyms and opens nothing; it is there only for the few whom it concerns.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from trainees.learner_cookie import SECONDS

COOKIE = "learner-was"


def tell_earlier_keys(request: HttpRequest, response: HttpResponse, keys: Iterable[str]) -> None:
    """Set at sign-in; the cookie of whoever was here before goes."""
    if said := ".".join(sorted(keys)):
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(COOKIE, said, max_age=SECONDS, path="/", samesite="Lax", secure=secure)
    elif COOKIE in request.COOKIES:
        response.delete_cookie(COOKIE, path="/", samesite="Lax")
