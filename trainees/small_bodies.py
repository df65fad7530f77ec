"""What comes in under `/learn/` is small: what is larger is refused before a byte of it is read."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

LARGEST_FORM = 64 * 1024  # bytes; the longest quiz that was ever answered sends 8 kB

View = Callable[..., HttpResponse]


def small_body(
    refuse: Callable[[HttpRequest], HttpResponse] | None = None, most: int | Callable[[HttpRequest], int] = LARGEST_FORM
) -> Callable[[View], View]:
    """Answers 413 by the length that the sender states; the token is looked for afterwards, for that reads the body.

    `most` in bytes, or by who sends.
    """
    refusal = refuse or too_large

    def decorate(view: View) -> View:
        protected = csrf_protect(view)

        @csrf_exempt
        @wraps(view)
        def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            stated = request.META.get("CONTENT_LENGTH") or "0"
            largest = most(request) if callable(most) else most
            if not stated.isdigit() or int(stated) > largest:
                return refusal(request)
            return protected(request, *args, **kwargs)

        return checked

    return decorate


def too_large(request: HttpRequest) -> HttpResponse:
    return render(request, "trainees/too_large.html", status=413)
