"""A room of hers: she who is signed in enters, and whoever is not is asked first who she is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache

from trainees.models import Trainee
from trainees.selectors import trainee_of
from trainees.small_bodies import small_body
from trainees.visitors import first_in

View = Callable[[HttpRequest, Trainee], HttpResponseBase]


def my_room(view: View) -> Callable[..., HttpResponseBase]:
    """The view is given the trainee after the request."""

    @never_cache
    @small_body()  # type: ignore[arg-type] # a file comes as a stream, which is no HttpResponse to it
    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponseBase:
        trainee = trainee_of(request.user)
        if trainee is None:
            return first_in(request)
        return view(request, trainee)

    return answer
