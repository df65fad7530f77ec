"""Signing a trainee in: whoever was signed in on this phone before is out, and the session is a new one."""

from __future__ import annotations

import logging

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponseRedirect

from trainees.earlier_cookie import tell_earlier_keys
from trainees.learner_cookie import SECONDS, note_learner
from trainees.models import Person
from trainees.selectors import earlier_keys
from trainees.selectors.consents import notice_is_due
from trainees.services import remember
from trainees.this_phone import THIS_PHONE
from trainees.visitors import going_to

logger = logging.getLogger(__name__)

NOTICE_DUE = "notice-due"  # in her session: she is shown it before her lessons
BACKEND = "django.contrib.auth.backends.ModelBackend"


def sign_in(request: HttpRequest, person: Person, target: str) -> HttpResponseRedirect:
    """Sign her in and lead her on. The phone does not learn to know her."""
    login(request, person.user, backend=BACKEND)
    request.session.set_expiry(SECONDS)
    note_learner(request, person.trainee)
    if notice_is_due(person):
        request.session[NOTICE_DUE] = True
    logger.info("Signed in: %s", person.trainee.number)
    response = HttpResponseRedirect(target)
    tell_earlier_keys(request, response, earlier_keys(person.trainee))
    return response


def sign_in_and_remember(
    request: HttpRequest, person: Person, target: str, name_shown: bool | None = None
) -> HttpResponseRedirect:
    """The same, and her sign stands on this phone's first screen from now on."""
    secret = THIS_PHONE.read(request) or THIS_PHONE.new()
    remember(person=person, phone_digest=THIS_PHONE.digest_of_secret(secret), name_shown=name_shown)
    response = sign_in(request, person, target)
    THIS_PHONE.keep(response, secret)
    return response


def sign_in_as_ticked(request: HttpRequest, person: Person) -> HttpResponseRedirect:
    """A phone of which she says that it is not hers does not learn to know her."""
    into = sign_in if request.POST.get("public_phone") else sign_in_and_remember
    return into(request, person, going_to(request))
