"""What a keeper had typed and ticked when her PIN was asked first: it is there again after it.

She was away for long, or sent it while somebody else was signed in. It lies in the session, which any other sign-in
empties, and her room alone reads it. A PIN is never in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest

from trainees import enrolling

IN_SESSION = "typed"
PAGES = ("keeper-enrol", "keeper-new-number", "keeper-cards", "keeper-phone")
FIELDS = ("name", "age", "phone", "agreed", "new_cards", "new_pins", "code")
TICKS = "trainee"
LONGEST, MOST = 60, 1000


def keep_typed(request: HttpRequest) -> str:
    """The address of the form to come back to; empty where there is nothing to keep."""
    match = request.resolver_match
    if request.method != "POST" or match is None or match.url_name not in PAGES:
        return ""
    fields: dict[str, Any] = {name: request.POST[name][:LONGEST] for name in FIELDS if name in request.POST}
    if ticks := [one[:LONGEST] for one in request.POST.getlist(TICKS)[:MOST]]:
        fields[TICKS] = ticks
    request.session[IN_SESSION] = {"path": request.path, "fields": fields}
    return request.get_full_path()


def typed_before(request: HttpRequest) -> dict[str, Any]:
    """Once, for the form that it was typed into; ticks are a list."""
    kept: Any = request.session.get(IN_SESSION)
    if not kept or kept["path"] != request.path:
        return {}
    del request.session[IN_SESSION]
    return kept["fields"]


@contextmanager
def kept_for_the_keeper(request: HttpRequest, *, draft: bool = False) -> Iterator[None]:
    """What she had typed outlives a sign-in or sign-out of another one; with `draft` also whom she began to sign up."""
    names = (IN_SESSION, enrolling.IN_SESSION) if draft else (IN_SESSION,)
    kept = {name: request.session[name] for name in names if name in request.session}
    yield
    if kept:
        request.session.update(kept)
