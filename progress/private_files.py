"""Serving what is somebody's own: kept by nothing on the way, and asked for anew each time."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase

from media.serving import answer


def private_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file below MEDIA_ROOT as its row names it. 404 for no name and no file."""
    path = Path(settings.MEDIA_ROOT) / name
    if not name or not path.is_file():
        raise Http404
    response = answer(request, path, immutable=True)
    response.headers["Cache-Control"] = "private, no-store"
    return response
