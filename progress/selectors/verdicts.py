"""Small questions about one lesson of one person."""

from __future__ import annotations

from uuid import UUID

from courses.models import LessonPage
from progress.models import Enrolment, GuestEvent, Kind, LessonCompletion, LessonPlace
from quizzes.models import QuizPage
from trainees.models import Trainee


def has_finished(lesson_key: UUID, *, trainee: Trainee | None, guest: str) -> bool:
    """Whether she reached its last card: as herself, or on this phone before anybody said who it was."""
    if (
        trainee
        and LessonPlace.objects.filter(trainee=trainee, lesson_key=lesson_key, finished_at__isnull=False).exists()
    ):
        return True
    finished = {"body__kind": str(Kind.LESSON_FINISHED), "body__object": str(lesson_key)}
    return bool(guest) and GuestEvent.objects.filter(guest_digest=guest, credited=False, **finished).exists()


def quiz_to_do(lesson: LessonPage, trainee: Trainee | None) -> QuizPage | None:
    """The quiz that she has not passed yet."""
    quiz = lesson.quiz
    if quiz and trainee:
        passed = LessonCompletion.objects.filter(trainee=trainee, lesson_key=lesson.translation_key)
        return None if passed.exists() else quiz
    return quiz


def has_completed_course(trainee: Trainee | None, lesson: LessonPage | None) -> bool:
    """Whether the course of this lesson was completed (结业): the verdict that was given."""
    course = lesson and trainee and lesson.course
    if not course:
        return False
    mine = Enrolment.objects.filter(trainee=trainee, course_key=course.translation_key)
    return mine.filter(completed_on__isnull=False).exists()
