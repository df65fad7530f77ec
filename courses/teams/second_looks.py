"""Asking a second person: there is nothing to ask while one person does everything in a course."""

from collections import defaultdict
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Workflow, WorkflowPage, WorkflowState, WorkflowTask

from courses.models import CoursePage, Role, SecondLook, TeamGroup
from courses.teams.selectors import REVIEWING

AT_WORK = (Role.TRAINER, Role.EDITOR, Role.REVIEWER)
NAME, OF_TASK = "请人看一看 · Second look", "第二个人 · second person"  # an administrator may rename them


@transaction.atomic
def follow_teams() -> None:
    """Courses whose team has a second person ask for a second look, in the language that is written first; others not.

    What waits in a course that has nobody left to ask is a draft again. A workflow that an administrator gave it stays.
    """
    several = _with_second_person()
    asking = {page.page_id: page for page in WorkflowPage.objects.filter(workflow__in=_ours())}
    for course in CoursePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE):
        if course.translation_key not in several and course.pk in asking:
            _ask_no_more(course, asking[course.pk])
        elif course.translation_key in several and not WorkflowPage.objects.filter(page=course).exists():
            WorkflowPage.objects.create(page=course, workflow=_ours().first() or _begin())


def _with_second_person() -> set[UUID | None]:
    """Keys of the courses in which two write or look, one of whom at least may publish. One query."""
    people: dict[UUID | None, set[int]] = defaultdict(set)
    who = TeamGroup.objects.filter(role__in=AT_WORK, course_key__isnull=False, group__user__is_active=True)
    found = list(who.values_list("course_key", "group__user", "role"))
    for key, user, _role in found:
        people[key].add(user)
    return {key for key, _user, role in found if role in REVIEWING and len(people[key]) > 1}


def _ours() -> QuerySet[Workflow]:
    return Workflow.objects.filter(workflow_tasks__task__in=SecondLook.objects.values("pk"))


def _begin() -> Workflow:
    workflow = Workflow.objects.create(name=NAME)
    WorkflowTask.objects.create(workflow=workflow, task=SecondLook.objects.create(name=OF_TASK), sort_order=0)
    return workflow


def _ask_no_more(course: CoursePage, asking: WorkflowPage) -> None:
    for state in WorkflowState.objects.active().filter(workflow=asking.workflow_id):
        if state.content_object.path.startswith(course.path):
            state.cancel()
    asking.delete()
