"""The page of a task: the same for every reader, so it is kept and shared like a lesson. She hands in under /learn/."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from courses.practice.selectors import shown_task


@require_safe
def task(request: HttpRequest, lesson_key: UUID, card: UUID) -> HttpResponse:
    found = shown_task(lesson_key, card, request.LANGUAGE_CODE)
    if found is None:
        raise Http404
    return render(request, "courses/practice/task.html", {"task": found, "value": found.value})
