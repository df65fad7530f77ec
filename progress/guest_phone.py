"""A guest is known by nothing but a random secret in a signed cookie of her phone. The database knows its digest."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from foundation import limits
from trainees.digests import digest
from trainees.visitors import address_of

COOKIE = "guest"
SALT = "progress.guest"
PATH = "/learn/"
SECONDS = 30 * 24 * 3600
NEW_ONES = 500  # an hour from one address: a whole school sits behind one


class TooManyGuests(Exception):
    """So many new phones from one address within an hour that somebody is filling the disk."""


def guest_of(request: HttpRequest) -> str:
    """The digest of this phone's secret; empty on a phone on which no guest has done anything."""
    secret = _secret(request)
    return digest(COOKIE, secret) if secret else ""


def guest_secret(request: HttpRequest) -> str:
    """The secret of this phone, a new one if it has none. Raises TooManyGuests."""
    known = _secret(request)
    if not known and not limits.take(f"new-guest:{address_of(request)}", most=NEW_ONES, seconds=3600):
        raise TooManyGuests
    return known or secrets.token_urlsafe(24)


def meet_guest(request: HttpRequest, response: HttpResponse) -> None:
    """Give a new phone its secret before it sends anything: two things sent at once are then of one guest."""
    if _secret(request):
        return
    try:
        keep_guest(response, guest_secret(request))
    except TooManyGuests:  # she may look at everything; sending waits
        return


def digest_of_secret(secret: str) -> str:
    return digest(COOKIE, secret)


def keep_guest(response: HttpResponse, secret: str) -> None:
    """For as long as what she did waits, readable by no script."""
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


def _secret(request: HttpRequest) -> str:
    return request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=SECONDS) or ""
