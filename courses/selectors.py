"""What is in a course and where a thing stands, for those who know keys and not pages.

A key is the `translation_key` of a page: the same in every language. What counts is the source language.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Q, QuerySet, TextField, When
from django.db.models.functions import Cast
from wagtail.models import Page

from courses.models import CoursePage, LessonPage
from courses.practice.selectors import tasks_in
from quizzes.models import QuizPage

STEP = Page.steplen
COURSE_DEPTH = 3  # below the root and the home page
HAS_REQUIRED_TASK = Q(written__contains='"required": true')  # as the cards are stored


@dataclass(frozen=True)
class LessonItem:
    """A lesson of the list, and its quiz if it has one."""

    key: UUID
    quiz_key: UUID | None


@dataclass(frozen=True)
class Outline:
    """The live lessons of a course, in order; `quiz_keys` of the tests that stand below the course itself.

    `task_keys` are the practice tasks without which the course is not completed: key of the lesson, id of the card.
    """

    course_key: UUID
    lessons: tuple[LessonItem, ...]
    quiz_keys: tuple[UUID, ...] = ()
    task_keys: tuple[tuple[UUID, UUID], ...] = ()


def course_outline(course_key: UUID | str) -> Outline:
    """Two queries. A course that is not there, or not live, has no lessons."""
    key = UUID(str(course_key))
    course = _live_courses(key, settings.LANGUAGE_CODE).values_list("path", flat=True).first()
    if course is None:
        return Outline(key, ())
    below = _live_below(course)
    quizzes = {path[:-STEP]: quiz for path, quiz in reversed(below.quizzes)}  # the first one of each
    return Outline(
        key,
        tuple(LessonItem(lesson, quizzes.get(path)) for path, lesson in below.lessons),
        tuple(quiz for path, quiz in quizzes.items() if path == course),
        tuple(below.tasks),
    )


def courses_of_lessons(keys: Collection[UUID]) -> dict[UUID, UUID | None]:
    """For each lesson the course in which it stands. Two queries."""
    paths = _paths_of(LessonPage, keys)
    courses = _keys_at({_course_path(path) for path in paths.values()})
    return {key: courses.get(_course_path(paths[key])) if key in paths else None for key in keys}


def places_of_quizzes(keys: Collection[UUID]) -> dict[UUID, tuple[UUID | None, UUID | None]]:
    """For each quiz the lesson and the course; a test of the whole course stands in no lesson. Two queries."""
    paths = _paths_of(QuizPage, keys)
    above = _keys_at({step for path in paths.values() for step in (path[:-STEP], _course_path(path))})
    places: dict[UUID, tuple[UUID | None, UUID | None]] = dict.fromkeys(keys, (None, None))
    for key, path in paths.items():
        lesson, course = path[:-STEP], _course_path(path)
        places[key] = (above.get(lesson) if lesson != course else None, above.get(course))
    return places


def open_courses() -> list[UUID]:
    """Keys of the live courses, in order."""
    courses = CoursePage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return list(courses.order_by("path").values_list("translation_key", flat=True))


def shown_course(course_key: UUID | str, language_code: str) -> CoursePage | None:
    """The live course in one language; None where nothing can be read in it."""
    course = _live_courses(course_key, language_code).first()
    return course if course and course.lessons else None


def shown_lessons(course_key: UUID | str, language_code: str) -> list[LessonPage]:
    """The live lessons of a course in one language, in order, each with its cover."""
    course = shown_course(course_key, language_code)
    return course.lessons if course else []


def _live_courses(key: UUID | str, language_code: str) -> QuerySet[CoursePage]:
    return CoursePage.objects.live().filter(translation_key=key, locale__language_code=language_code)


@dataclass
class _Below:
    """What is live below a course, in order: path and key of each lesson and quiz, and the tasks that are required."""

    lessons: list[tuple[str, UUID]] = field(default_factory=list)
    quizzes: list[tuple[str, UUID]] = field(default_factory=list)
    tasks: list[tuple[UUID, UUID]] = field(default_factory=list)


def _live_below(path: str) -> _Below:
    """One query: the type of a page tells them apart, and only the cards of lessons with such a task are read."""
    types, below = ContentType.objects.get_for_models(LessonPage, QuizPage), _Below()
    by_type = {types[LessonPage].pk: below.lessons, types[QuizPage].pk: below.quizzes}
    pages = Page.objects.live().filter(path__startswith=path, content_type__in=by_type).order_by("path")
    written = Cast("lessonpage__cards", TextField())
    with_task = pages.annotate(written=written).annotate(cards=Case(When(HAS_REQUIRED_TASK, then="written")))
    for content_type, page_path, key, cards in with_task.values_list(
        "content_type", "path", "translation_key", "cards"
    ):
        by_type[content_type].append((page_path, key))
        written_tasks = tasks_in(json.loads(cards)) if cards else ()
        below.tasks += [(key, card) for card, told in written_tasks if told["value"].get("required")]
    return below


def _paths_of(model: type[Page], keys: Collection[UUID]) -> dict[UUID, str]:
    """Live or not: what she did yesterday in a lesson that was taken down today still belongs to its course."""
    if not keys:
        return {}
    pages = model.objects.filter(translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE)
    return dict(pages.order_by().values_list("translation_key", "path"))


def _keys_at(paths: Collection[str]) -> dict[str, UUID]:
    if not paths:
        return {}
    return dict(Page.objects.filter(path__in=paths).order_by().values_list("path", "translation_key"))


def _course_path(path: str) -> str:
    return path[: COURSE_DEPTH * STEP]
