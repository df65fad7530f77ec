"""When a thousand phones come back on line at once: what they send waits on them, and pages go on being answered.

Whoever writes waits for the one writer that the database lets in, and holds a thread meanwhile. With all threads held a
lesson would wait behind a thousand batches. So only half of them take batches; any other phone is told to come again,
which it does by itself: it has lost nothing, for it deletes only what was named to it as stored.
"""

from threading import BoundedSemaphore

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

COME_AGAIN = 5  # seconds; the outbox takes its own, with chance in it


class CrowdMiddleware:
    """Lets so many batches of events and photos in at the same moment as there are places in this process."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.places = BoundedSemaphore(max(1, settings.WEB_THREADS // 2))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or request.path not in (reverse("learn-events"), reverse("learn-task-photos")):
            return self.get_response(request)
        if not self.places.acquire(blocking=False):
            return _come_again()
        try:
            return self.get_response(request)
        finally:
            self.places.release()


def _come_again() -> JsonResponse:
    response = JsonResponse({"error": "later"}, status=503, headers={"Retry-After": COME_AGAIN})
    response._has_been_logged = True  # type: ignore[attr-defined] # as Django marks it: a crowd is no error of ours
    return response
