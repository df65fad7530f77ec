"""What a phone keeps of us: a random secret in a signed cookie. The database knows only its digest."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from trainees.digests import digest

COOKIE = "this-phone"
SALT = "trainees.this-phone"
PATH = "/learn/"
SECONDS = 180 * 24 * 3600


def digest_of(request: HttpRequest) -> str:
    """The digest of this phone's secret; empty on a phone that we have not met, or whose cookie is not ours."""
    secret = _secret(request)
    return digest("this-phone", secret) if secret else ""


def new_or_known_secret(request: HttpRequest) -> str:
    return _secret(request) or secrets.token_urlsafe(24)


def keep_secret(response: HttpResponse, secret: str) -> None:
    """For half a year from now, readable by no script."""
    response.set_signed_cookie(
        COOKIE,
        secret,
        salt=SALT,
        max_age=SECONDS,
        path=PATH,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def digest_of_secret(secret: str) -> str:
    return digest("this-phone", secret)


def _secret(request: HttpRequest) -> str:
    return request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=SECONDS) or ""
