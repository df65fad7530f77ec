"""Buttons without a field, whose token was too old: the page again, and it is said that nothing was done."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from trainees.stale_tokens import ONCE_MORE


def once_more(request: HttpRequest, **_of_address: object) -> HttpResponse:
    """Where the page has the address that its buttons are sent to."""
    messages.info(request, ONCE_MORE)
    return HttpResponseRedirect(request.path)


def once_more_at_home(request: HttpRequest, **_of_address: object) -> HttpResponse:
    """Buttons that stand on many pages, or whose address shows nothing."""
    messages.info(request, ONCE_MORE)
    return HttpResponseRedirect(reverse("my-lessons"))


SHOWN_AGAIN = {
    **dict.fromkeys(("my-phones", "my-class", "my-messages", "take-along"), once_more),
    **dict.fromkeys(("sign-out", "help-end"), once_more_at_home),
}
