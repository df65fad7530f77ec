"""The sheet of one try: put before her, taken from her, and given back with all that she answered."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from progress.answer_sheets import AnswerSheet
from progress.answers import as_kept
from progress.models import Ticket
from progress.selectors import result_of
from progress.services import receive_events
from progress.views.keeping import SeeOther, with_help
from progress.views.quizzes import NOT_OF_THIS_QUIZ, ONCE_MORE, Problem, numbered, unfinished
from quizzes.forms import responses_from
from quizzes.grading import BadResponse, check_responses
from quizzes.selectors import mixed_for, shown_quiz
from trainees.selectors import trainee_of

SIGNED_OUT = _(
    "Nobody is signed in any more. Your answers are all here: sign in on another page, then press “Hand in”."
)
NOT_YOURS = _(
    "Somebody else is signed in now. Your answers are all here: sign in on another page, then press “Hand in”."
)


def shown_sheet(request: HttpRequest, ticket: Ticket) -> HttpResponse:
    """Nothing answered yet; what the phone has kept, its script fills in."""
    fresh = AnswerSheet.fresh(
        edition=ticket.edition.number, language=request.LANGUAGE_CODE, person=str(ticket.trainee.key)
    )
    return _form(request, ticket, fresh.started, [], None)


def hand_in(request: HttpRequest, quiz_key: UUID, *, stale: bool = False) -> HttpResponse:
    """As a phone without a script does it. Whoever holds the sheet has its ticket, so it may be shown again."""
    sheet = AnswerSheet.sent(request.POST, language=request.LANGUAGE_CODE)
    ticket = Ticket.objects.filter(quiz_key=quiz_key, uuid=sheet.attempt).select_related("edition", "trainee").first()
    if ticket is None:
        raise Http404
    edition = ticket.sheet
    responses, still_open = responses_from(edition.canonical, request.POST)
    problem = _not_hers(request, ticket) or (Problem(ONCE_MORE) if stale else None) or _wrong(ticket, responses)
    if problem := problem or unfinished(edition, sheet, responses, still_open):
        return _form(request, ticket, sheet.started, responses, problem)
    event = sheet.event(quiz_key, responses) | {"person": str(ticket.trainee.key), "edition": ticket.edition.number}
    receipt = receive_events(trainee=ticket.trainee, bodies=with_help(request, [event]))
    if receipt.refused:
        return _form(request, ticket, sheet.started, responses, Problem(NOT_OF_THIS_QUIZ, status=400))
    differs = bool(receipt.doubled) and _differs_from_the_first(ticket, responses)
    return SeeOther(reverse("learn-test-sheet", args=[quiz_key, ticket.uuid]) + ("?first=1" if differs else ""))


def _differs_from_the_first(ticket: Ticket, responses: list[dict]) -> bool:
    """Whether this try was handed in before with other answers: those count, and it is said."""
    first = result_of(trainee=ticket.trainee, guest="", quiz_key=ticket.quiz_key, attempt=ticket.uuid)
    canonical = ticket.sheet.canonical
    return first is not None and first.responses != as_kept(canonical, check_responses(canonical, responses))


def _not_hers(request: HttpRequest, ticket: Ticket) -> Problem | None:
    trainee = trainee_of(request.user)
    if trainee is None:
        return Problem(SIGNED_OUT)
    return Problem(NOT_YOURS) if trainee != ticket.trainee else None


def _wrong(ticket: Ticket, responses: list[dict]) -> Problem | None:
    try:
        check_responses(ticket.sheet.canonical, responses)
    except BadResponse:
        return Problem(NOT_OF_THIS_QUIZ, status=400)
    return None


def _form(
    request: HttpRequest, ticket: Ticket, started: int, responses: list[dict], problem: Problem | None
) -> HttpResponse:
    shown = shown_quiz(ticket.quiz_key, request.LANGUAGE_CODE, ticket.sheet)
    if shown is None:
        raise Http404
    person = str(ticket.trainee.key)
    context = {
        "quiz": mixed_for(shown, ticket.uuid),
        "ticket": ticket,
        "sheet": AnswerSheet(ticket.uuid, ticket.edition.number, started, request.LANGUAGE_CODE, person),
        "answers": {response["question"]: response["answer"] for response in responses},
        "problem": problem,
        "about": numbered(shown, problem),
        "keep": f"{ticket.uuid} {person}",
    }
    return render(request, "progress/learn/test_sheet.html", context, status=problem.status if problem else 200)
