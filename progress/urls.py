"""What each person does and sees for herself, under `/learn/`."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path


def not_built_yet(request: HttpRequest, **_keys: object) -> HttpResponse:
    raise Http404


urlpatterns = [
    path("quiz/<uuid:quiz_key>/", not_built_yet, name="learn-quiz"),
    path("lesson/<uuid:lesson_key>/finished/", not_built_yet, name="learn-finished"),
]
