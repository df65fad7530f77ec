"""Which verdicts follow from an event. Pure; a verdict is an event too, written in the transaction of its cause.

A verdict carries the rule and the list of keys that it was judged by: what the course is later changes nothing earned.
Its UUID is made from its cause, so the same cause can never give it twice.
"""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID, uuid5

from courses.selectors import LessonItem, Outline
from progress.folding import Fold, day_of
from progress.models import Kind, LearningEvent, Occasion, Ticket
from quizzes.grading import Marking


def marked(
    attempt: LearningEvent, marking: Marking, *, pass_mark: str, answers: list[list], ticket: Ticket | None = None
) -> LearningEvent:
    """The verdict on an attempt. `answers` is a list of [question, chosen, right].

    A test before the course is marked and passes nobody, and so is one that came after its last day.
    """
    said = _of_ticket(ticket, attempt) if ticket else {}
    counts = not said or (said["occasion"] == Occasion.AFTER and not said["late"])
    payload = {
        "raw": str(marking.raw),
        "max": str(marking.max),
        "scaled": str(marking.scaled),
        "pass_mark": pass_mark,
        "passed": marking.passed and counts,
        "responses": answers,
        **said,
    }
    return _verdict(Kind.ATTEMPT_MARKED, attempt, attempt.object_key, attempt.occurred_at, payload)


def _of_ticket(ticket: Ticket, attempt: LearningEvent) -> dict:
    late = attempt.received_at > ticket.due_at
    return {"occasion": str(ticket.occasion), "try": ticket.number, "late": late}


def judge_lesson(cause: LearningEvent, lesson: LessonItem, fold: Fold) -> LearningEvent | None:
    """Completed: its quiz is passed or, where it has none, its last card was reached. None when nothing new follows."""
    place = fold.places.get(lesson.key)
    finished = place.finished_at if place else None
    at = fold.passed_at.get(lesson.quiz_key) if lesson.quiz_key else finished
    known = fold.completions.get(lesson.key)
    if at is None or (known and known.completed_at <= at):
        return None
    rule = "quiz-passed" if lesson.quiz_key else "last-card"
    payload = {"rule": rule, "keys": [str(lesson.quiz_key or lesson.key)]}
    return _verdict(Kind.LESSON_COMPLETED, cause, lesson.key, at, payload)


def judge_course(cause: LearningEvent, course: Outline, fold: Fold) -> Iterator[LearningEvent]:
    """Passed: every quiz of its lessons is and, with a ticket, every test of its own.

    Completed: every lesson is, and every task that its author requires was passed by a teacher. By today's list.
    """
    enrolment = fold.enrolments.get(course.course_key)
    if enrolment is None:
        return
    of_lessons = [lesson.quiz_key for lesson in course.lessons if lesson.quiz_key]
    quizzes = [*of_lessons, *course.quiz_keys]
    certified = [fold.certified_at.get(key) for key in course.quiz_keys]
    passed = _when_all([*(fold.passed_at.get(key) for key in of_lessons), *certified])
    if passed and (enrolment.passed_on is None or day_of(passed) < enrolment.passed_on):
        payload: dict = {"rule": "all-quizzes", "keys": [str(key) for key in quizzes]}
        yield _verdict(Kind.COURSE_PASSED, cause, course.course_key, passed, payload)
    lessons = [lesson.key for lesson in course.lessons]
    days = {key: row.completed_at for key, row in fold.completions.items()}
    tasks = [row.passed_at if (row := fold.task_passes.get(key)) else None for key in course.task_keys]
    completed = _when_all([*(days.get(key) for key in lessons), *tasks])
    if completed and (enrolment.completed_on is None or day_of(completed) < enrolment.completed_on):
        payload = {"rule": "all-lessons", "keys": [str(key) for key in lessons]}
        if course.task_keys:
            payload |= {"rule": "all-lessons-and-tasks", "tasks": [list(map(str, key)) for key in course.task_keys]}
        yield _verdict(Kind.COURSE_COMPLETED, cause, course.course_key, completed, payload)


def _when_all(moments: list[datetime | None]) -> datetime | None:
    """The moment of the last one; None while one is missing, and where there is nothing to reach."""
    reached = [moment for moment in moments if moment]
    return max(reached) if reached and len(reached) == len(moments) else None


def _verdict(kind: Kind, cause: LearningEvent, key: UUID, at: datetime, payload: dict) -> LearningEvent:
    return LearningEvent(
        uuid=uuid5(cause.uuid, f"{kind}:{key}"),
        trainee_id=cause.trainee_id,
        kind=kind,
        object_key=key,
        course_key=cause.course_key,
        edition_id=cause.edition_id if kind == Kind.ATTEMPT_MARKED else None,
        occurred_at=at,
        received_at=cause.received_at,
        language=cause.language,
        helped=cause.helped,
        payload=payload,
        cause=cause.uuid,
    )
