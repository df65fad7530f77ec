"""The test of a course: begun with a signal, answered as one plain form, looked at when it has arrived."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from progress.judged_questions import judged
from progress.models import Occasion, Ticket
from progress.selectors import Tries, known_before, result_of, ticket_of, tries_of
from progress.services import NotOffered, begin_try
from progress.views.keeping import SeeOther
from progress.views.test_sheets import hand_in, shown_sheet
from quizzes.course_tests import how_many_asked
from quizzes.models import QuizEdition
from quizzes.selectors import latest_edition, narrowed_edition, shown_quiz
from trainees.helping import hers_alone, was_before_the_help, without_her_pin
from trainees.models import Trainee
from trainees.selectors import trainee_of
from trainees.small_bodies import small_body

NONE_LEFT = _("This try cannot be begun any more. Here is how the test stands now.")
ONCE_MORE = _("This page was open for long. Please press once more.")


@never_cache
@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def learn_test(request: HttpRequest, quiz_key: UUID) -> HttpResponse:
    """Where she begins a try, goes on with one, or finds that there is none left."""
    if request.method != "POST":
        return _standing(request, quiz_key)
    if "attempt" in request.POST:
        return hand_in(request, quiz_key)
    return _begin(request, quiz_key)


def learn_test_with_fresh_token(request: HttpRequest, quiz_key: UUID) -> HttpResponse:
    if "attempt" in request.POST:
        return hand_in(request, quiz_key, stale=True)
    return _standing(request, quiz_key, ONCE_MORE)


@never_cache
@require_safe
def learn_test_sheet(request: HttpRequest, quiz_key: UUID, ticket: UUID) -> HttpResponse:
    """What is asked in this try; once it was handed in, what came of it. 404 for everybody else."""
    trainee = trainee_of(request.user)
    if trainee is None:
        return redirect("learn-test", quiz_key)
    found = ticket_of(trainee=trainee, quiz_key=quiz_key, uuid=ticket)
    if found is None:
        raise Http404
    return _result(request, trainee, found) or shown_sheet(request, found)


def _begin(request: HttpRequest, quiz_key: UUID) -> HttpResponse:
    trainee, before = trainee_of(request.user), request.POST.get("begin") == Occasion.BEFORE
    _offered(quiz_key, request.LANGUAGE_CODE)
    if trainee is None:
        return _standing(request, quiz_key)
    try:
        ticket = begin_try(trainee=trainee, quiz_key=quiz_key, occasion=Occasion.BEFORE if before else Occasion.AFTER)
    except NotOffered:
        return _standing(request, quiz_key, NONE_LEFT)
    return SeeOther(reverse("learn-test-sheet", args=[quiz_key, ticket.uuid]))


def _offered(quiz_key: UUID, language: str) -> tuple[QuizEdition, object]:
    """The newest edition, and the words that stand on the page of the test; 404 if it is none, or offered no more."""
    edition = latest_edition(quiz_key)
    shown = shown_quiz(quiz_key, language, narrowed_edition(edition, [])) if edition else None
    if edition is None or shown is None or not shown.live or not edition.is_test:
        raise Http404
    return edition, shown


def _standing(request: HttpRequest, quiz_key: UUID, problem: str | Promise = "") -> HttpResponse:
    edition, shown = _offered(quiz_key, request.LANGUAGE_CODE)
    trainee, now = trainee_of(request.user), timezone.now()
    tries = tries_of(trainee=trainee, edition=edition) if trainee else None
    taken = tries.of(Occasion.AFTER) if tries else []
    context = {
        "quiz": shown,
        "asked": how_many_asked(edition.canonical),
        "tries": tries,
        "open": tries and tries.open(Occasion.AFTER, now),
        "open_before": tries and not taken and tries.open(Occasion.BEFORE, now),
        "results": _to_look_at(request, tries),
        "problem": problem,
    }
    return render(request, "progress/learn/test.html", context)


def _to_look_at(request: HttpRequest, tries: Tries | None) -> list[Ticket]:
    """Her tries that were handed in; none where the keeper sits beside her without her PIN."""
    handed_in = [] if tries is None else [one for one in tries.of(Occasion.AFTER) if one.uuid in tries.handed_in]
    return [] if without_her_pin(request) else handed_in


def _result(request: HttpRequest, trainee: Trainee, ticket: Ticket) -> HttpResponse | None:
    result = result_of(trainee=trainee, guest="", quiz_key=ticket.quiz_key, attempt=ticket.uuid)
    if result is None:
        return None
    if was_before_the_help(request, result.received_at):
        return hers_alone(request)
    edition = latest_edition(ticket.quiz_key) or ticket.edition
    tries = tries_of(trainee=trainee, edition=edition) or tries_of(trainee=trainee, edition=ticket.edition)
    marked = [question for question in ticket.questions if question in result.right]
    shown = shown_quiz(ticket.quiz_key, request.LANGUAGE_CODE, narrowed_edition(ticket.edition, marked))
    before = ticket.occasion == Occasion.BEFORE
    tells_before = not before and not without_her_pin(request)
    tells = not before and tries is not None and tries.tells(timezone.now())
    context = {
        "quiz": shown,
        "result": result,
        "tries": tries,
        "before": before,
        "known": known_before(trainee=trainee, quiz_key=ticket.quiz_key) if tells_before else None,
        "is_first": "first" in request.GET,
        "questions": judged(shown, result.responses, result.right) if shown and tells else [],
    }
    return render(request, "progress/learn/test_result.html", context)
