"""What follows from a trainee's events. Pure: reads no table, so the same events give the same rows at any later time.

Every rule is a minimum, a maximum, an "or" or a sum: two phones may send their events in any order.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from progress.models import (
    EVERY_COURSE,
    Attempt,
    CheckAnswer,
    Enrolment,
    Kind,
    LearningEvent,
    LessonCompletion,
    LessonPlace,
    Response,
    TaskPass,
)


class Fold:
    """The rows of one trainee, by key. `apply` takes events in the order of receipt; `touched` says which rows changed.

    `villages` maps the codes that enrolments name to primary keys.
    """

    def __init__(self, trainee_id: int, villages: Mapping[str, int]) -> None:
        self.trainee_id = trainee_id
        self.villages = villages
        self.enrolments: dict[UUID, Enrolment] = {}
        self.places: dict[UUID, LessonPlace] = {}
        self.completions: dict[UUID, LessonCompletion] = {}
        self.attempts: list[Attempt] = []
        self.check_answers: list[CheckAnswer] = []
        self.responses: dict[UUID, list[Response]] = {}
        self.passed_at: dict[UUID, datetime] = {}
        self.certified_at: dict[UUID, datetime] = {}
        self.task_passes: dict[tuple[UUID, UUID], TaskPass] = {}
        self.touched: set[int] = set()

    def apply(self, event: LearningEvent) -> None:
        RULES[Kind(event.kind)](self, event)

    def apply_all(self, events: Iterable[LearningEvent]) -> "Fold":
        """Enrolments first: one may have been found missing later, when two people were taken apart."""
        for event in sorted(events, key=lambda event: event.kind != Kind.ENROLLED):
            self.apply(event)
        return self

    def enrol(self, event: LearningEvent) -> None:
        for course in (event.object_key, EVERY_COURSE):
            known = self.enrolments.get(course)
            if known and known.registered_at <= event.occurred_at:
                continue
            row = known or Enrolment(trainee_id=self.trainee_id, course_key=course)
            row.village_id = self.villages[event.payload["village"]]
            row.registered_at = event.occurred_at
            row.registered_on = day_of(event.occurred_at)
            self.enrolments[course] = row
            self._touch(row)

    def start(self, event: LearningEvent) -> None:
        self._first("started_on", event.course_key, event.occurred_at)

    def leave(self, event: LearningEvent) -> None:
        self.start(event)
        place = self._place(event)
        place.seconds += event.payload["seconds"]
        if place.left_at is None or place.left_at <= event.occurred_at:
            place.left_at = event.occurred_at
            place.card = UUID(event.payload["card"])
        place.position = max(place.position, event.payload["position"])

    def finish(self, event: LearningEvent) -> None:
        self.start(event)
        place = self._place(event)
        place.seconds += event.payload["seconds"]
        place.finished_at = min(filter(None, (place.finished_at, event.occurred_at)))
        self._see_whether_direct(event.object_key)

    def answer_check(self, event: LearningEvent) -> None:
        self.start(event)
        self.check_answers.append(
            CheckAnswer(
                uuid=event.uuid,
                trainee_id=self.trainee_id,
                lesson_key=event.object_key,
                card=UUID(event.payload["card"]),
                chosen=" ".join(event.payload["answer"]),
                language=event.language,
            )
        )

    def mark(self, event: LearningEvent) -> None:
        said = event.payload
        assert event.cause  # a verdict always names what it follows from
        assert event.edition_id
        attempt = Attempt(
            uuid=event.cause,
            trainee_id=self.trainee_id,
            quiz_key=event.object_key,
            edition_id=event.edition_id,
            course_key=event.course_key,
            raw=Decimal(said["raw"]),
            max=Decimal(said["max"]),
            scaled=Decimal(said["scaled"]),
            pass_mark=Decimal(said["pass_mark"]),
            passed=said["passed"],
            occurred_at=event.occurred_at,
            language=event.language,
            helped=event.helped,
            occasion=said.get("occasion", ""),
            late=said.get("late", False),
        )
        self.attempts.append(attempt)
        self.responses[attempt.uuid] = [
            Response(attempt=attempt, quiz_key=attempt.quiz_key, question=UUID(question), chosen=chosen, right=right)
            for question, chosen, right in said["responses"]
        ]
        if attempt.passed:
            self.pass_quiz(attempt.quiz_key, event.occurred_at, certified=bool(attempt.occasion))

    def pass_quiz(self, quiz_key: UUID, at: datetime, *, certified: bool) -> None:
        """`certified`: with a ticket. What was passed while the key of a quiz was public is no passed test."""
        for known in (self.passed_at, self.certified_at)[: 1 + certified]:
            known[quiz_key] = min(known.get(quiz_key, at), at)

    def review_task(self, event: LearningEvent) -> None:
        """The first time that it was passed counts; a later look takes nothing back."""
        if not event.payload["passed"]:
            return
        key = (event.object_key, UUID(event.payload["card"]))
        row = self.task_passes.get(key)
        if row is None:
            row = TaskPass(trainee_id=self.trainee_id, lesson_key=key[0], card=key[1], passed_at=event.occurred_at)
            self.task_passes[key] = row
        row.passed_at = min(row.passed_at, event.occurred_at)
        self._touch(row)

    def complete_lesson(self, event: LearningEvent) -> None:
        row = self.completions.get(event.object_key)
        if row is None:
            row = LessonCompletion(trainee_id=self.trainee_id, lesson_key=event.object_key, course_key=event.course_key)
            self.completions[event.object_key] = row
        elif row.completed_at <= event.occurred_at:
            return
        row.completed_at, row.completed_on = event.occurred_at, day_of(event.occurred_at)
        self._touch(row)
        self._see_whether_direct(event.object_key)
        for course in (event.course_key, EVERY_COURSE):
            self._span_lessons(course)

    def pass_course(self, event: LearningEvent) -> None:
        self._first("passed_on", event.object_key, event.occurred_at)

    def complete_course(self, event: LearningEvent) -> None:
        self._first("completed_on", event.object_key, event.occurred_at)

    def _first(self, field: str, course_key: UUID | None, at: datetime) -> None:
        """The earliest day of a measure, in the course and over all courses."""
        for course in (course_key, EVERY_COURSE):
            row = self.enrolments.get(course) if course_key and course else None
            if row is None:
                continue
            known: date | None = getattr(row, field)
            if known is None or day_of(at) < known:
                setattr(row, field, day_of(at))
                self._touch(row)

    def _span_lessons(self, course_key: UUID | None) -> None:
        """The first and the last day of a completed lesson; a day can move back when another phone sends later."""
        enrolment = self.enrolments.get(course_key) if course_key else None
        if enrolment:
            wanted = [row for row in self.completions.values() if course_key in (EVERY_COURSE, row.course_key)]
            days = [row.completed_on for row in wanted]
            enrolment.first_lesson_on, enrolment.last_lesson_on = min(days), max(days)
            self._touch(enrolment)

    def _place(self, event: LearningEvent) -> LessonPlace:
        place = self.places.get(event.object_key)
        if place is None:
            place = LessonPlace(trainee_id=self.trainee_id, lesson_key=event.object_key, course_key=event.course_key)
            self.places[event.object_key] = place
        self._touch(place)
        return place

    def _see_whether_direct(self, lesson_key: UUID) -> None:
        row, place = self.completions.get(lesson_key), self.places.get(lesson_key)
        if row:
            finished = place and place.finished_at
            row.direct = not (finished and finished <= row.completed_at)
            self._touch(row)

    def _touch(self, row: Enrolment | LessonPlace | LessonCompletion | TaskPass) -> None:
        self.touched.add(id(row))


RULES = {
    Kind.LESSON_LEFT: Fold.leave,
    Kind.LESSON_FINISHED: Fold.finish,
    Kind.CHECK_ANSWERED: Fold.answer_check,
    Kind.ATTEMPT_SUBMITTED: Fold.start,
    Kind.TASK_SUBMITTED: Fold.start,
    Kind.ENROLLED: Fold.enrol,
    Kind.ATTEMPT_MARKED: Fold.mark,
    Kind.TASK_REVIEWED: Fold.review_task,
    Kind.LESSON_COMPLETED: Fold.complete_lesson,
    Kind.COURSE_PASSED: Fold.pass_course,
    Kind.COURSE_COMPLETED: Fold.complete_course,
}


def day_of(moment: datetime) -> date:
    """The day in China."""
    return timezone.localdate(moment)
