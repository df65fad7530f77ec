"""Where she is in her courses. A lesson is the same in every language: it is found by its key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from courses.models import CoursePage, LessonPage
from courses.selectors import course_outline, open_courses, shown_course
from progress.models import EVERY_COURSE, Attempt, Enrolment, LessonCompletion, LessonPlace, Occasion
from progress.selectors.course_tests import has_a_given_try
from quizzes.models import QuizPage
from trainees.models import Trainee


@dataclass(frozen=True)
class MyLesson:
    """A lesson as she sees it in her list. `quiz_key` is that of its quiz, `open_quiz` says that only this is left."""

    page: LessonPage
    quiz_key: UUID | None
    place: LessonPlace | None
    completion: LessonCompletion | None

    @property
    def done(self) -> bool:
        return self.completion is not None

    @property
    def direct(self) -> bool:
        """Passed its quiz without having read to the end."""
        return self.completion is not None and self.completion.direct

    @property
    def begun(self) -> bool:
        return self.place is not None

    @property
    def open_quiz(self) -> bool:
        return not self.done and bool(self.quiz_key and self.place and self.place.finished_at)

    @cached_property
    def dots(self) -> list[bool]:
        """One for each card: has she seen it?"""
        total = self.page.card_count
        seen = total if self.place and self.place.finished_at else self.place.position if self.place else 0
        return [number <= seen for number in range(1, total + 1)]

    @property
    def seen(self) -> int:
        return sum(self.dots)

    @property
    def url(self) -> str:
        """The card where she stopped; the beginning if that card is gone."""
        card = str(self.place.card) if self.place and self.place.card and not self.place.finished_at else ""
        known = {block.get("id") for block in self.page.cards.raw_data} if card else ()
        return f"{self.page.url}#{card}" if card in known else self.page.url

    @property
    def quiz_url(self) -> str:
        """The page of its quiz in the language of the lesson; the plain form where there is no such page."""
        quiz = self.page.quiz
        return (quiz and quiz.url) or reverse("learn-quiz", args=[self.quiz_key])

    @property
    def at(self) -> float:
        """When she was last there, for the order of the list."""
        moments = [moment for moment in (self.place.left_at, self.place.finished_at) if moment] if self.place else []
        return max(moments).timestamp() if moments else 0


@dataclass(frozen=True)
class MyTest:
    """The test of a course as it stands in her list. `given`: a teacher gave her one more try, and she has it yet."""

    page: QuizPage
    passed: bool
    given: bool = False

    @property
    def url(self) -> str:
        return reverse("learn-test", args=[self.page.translation_key])


@dataclass(frozen=True)
class MyCourse:
    """A course with her lessons in it. `completed` is the verdict that was given (结业): nothing takes it back."""

    url: str
    title: str
    lessons: list[MyLesson]
    completed: bool
    test: MyTest | None = None

    @cached_property
    def learning(self) -> list[MyLesson]:
        begun = [lesson for lesson in self.lessons if lesson.begun and not lesson.done]
        return sorted(begun, key=lambda lesson: lesson.at, reverse=True)

    @cached_property
    def done(self) -> list[MyLesson]:
        return [lesson for lesson in self.lessons if lesson.done]

    @cached_property
    def ahead(self) -> list[MyLesson]:
        return [lesson for lesson in self.lessons if not lesson.begun and not lesson.done]

    @property
    def left(self) -> int:
        return len(self.learning) + len(self.ahead)

    @property
    def next(self) -> MyLesson | None:
        """To go on with: the lesson where she was last, else the first that she does not know."""
        return next(iter(self.learning or self.ahead), None)


def my_courses(*, trainee: Trainee, language: str) -> list[MyCourse]:
    """The courses that she is enrolled in, or those that are open where she is in none yet."""
    enrolments = {row.course_key: row for row in Enrolment.objects.filter(trainee=trainee)}
    keys = [key for key in enrolments if key != EVERY_COURSE] or open_courses()
    places = {row.lesson_key: row for row in LessonPlace.objects.filter(trainee=trainee)}
    completions = {row.lesson_key: row for row in LessonCompletion.objects.filter(trainee=trainee)}
    return [
        _course(course, enrolments.get(key), (places, completions))
        for key in keys
        if (course := shown_course(key, language) or shown_course(key, settings.LANGUAGE_CODE))
    ]


def lesson_in(lesson_key: UUID | None, language: str) -> LessonPage | None:
    """The live lesson in this language, else in the source language."""
    wanted = (language, settings.LANGUAGE_CODE)
    pages = LessonPage.objects.live().filter(translation_key=lesson_key, locale__language_code__in=wanted)
    return first_in(pages.select_related("locale", "cover"), language)


def first_in(pages: Iterable[LessonPage], language: str) -> LessonPage | None:
    """Of several languages of a page, the one asked for."""
    return min(pages, key=lambda page: page.locale.language_code != language, default=None)


def _course(
    course: CoursePage,
    enrolment: Enrolment | None,
    rows: tuple[dict[UUID, LessonPlace], dict[UUID, LessonCompletion]],
) -> MyCourse:
    quizzes = {item.key: item.quiz_key for item in course_outline(course.translation_key).lessons}
    places, completions = rows
    lessons = [
        MyLesson(page, quizzes.get(key), places.get(key), completions.get(key))
        for page in course.lessons
        for key in (page.translation_key,)
    ]
    completed = bool(enrolment and enrolment.completed_on)
    return MyCourse(course.url, course.title, lessons, completed, _test(course, enrolment))


def _test(course: CoursePage, enrolment: Enrolment | None) -> MyTest | None:
    if course.test is None:
        return None
    if enrolment is None:
        return MyTest(course.test, passed=False)
    hers = {"trainee": enrolment.trainee_id, "quiz_key": course.test.translation_key}
    passed = Attempt.objects.filter(**hers, passed=True, occasion=Occasion.AFTER).exists()
    return MyTest(course.test, passed, given=not passed and has_a_given_try(**hers))
