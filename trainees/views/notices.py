"""The notice, to be read or heard: once after it was changed, and for whoever came by a roster and was never asked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from trainees.ages import ages, is_too_young, too_young
from trainees.consent_words import LEARNING
from trainees.models import Person, Trainee
from trainees.selectors import trainee_of
from trainees.selectors.consents import allows, notice_is_due
from trainees.services.consents import note_notice_read
from trainees.signing_in import NOTICE_DUE
from trainees.small_bodies import small_body
from trainees.stale_tokens import ONCE_MORE
from trainees.visitors import first_in, going_to, wanted_next


@never_cache
@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest) -> HttpResponse:
    """Everybody may read it; whoever is signed in says that she has."""
    trainee = trainee_of(request.user)
    if request.method == "POST":
        if trainee is None:
            return first_in(request)
        age = request.POST.get("age", "")
        if is_too_young(age):
            return render(request, "trainees/too_young.html", {"sentence": too_young()})
        if not trainee.person.age and age not in Person.Age.values:
            return _shown(request, trainee, problem=_("Please tap how old you are."))
        note_notice_read(person=trainee.person, language=get_language() or "", age=age)
        request.session.pop(NOTICE_DUE, None)
        return HttpResponseRedirect(going_to(request))
    return _shown(request, trainee)


def notice_with_fresh_token(request: HttpRequest) -> HttpResponse:
    trainee = trainee_of(request.user)
    return _shown(request, trainee, problem=str(ONCE_MORE)) if trainee else first_in(request)


def _shown(request: HttpRequest, trainee: Trainee | None, problem: str = "") -> HttpResponse:
    first = bool(trainee and not allows(trainee.person, LEARNING))
    due = bool(trainee and notice_is_due(trainee.person))
    context: dict = {"trainee": trainee, "first": first, "due": due, "next": wanted_next(request), "problem": problem}
    if trainee and not trainee.person.age:
        context |= {"ages": ages(), "age": request.POST.get("age", "")}
    return render(request, "trainees/notice.html", context)
