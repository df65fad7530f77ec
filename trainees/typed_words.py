"""What a keeper had typed when she was away for so long that her PIN is asked first: it is there again after it.

It lies in her own session, which another one's sign-in empties. A PIN is never in it.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

IN_SESSION = "typed"
PAGES = ("keeper-enrol", "keeper-new-number")
FIELDS = ("name", "age", "phone", "agreed")
LONGEST = 60


def keep_typed(request: HttpRequest) -> str:
    """The address of the form to come back to; empty where there is nothing to keep."""
    match = request.resolver_match
    if request.method != "POST" or match is None or match.url_name not in PAGES:
        return ""
    fields = {name: request.POST[name][:LONGEST] for name in FIELDS if name in request.POST}
    request.session[IN_SESSION] = {"path": request.path, "fields": fields}
    return request.path


def typed_before(request: HttpRequest) -> dict[str, str]:
    """Once, for the form that it was typed into."""
    kept: Any = request.session.get(IN_SESSION)
    if not kept or kept["path"] != request.path:
        return {}
    del request.session[IN_SESSION]
    return kept["fields"]
