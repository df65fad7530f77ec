"""What came of handing in a quiz: said in words, to the one whose it is."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from progress.guest_phone import GUEST
from progress.judged_questions import judged
from progress.selectors import has_completed_course, lesson_in, result_of
from quizzes.selectors import shown_quiz
from trainees.helping import hers_alone, was_before_the_help
from trainees.selectors import trainee_of


@never_cache
@require_safe
def learn_result(request: HttpRequest, quiz_key: UUID, attempt: UUID) -> HttpResponse:
    """404 for everybody else: whether there is such an attempt is nobody's business."""
    trainee, guest, language = trainee_of(request.user), GUEST.digest_of(request), request.LANGUAGE_CODE
    result = result_of(trainee=trainee, guest=guest, quiz_key=quiz_key, attempt=attempt)
    if result and was_before_the_help(request, result.received_at):
        return hers_alone(request)
    if result and result.edition.is_test:
        return redirect("learn-test-sheet", quiz_key, attempt)
    shown = shown_quiz(quiz_key, language, result.edition) if result else None
    if result is None or shown is None:
        raise Http404
    lesson = lesson_in(result.edition.parent_key, language)
    context = {
        "quiz": shown,
        "result": result,
        "questions": judged(shown, result.responses, result.right),
        "lesson": lesson,
        "next_lesson": lesson and lesson.next_lesson,
        "course_completed": not result.waits and has_completed_course(trainee, lesson),
        "is_first": "first" in request.GET,
        "trainee": trainee,
    }
    return render(request, "progress/learn/result.html", context)
