"""Who enters: she whose data it is, and for what cannot be taken back with her PIN once more."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from trainees.models import Trainee
from trainees.pins import cleaned_pin
from trainees.selectors import trainee_of
from trainees.services import PinVerdict, check_pin
from trainees.small_bodies import small_body
from trainees.this_phone import THIS_PHONE

View = Callable[[HttpRequest, Trainee], HttpResponseBase]
KNOWN_BY_PIN = "my-data-pin"
GOOD_FOR = 300  # seconds
SAID = {
    PinVerdict.WRONG: _("That is not the PIN. Please try again."),
    PinVerdict.WAIT: _("Five wrong ones. Please wait ten minutes on this phone, or ask your trainer for a code."),
}


def my_room(view: View) -> Callable[..., HttpResponseBase]:
    """For a trainee who is signed in; others are asked who they are first."""

    @never_cache
    @small_body()  # type: ignore[arg-type] # a file comes as a stream, which is no HttpResponse to it
    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponseBase:
        trainee = trainee_of(request.user)
        if trainee is None:
            return HttpResponseRedirect(f"{reverse('who')}?{urlencode({'next': request.path})}")
        return view(request, trainee)

    return answer


def pin_problem(request: HttpRequest, trainee: Trainee) -> str:
    """A sentence when the PIN that was typed is not hers; nothing, and five minutes in this room, when it is."""
    door = THIS_PHONE.digest_of(request) or request.session.session_key or ""
    typed = cleaned_pin(request.POST.get("pin", "")[:40])
    verdict = check_pin(person=trainee.person, pin=typed, door=f"my-data:{door}")
    if verdict is PinVerdict.RIGHT:
        request.session[KNOWN_BY_PIN] = [trainee.pk, request.path, int(time.time())]
        return ""
    return str(SAID[verdict])


def is_known_by_pin(request: HttpRequest, trainee: Trainee) -> bool:
    """Whether she typed it in this room a moment ago: a phone that was left open is no sign that it is she, and whoever
    took her file along has not read yet what an erasing takes away.
    """
    pk, room, at = request.session.get(KNOWN_BY_PIN) or (0, "", 0)
    return (pk, room) == (trainee.pk, request.path) and time.time() - GOOD_FOR < at <= time.time()
