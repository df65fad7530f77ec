"""“She showed it to me”: the way without a phone. Village, then who, then which task, then what there was to see."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from courses.practice.selectors import ShownTask, shown_task, shown_tasks, tasks_in
from courses.selectors import open_courses, shown_lessons
from progress.models import TaskPass
from progress.reviewing.reading import read_judgement, ticked_in
from progress.reviewing.views import note_list, note_look, teacher
from progress.selectors.reviewing import learners_visible_to, villages_of, waiting_for
from progress.services.showing import record_shown
from trainees.models import Trainee, User
from trainees.numbers import trainee_number
from villages.codes import is_code
from villages.selectors import codes_today

MOST = 200  # people of a village on one page; others are found by number


@dataclass(frozen=True)
class TaskRow:
    """A task with what is known of it for one trainee."""

    task: ShownTask
    is_passed: bool
    waiting: int | None  # the submission that waits


@never_cache
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """First her village, then she; or at once by the number that her phone or card says."""
    everybody = _people(request)
    village, number = request.GET.get("village", ""), request.GET.get("number", "").strip()
    found: list[Trainee] = []
    if (meant := trainee_number(number)) is not None:
        found = list(everybody.filter(pk=meant))
    elif is_code(village):
        found = list(everybody.filter(village__code__in=codes_today(village))[: MOST + 1])
    note_list(teacher(request), found[:MOST])
    asked = {"villages": villages_of(everybody, place="village"), "village": village, "number": number}
    context = {**asked, "people": found[:MOST], "are_more": len(found) > MOST}
    return render(request, "progress/reviewing/shown_people.html", context)


@never_cache
@require_safe
def tasks(request: HttpRequest, trainee: int) -> HttpResponse:
    learner = get_object_or_404(_people(request), pk=trainee)
    note_look(teacher(request), learner)
    context = {"trainee": learner, "rows": _tasks_for(learner, teacher(request), get_language() or "")}
    return render(request, "progress/reviewing/shown_tasks.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def task(request: HttpRequest, trainee: int, lesson_key: UUID, card: UUID) -> HttpResponse:
    learner = get_object_or_404(_people(request), pk=trainee)
    found = shown_task(lesson_key, card, get_language() or "")
    if found is None:
        raise Http404
    refusal = None
    if request.method == "POST":
        try:
            judgement = read_judgement(request, len(found.signs))
            record_shown(trainee=learner, task=found, by=teacher(request), judgement=judgement)
        except ValidationError as error:
            refusal = error
        else:
            messages.success(request, _("Written down. She sees it on her phone too."))
            return redirect("shown-task-list", learner.pk)
    context = {
        "trainee": learner,
        "task": found,
        "signs": list(enumerate(found.signs)),
        "ticked": ticked_in(request.POST),
        "comment": request.POST.get("comment", ""),
        "form_key": uuid4(),
        "refusal": refusal,
    }
    return render(request, "progress/reviewing/shown_task.html", context, status=400 if refusal else 200)


def _people(request: HttpRequest) -> QuerySet[Trainee]:
    return (
        learners_visible_to(teacher(request)).select_related("person", "village__parent").order_by("person__name", "pk")
    )


def _tasks_for(learner: Trainee, user: User, language: str) -> list[TaskRow]:
    """Every task that is shown to learners, in the order of the courses; what waits only where this teacher sees it."""
    keys = [
        (lesson.translation_key, key)
        for course in open_courses()
        for lesson in shown_lessons(course, settings.LANGUAGE_CODE)
        for key, _card in tasks_in(lesson.cards.raw_data)
    ]
    shown = shown_tasks(set(keys), language)
    passed = set(TaskPass.objects.filter(trainee=learner).values_list("lesson_key", "card"))
    waiting = waiting_for(user).filter(trainee=learner)
    waits = {(lesson, card): pk for lesson, card, pk in waiting.values_list("lesson_key", "card", "pk")}
    return [TaskRow(shown[key], key in passed, waits.get(key)) for key in keys if key in shown]
