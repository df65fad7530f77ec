"""“Was that you?” is asked once a session, and again only when something new waits."""

from __future__ import annotations

from django.http import HttpRequest

ASKED = "was-it-me-asked"  # up to which event she was shown what waits
SETTLED = "was-it-me-settled"  # up to which event she said that it is not hers


def has_been_asked(request: HttpRequest, newest: int) -> bool:
    return request.session.get(ASKED, 0) >= newest


def is_settled(request: HttpRequest, newest: int) -> bool:
    return request.session.get(SETTLED, 0) >= newest


def remember_asked(request: HttpRequest, newest: int) -> None:
    request.session[ASKED] = newest


def remember_settled(request: HttpRequest, newest: int) -> None:
    request.session[SETTLED] = newest
