"""What follows from events, and that it follows in whatever order they come."""

import random
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from progress.folding import Fold
from progress.models import EVERY_COURSE, Kind, LearningEvent

COURSE, OTHER_COURSE, LESSON, QUIZ = UUID(int=10), UUID(int=11), UUID(int=20), UUID(int=30)
VILLAGES = {"522731102213": 1, "522731107200": 2}
MARCH = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)
APRIL = datetime(2026, 4, 10, 4, 0, tzinfo=UTC)


def event(kind: Kind, key: UUID, at: datetime, *, course: UUID | None = COURSE, **payload: object) -> LearningEvent:
    return LearningEvent(
        uuid=uuid4(), trainee_id=1, kind=kind, object_key=key, course_key=course, occurred_at=at, payload=payload
    )


def enrolled(course: UUID = COURSE, at: datetime = MARCH, village: str = "522731102213") -> LearningEvent:
    return event(Kind.ENROLLED, course, at, course=course, village=village)


def left(at: datetime, position: int, seconds: int = 60) -> LearningEvent:
    return event(Kind.LESSON_LEFT, LESSON, at, card=str(UUID(int=position)), position=position, seconds=seconds)


def finished(at: datetime) -> LearningEvent:
    return event(Kind.LESSON_FINISHED, LESSON, at, seconds=30)


def completed(at: datetime) -> LearningEvent:
    return event(Kind.LESSON_COMPLETED, LESSON, at, rule="quiz-passed", keys=[str(QUIZ)])


def marked(at: datetime, *, passed: bool) -> LearningEvent:
    score = {"raw": "3" if passed else "1", "max": "4", "scaled": "0.7500" if passed else "0.2500", "pass_mark": "0.75"}
    verdict = event(Kind.ATTEMPT_MARKED, QUIZ, at, **score, passed=passed, responses=[[str(UUID(int=1)), "7", passed]])
    verdict.cause, verdict.edition_id = uuid4(), 5
    return verdict


def folded(*events: LearningEvent) -> Fold:
    return Fold(1, VILLAGES).apply_all(events)


def test_enrolment_keeps_the_village_of_that_day():
    row = folded(enrolled()).enrolments[COURSE]
    assert (row.village_id, row.registered_on, row.started_on) == (1, date(2026, 3, 10), None)


def test_second_course_counts_her_where_she_lives_then_and_all_courses_where_she_lived_first():
    fold = folded(enrolled(), enrolled(OTHER_COURSE, APRIL, "522731107200"))
    assert fold.enrolments[OTHER_COURSE].village_id == 2
    assert fold.enrolments[EVERY_COURSE].village_id == 1
    assert fold.enrolments[EVERY_COURSE].registered_on == date(2026, 3, 10)


def test_first_learning_starts_the_course_and_all_courses():
    fold = folded(enrolled(), left(APRIL, 1), left(MARCH, 2))
    assert [fold.enrolments[key].started_on for key in (COURSE, EVERY_COURSE)] == [date(2026, 3, 10)] * 2


def test_day_is_the_day_in_china():
    late = datetime(2026, 3, 31, 16, 30, tzinfo=UTC)  # half past midnight in Guizhou
    assert folded(enrolled(at=late)).enrolments[COURSE].registered_on == date(2026, 4, 1)


def test_learning_outside_any_course_starts_none():
    outside = left(MARCH, 1)
    outside.course_key = None
    assert folded(enrolled(), outside).enrolments[COURSE].started_on is None


def test_place_is_the_card_left_last_and_time_adds_up():
    place = folded(enrolled(), left(APRIL, 2), left(MARCH, 5)).places[LESSON]
    assert (place.card, place.position, place.seconds) == (UUID(int=2), 5, 120)


def test_quiz_before_the_last_card_completes_directly():
    assert folded(enrolled(), completed(MARCH)).completions[LESSON].direct
    assert folded(enrolled(), completed(MARCH), finished(APRIL)).completions[LESSON].direct


def test_quiz_after_the_last_card_completes_in_the_usual_way():
    assert not folded(enrolled(), completed(APRIL), finished(MARCH)).completions[LESSON].direct


def test_best_pass_is_the_earliest():
    fold = folded(enrolled(), marked(APRIL, passed=True), marked(MARCH, passed=True), marked(MARCH, passed=False))
    assert fold.passed_at == {QUIZ: MARCH}
    assert [attempt.passed for attempt in fold.attempts] == [True, True, False]


def test_verdict_of_a_course_counts_in_the_course_and_over_all():
    fold = folded(enrolled(), event(Kind.COURSE_PASSED, COURSE, APRIL), event(Kind.COURSE_COMPLETED, COURSE, APRIL))
    rows = [fold.enrolments[COURSE], fold.enrolments[EVERY_COURSE]]
    assert [(row.passed_on, row.completed_on) for row in rows] == [(date(2026, 4, 10),) * 2] * 2


def picture(fold: Fold) -> list:
    """Everything that the fold says, comparable."""
    rows = [*fold.enrolments.values(), *fold.places.values(), *fold.completions.values(), *fold.attempts]
    return sorted(str({f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}) for row in rows)


@pytest.mark.parametrize("seed", range(25))
def test_any_order_after_enrolling_gives_the_same_rows(seed):
    chance = random.Random(seed)
    events = [left(MARCH + timedelta(hours=n), chance.randint(1, 9)) for n in range(8)]
    events += [finished(MARCH + timedelta(days=n)) for n in (3, 1)] + [
        completed(MARCH + timedelta(days=n)) for n in (5, 2)
    ]
    events += [marked(MARCH + timedelta(days=n), passed=n % 2 == 0) for n in range(5)]
    events += [event(Kind.COURSE_PASSED, COURSE, MARCH + timedelta(days=n)) for n in (9, 7)]
    shuffled = chance.sample(events, len(events))
    assert picture(folded(enrolled(), *shuffled)) == picture(folded(enrolled(), *events))
