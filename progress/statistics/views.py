"""The pages in `/cms/`, for whoever may edit the quiz or the lesson."""

from collections.abc import Iterable
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page

from courses.models import LessonPage
from progress.statistics.answers import FEWEST, QuestionAnswers, answers_of, language_name
from progress.statistics.checks import answers_of_checks
from quizzes.models import QuizPage

Edited = TypeVar("Edited", QuizPage, LessonPage)


@never_cache
@require_safe
def quiz_answers(request: HttpRequest, pk: int) -> HttpResponse:
    page = _edited(request, QuizPage, pk)
    found = answers_of(page.translation_key, page.locale.language_code) or []
    return render(request, "progress/statistics/quiz.html", _shown(page, found))


@never_cache
@require_safe
def lesson_answers(request: HttpRequest, pk: int) -> HttpResponse:
    page = _edited(request, LessonPage, pk)
    return render(request, "progress/statistics/lesson.html", _shown(page, answers_of_checks(page)))


def _edited(request: HttpRequest, model: type[Edited], pk: int) -> Edited:
    page = get_object_or_404(model.objects.select_related("locale"), pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise Http404
    return page


def _shown(page: Page, questions: Iterable[QuestionAnswers]) -> dict:
    rows = [
        {
            "number": number,
            "prompt": found.question.prompt,
            "whole": found.whole,
            "languages": [(language_name(one.language), one) for one in found.languages],
        }
        for number, found in enumerate(questions, 1)
    ]
    return {"page": page, "rows": rows, "fewest": FEWEST}
