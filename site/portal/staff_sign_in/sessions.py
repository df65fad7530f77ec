"""Where staff are signed in: noted at the sign-in, touched now and then, ended one by one or all but this one."""

from __future__ import annotations

import time
from importlib import import_module
from typing import Any

from allauth.mfa.adapter import get_adapter
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.utils import timezone

from portal.models import StaffSession
from portal.staff_sign_in.devices import device_words
from trainees.models import Person, User

ROW, TOUCHED = "staff-session", "staff-session-touched"
TOUCH_SECONDS = 900


def connect() -> None:
    user_logged_in.connect(note_sign_in, dispatch_uid="portal.staff_sign_in.sessions")


def note_sign_in(request: HttpRequest, user: User, **_told: Any) -> None:
    """Only staff: where a trainee is signed in she sees among her phones."""
    if Person.objects.filter(user=user).exists():
        return
    sessions_of(user)  # rows of sessions that are over do not heap up
    if not request.session.session_key:
        request.session.create()
    row = StaffSession.objects.create(
        user=user,
        sealed_key=get_adapter().encrypt(request.session.session_key),
        device=device_words(request.META.get("HTTP_USER_AGENT", "")),
    )
    request.session[ROW], request.session[TOUCHED] = row.pk, int(time.time())


def touch(request: HttpRequest) -> None:
    """That she is still there, once a quarter of an hour: a page costs no write."""
    session = request.session
    if ROW in session and session.get(TOUCHED, 0) < time.time() - TOUCH_SECONDS:
        StaffSession.objects.filter(pk=session[ROW]).update(used_at=timezone.now())
        session[TOUCHED] = int(time.time())


def sessions_of(user: User) -> list[StaffSession]:
    """Those that are still good; rows of the others go."""
    rows = list(StaffSession.objects.filter(user=user).order_by("-used_at", "-pk"))
    over = [row.pk for row in rows if not _store(row)]
    StaffSession.objects.filter(pk__in=over).delete()
    return [row for row in rows if row.pk not in over]


def end_sessions(user: User, *, only: int | None = None, but: int | None = None) -> int:
    """End one of hers, or all but one; returns how many. The next request of an ended one comes from a stranger."""
    rows = StaffSession.objects.filter(user=user).exclude(pk=but or 0)
    ended = list(rows.filter(pk=only) if only is not None else rows)
    for row in ended:
        store = _store(row)
        if store is not None:
            store.delete()
        row.delete()
    return len(ended)


def _store(row: StaffSession) -> Any | None:
    """The session behind a row, if it is there and still hers; none when the secret of the site has changed."""
    engine = import_module(settings.SESSION_ENGINE)
    try:
        store = engine.SessionStore(get_adapter().decrypt(row.sealed_key))
    except InvalidToken:
        return None
    return store if store.get(ROW) == row.pk else None
