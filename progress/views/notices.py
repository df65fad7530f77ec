"""Whoever agrees to the notice is enrolled from then on, as whoever agreed before is when she signs in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from progress.services import enrol_where_there_is_one_course
from trainees.selectors import trainee_of
from trainees.small_bodies import small_body
from trainees.views import notices


@never_cache
@small_body()
def notice(request: HttpRequest) -> HttpResponse:
    response = notices.notice(request)
    trainee = trainee_of(request.user) if request.method == "POST" and response.status_code == 302 else None
    if trainee:
        enrol_where_there_is_one_course(trainee=trainee)
    return response
