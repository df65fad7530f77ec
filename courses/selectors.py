"""What is in a course and where a thing stands, for those who know keys and not pages.

A key is the `translation_key` of a page: the same in every language. What counts is the source language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from wagtail.models import Page

from courses.models import CoursePage, LessonPage
from quizzes.models import QuizPage

STEP = Page.steplen
COURSE_DEPTH = 3  # below the root and the home page


@dataclass(frozen=True)
class LessonItem:
    """A lesson of the list, and its quiz if it has one."""

    key: UUID
    quiz_key: UUID | None


@dataclass(frozen=True)
class Outline:
    """The live lessons of a course, in order; `quiz_keys` of the tests that stand below the course itself."""

    course_key: UUID
    lessons: tuple[LessonItem, ...]
    quiz_keys: tuple[UUID, ...] = ()


def course_outline(course_key: UUID | str) -> Outline:
    """Three queries. A course that is not there, or not live, has no lessons."""
    course = _live_course(course_key, settings.LANGUAGE_CODE)
    if course is None:
        return Outline(UUID(str(course_key)), ())
    quizzes = dict(_live_quizzes_below(course))
    lessons = LessonPage.objects.live().descendant_of(course).order_by("path").values_list("path", "translation_key")
    return Outline(
        course.translation_key,
        tuple(LessonItem(key, quizzes.get(path)) for path, key in lessons),
        tuple(key for path, key in quizzes.items() if path == course.path),
    )


def place_of_lesson(lesson_key: UUID | str) -> UUID | None:
    """The course in which the lesson stands."""
    path = _path_of(LessonPage, lesson_key)
    return _course_above(path) if path else None


def place_of_quiz(quiz_key: UUID | str) -> tuple[UUID | None, UUID | None]:
    """The lesson and the course in which the quiz stands; a test of the whole course stands in no lesson."""
    path = _path_of(QuizPage, quiz_key)
    if path is None:
        return None, None
    lesson = LessonPage.objects.filter(path=path[:-STEP]).values_list("translation_key", flat=True).first()
    return lesson, _course_above(path)


def open_courses() -> list[UUID]:
    """Keys of the live courses, in order."""
    courses = CoursePage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return list(courses.order_by("path").values_list("translation_key", flat=True))


def shown_lessons(course_key: UUID | str, language_code: str) -> list[LessonPage]:
    """The live lessons of a course in one language, in order, each with its cover."""
    course = _live_course(course_key, language_code)
    return course.lessons if course else []


def _live_course(key: UUID | str, language_code: str) -> CoursePage | None:
    return CoursePage.objects.live().filter(translation_key=key, locale__language_code=language_code).first()


def _live_quizzes_below(course: CoursePage) -> Iterator[tuple[str, UUID]]:
    """The path of what each quiz stands under, and the key of the first quiz there."""
    quizzes = QuizPage.objects.live().descendant_of(course).order_by("-path").values_list("path", "translation_key")
    return ((path[:-STEP], key) for path, key in quizzes)


def _path_of(model: type[Page], key: UUID | str) -> str | None:
    """Live or not: what she did yesterday in a lesson that was taken down today still belongs to its course."""
    pages = model.objects.filter(translation_key=key, locale__language_code=settings.LANGUAGE_CODE)
    return pages.values_list("path", flat=True).first()


def _course_above(path: str) -> UUID | None:
    course = CoursePage.objects.filter(path=path[: COURSE_DEPTH * STEP])
    return course.values_list("translation_key", flat=True).first()
