"""Nothing is kept of whom a roster brought before she read the notice and agreed; and a new notice comes first, once.

Sessions that it concerns are marked at sign-in (`NOTICE_DUE`); for all others nothing is looked up here.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from trainees.consent_words import LEARNING
from trainees.models import Trainee
from trainees.selectors import trainee_of
from trainees.selectors.consents import allows
from trainees.signing_in import NOTICE_DUE

ROOMS = "/learn/"
WAYS_IN = ("who/", "enter/", "join/", "card/", "by-phone/", "wechat/")
FROM_SCRIPTS = ("events/", "gone/", "me/")
OPEN = (*WAYS_IN, *FROM_SCRIPTS, "notice/", "sign-out/", "forget-me/", "help/", "help-over/", "my-data/erase/")
FOR_NOBODY_YET = ("quiz/", "lesson/", "task/photos/")  # these views ask by themselves, so that nothing sent is lost


def has_agreed(request: HttpRequest, trainee: Trainee) -> bool:
    """Whether what she does may be kept as hers."""
    return not request.session.get(NOTICE_DUE) or allows(trainee.person, LEARNING)


def notice_first(request: HttpRequest) -> HttpResponseRedirect | None:
    """To the notice, and from there to where she was going; a form of hers is led there only while she never agreed."""
    room = request.path.removeprefix(ROOMS)
    if not request.session.get(NOTICE_DUE) or room.startswith(OPEN):
        return None
    is_form = request.method not in ("GET", "HEAD")
    if is_form and room.startswith(FOR_NOBODY_YET):
        return None
    trainee = trainee_of(request.user)
    if trainee is None or (is_form and has_agreed(request, trainee)):
        return None
    query = f"?{urlencode({'next': request.get_full_path()})}" if room and not is_form else ""
    return HttpResponseRedirect(reverse("notice") + query)
