"""Answering a quiz: one plain form, signed in or not, with a script or without."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from progress.answer_sheets import AnswerSheet, without_number
from progress.answers import as_kept
from progress.guest_phone import TooManyGuests, meet_guest
from progress.selectors import result_of
from progress.views.keeping import Kept, keep_events, see_other
from quizzes.forms import responses_from
from quizzes.grading import BadResponse, check_responses
from quizzes.models import QuizEdition
from quizzes.selectors import ShownQuiz, edition_of, mixed_for, shown_quiz
from trainees.selectors import trainee_of
from trainees.small_bodies import small_body

STILL_OPEN = _("Not every question has its answer yet. These are still open:")
NO_NUMBER = _("Please write digits here, for example 30 or 6.5. It is about these questions:")
NOT_OF_THIS_QUIZ = _("One answer does not belong to this quiz. Please look through it and hand it in again.")
NEWER_QUIZ = _("This quiz has changed meanwhile. Please answer it once more.")
ONCE_MORE = _("This page was open for long. Your answers are all here: please press “Hand in” once more.")
PHONE_IS_FULL = _("Much waits on this phone that is nobody's yet. Please sign in, then hand in again.")
TOO_MANY = _("Very many are handing in just now. Your answers are all here: wait a few minutes, then hand in again.")

REFUSALS = {"too-many": PHONE_IS_FULL, "too-many-guests": TOO_MANY}


@dataclass(frozen=True)
class Problem:
    """A sentence, and the questions that it is about."""

    sentence: str | Promise
    questions: Collection[str] = ()
    status: int = 200


@never_cache
@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def learn_quiz(request: HttpRequest, quiz_key: UUID) -> HttpResponse:
    if request.method == "POST":
        return _hand_in(request, quiz_key)
    return _fresh(request, quiz_key)


def learn_quiz_with_fresh_token(request: HttpRequest, quiz_key: UUID) -> HttpResponse:
    """The same form with everything that was answered, because its token was too old."""
    sheet = AnswerSheet.sent(request.POST, language=request.LANGUAGE_CODE)
    edition = edition_of(quiz_key, sheet.edition)
    if edition is None or edition.is_test:
        return _fresh(request, quiz_key, Problem(NEWER_QUIZ, status=400))
    responses, _open = responses_from(edition.canonical, request.POST)
    return _again(request, edition, sheet, responses, Problem(ONCE_MORE))


def _fresh(request: HttpRequest, quiz_key: UUID, problem: Problem | None = None) -> HttpResponse:
    """The newest edition, nothing answered."""
    language = request.LANGUAGE_CODE
    shown = shown_quiz(quiz_key, language)
    if shown is None:
        raise Http404
    if shown.edition.is_test:
        return redirect("learn-test", quiz_key)
    trainee = trainee_of(request.user)
    person = str(trainee.key) if trainee else ""
    sheet = AnswerSheet.fresh(edition=shown.edition.number, language=language, person=person)
    response = _form(request, shown, sheet, [], problem)
    if trainee is None:
        meet_guest(request, response)
    return response


def _hand_in(request: HttpRequest, quiz_key: UUID) -> HttpResponse:
    sheet = AnswerSheet.sent(request.POST, language=request.LANGUAGE_CODE)
    edition = edition_of(quiz_key, sheet.edition)
    if edition is None or edition.is_test:
        return _fresh(request, quiz_key, Problem(NEWER_QUIZ, status=400))
    responses, still_open = responses_from(edition.canonical, request.POST)
    try:
        answers = check_responses(edition.canonical, responses)
    except BadResponse:
        return _again(request, edition, sheet, responses, Problem(NOT_OF_THIS_QUIZ, status=400))
    if problem := unfinished(edition, sheet, responses, still_open):
        return _again(request, edition, sheet, responses, problem)
    try:
        kept = keep_events(request, [sheet.event(quiz_key, responses)], recorded_for=sheet.person)
    except TooManyGuests:
        return _again(request, edition, sheet, responses, Problem(TOO_MANY, status=429))
    if kept.receipt.refused:
        code = kept.receipt.refused[0][1]
        return _again(request, edition, sheet, responses, Problem(REFUSALS.get(code, NOT_OF_THIS_QUIZ), status=400))
    differs = _differs_from_the_first(kept, quiz_key, sheet, as_kept(edition.canonical, answers))
    return see_other("learn-result", quiz_key, sheet.attempt, query="first=1" if differs else "", kept=kept)


def unfinished(
    edition: QuizEdition, sheet: AnswerSheet, responses: list[dict], still_open: Iterable[str]
) -> Problem | None:
    """What she still has to do; a question that no page asks any more she need not answer."""
    if missing := set(still_open):
        shown = shown_quiz(edition.quiz_key, sheet.language, edition)
        asked = {question.id for question in (shown.questions if shown else ()) if question.prompt is not None}
        if missing & asked:
            return Problem(STILL_OPEN, missing & asked)
    unread = without_number(edition.canonical, responses)
    return Problem(NO_NUMBER, unread) if unread else None


def _differs_from_the_first(kept: Kept, quiz_key: UUID, sheet: AnswerSheet, answers: list[dict]) -> bool:
    """Whether this sheet was handed in before with other answers: she went back, changed one and sent it again."""
    if not kept.receipt.doubled:
        return False
    first = result_of(trainee=kept.trainee, guest=kept.guest, quiz_key=quiz_key, attempt=sheet.attempt)
    return first is not None and first.responses != answers


def _again(
    request: HttpRequest, edition: QuizEdition, sheet: AnswerSheet, responses: list[dict], problem: Problem
) -> HttpResponse:
    """The same sheet, with her answers in it."""
    shown = shown_quiz(edition.quiz_key, sheet.language, edition)
    if shown is None:
        raise Http404
    return _form(request, shown, sheet, responses, problem)


def numbered(shown: ShownQuiz, problem: Problem | None) -> list[tuple[int, str]]:
    """The questions that a problem is about, by their number on the screen."""
    about = problem.questions if problem else ()
    asked = (question.id for question in shown.questions if question.prompt is not None)
    return [(number, key) for number, key in enumerate(asked, 1) if key in about]


def _form(
    request: HttpRequest, shown: ShownQuiz, sheet: AnswerSheet, responses: list[dict], problem: Problem | None
) -> HttpResponse:
    context = {
        "quiz": mixed_for(shown, sheet.attempt),
        "sheet": sheet,
        "answers": {response["question"]: response["answer"] for response in responses},
        "problem": problem,
        "about": numbered(shown, problem),
        "keep": f"{shown.key} {sheet.person}",
    }
    return render(request, "progress/learn/quiz.html", context, status=problem.status if problem else 200)
