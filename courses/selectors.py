"""Where lessons and quizzes stand, by the keys that all languages share."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Model, QuerySet
from wagtail.models import Page

from courses.models import CoursePage, LessonPage
from quizzes.models import QuizPage


@dataclass(frozen=True)
class LessonItem:
    """A lesson of a course, with its quiz if it has one."""

    key: UUID
    quiz_key: UUID | None


@dataclass(frozen=True)
class Outline:
    """What a course asks for today: its lessons in order."""

    course_key: UUID
    lessons: tuple[LessonItem, ...]


def course_outline(course_key: UUID) -> Outline:
    """The live lessons of a course with their live quizzes, as its source language has them. Three queries."""
    course = _in_source(CoursePage, course_key).first()
    if course is None:
        return Outline(course_key, ())
    quizzes = dict(QuizPage.objects.live().descendant_of(course).values_list("path", "translation_key"))
    of_lesson = {path[: -QuizPage.steplen]: key for path, key in sorted(quizzes.items(), reverse=True)}
    lessons = LessonPage.objects.live().descendant_of(course).order_by("path").values_list("path", "translation_key")
    return Outline(course_key, tuple(LessonItem(key, of_lesson.get(path)) for path, key in lessons))


def place_of_lesson(lesson_key: UUID) -> UUID | None:
    """The course of a lesson, published or not; None when it is gone."""
    path = _in_source(LessonPage, lesson_key).values_list("path", flat=True).first()
    return path and _course_at(path, levels=2)


def place_of_quiz(quiz_key: UUID) -> tuple[UUID | None, UUID | None]:
    """The lesson and the course of a quiz, published or not; the lesson is None for the test of a course."""
    path = _in_source(QuizPage, quiz_key).values_list("path", flat=True).first()
    if path is None:
        return None, None
    above = path[: -Page.steplen]
    lesson = LessonPage.objects.filter(path=above).values_list("translation_key", flat=True).first()
    return lesson, _course_at(above, levels=2 if lesson else 0)


def open_courses() -> list[UUID]:
    """Keys of the courses that are live, in order."""
    live = CoursePage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return list(live.order_by("path").values_list("translation_key", flat=True))


def shown_lessons(course_key: UUID, language_code: str) -> list[LessonPage]:
    """The live lessons of a course in a language, in order, with their covers."""
    course = CoursePage.objects.live().filter(translation_key=course_key, locale__language_code=language_code).first()
    return course.lessons if course else []


def _in_source(model: type[Model], key: UUID) -> QuerySet:
    return model._default_manager.filter(translation_key=key, locale__language_code=settings.LANGUAGE_CODE)


def _course_at(path: str, *, levels: int) -> UUID | None:
    """The course that stands `levels` above a path."""
    above = path[: len(path) - levels * Page.steplen]
    return CoursePage.objects.filter(path=above).values_list("translation_key", flat=True).first()
