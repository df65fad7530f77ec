"""The page in `/cms/`, for whoever may edit the quiz."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from progress.statistics.answers import FEWEST, answers_of, language_name
from quizzes.models import QuizPage


@never_cache
@require_safe
def quiz_answers(request: HttpRequest, pk: int) -> HttpResponse:
    page = get_object_or_404(QuizPage.objects.select_related("locale"), pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    questions = answers_of(page.translation_key, page.locale.language_code) or []
    rows = [
        {
            "number": number,
            "prompt": found.question.prompt,
            "whole": found.whole,
            "languages": [(language_name(one.language), one) for one in found.languages],
        }
        for number, found in enumerate(questions, 1)
    ]
    return render(request, "progress/statistics/quiz.html", {"page": page, "rows": rows, "fewest": FEWEST})
