"""A random secret in a signed cookie of a phone. The database knows only its digest."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from trainees.digests import digest

PATH = "/learn/"


@dataclass(frozen=True)
class PhoneSecret:
    """One kind of secret: what it is called, for how many days a phone keeps it, and where the phone shows it."""

    name: str
    days: int
    path: str = PATH

    def read(self, request: HttpRequest) -> str:
        """The phone's secret; empty on a phone that has none, or whose cookie is not ours."""
        return request.get_signed_cookie(self.name, default="", salt=self.name, max_age=self._seconds) or ""

    def digest_of(self, request: HttpRequest) -> str:
        secret = self.read(request)
        return self.digest_of_secret(secret) if secret else ""

    def digest_of_secret(self, secret: str) -> str:
        return digest(self.name, secret)

    def new(self) -> str:
        return secrets.token_urlsafe(24)

    def keep(self, response: HttpResponse, secret: str) -> None:
        """From now on, readable by no script."""
        response.set_signed_cookie(
            self.name,
            secret,
            salt=self.name,
            max_age=self._seconds,
            path=self.path,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )

    @property
    def _seconds(self) -> int:
        return self.days * 24 * 3600
