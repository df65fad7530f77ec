"""“I have finished”: a small page with one button, for phones on which no script says it."""

from __future__ import annotations

import time
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from progress.answer_sheets import AnswerSheet
from progress.guest_phone import GUEST, TooManyGuests
from progress.selectors import has_completed_course, has_finished, lesson_in, quiz_to_do
from progress.views.keeping import keep_events, see_other
from trainees.selectors import trainee_of
from trainees.small_bodies import small_body

ONCE_MORE = _("This page was open for long. Please press once more.")
NOT_KEPT = _("That could not be kept just now. Please wait a few minutes, then press once more.")


@never_cache
@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def learn_finished(request: HttpRequest, lesson_key: UUID) -> HttpResponse:
    if request.method == "POST":
        return _finish(request, lesson_key)
    return _page(request, lesson_key)


def learn_finished_with_fresh_token(request: HttpRequest, lesson_key: UUID) -> HttpResponse:
    return _page(request, lesson_key, ONCE_MORE)


def _finish(request: HttpRequest, lesson_key: UUID) -> HttpResponse:
    sheet = AnswerSheet.sent(request.POST, language=request.LANGUAGE_CODE)
    event = {
        "uuid": str(sheet.attempt),
        "kind": "lesson-finished",
        "object": str(lesson_key),
        "at": timezone.now().isoformat(),
        "language": sheet.language,
        "person": sheet.person,
        "payload": {},
    }
    try:
        kept = keep_events(request, [event], recorded_for=sheet.person)
    except TooManyGuests:
        return _page(request, lesson_key, NOT_KEPT, status=429)
    if kept.receipt.refused:
        return _page(request, lesson_key, NOT_KEPT, status=400)
    return see_other("learn-finished", lesson_key, query="", kept=kept)


def _page(request: HttpRequest, lesson_key: UUID, problem: str | Promise = "", *, status: int = 200) -> HttpResponse:
    """Before it is pressed the button; afterwards what comes next."""
    trainee, guest, language = trainee_of(request.user), GUEST.digest_of(request), request.LANGUAGE_CODE
    lesson = lesson_in(lesson_key, language)
    finished = has_finished(lesson_key, trainee=trainee, guest=guest)
    if lesson is None and not finished:
        raise Http404
    context = {
        "lesson_key": lesson_key,
        "lesson": lesson,
        "finished": finished and not problem,
        "quiz": lesson and quiz_to_do(lesson, trainee),
        "next_lesson": lesson and lesson.next_lesson,
        "course_completed": has_completed_course(trainee, lesson),
        "sheet": AnswerSheet(uuid4(), 0, int(time.time()), language, str(trainee.key) if trainee else ""),
        "trainee": trainee,
        "problem": problem,
    }
    return render(request, "progress/learn/finished.html", context, status=status)
