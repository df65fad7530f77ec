"""Ways in that a county has to set up first: a carrier of messages, the keys of WeChat."""

from __future__ import annotations

import functools
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]


def only_where(is_set_up: Callable[[], bool]) -> Callable[[View], View]:
    """Where it is not, nothing is at this address."""

    def guarded(view: View) -> View:
        @functools.wraps(view)
        def asked(request: HttpRequest) -> HttpResponse:
            if not is_set_up():
                raise Http404
            return view(request)

        return asked

    return guarded
