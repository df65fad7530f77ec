"""A course whose author requires a task is completed when a teacher has passed it, and not before."""

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from courses.practice.selectors import shown_tasks
from courses.selectors import LessonItem, Outline, course_outline
from progress.folding import Fold
from progress.judging import judge_course
from progress.models import Enrolment, Kind, LearningEvent, LessonCompletion
from progress.services import receive_events
from tests.learning import a_finish, a_handed_in, a_practice_course, course_key_of, task_of

COURSE, LESSON, CARD = (UUID(int=n) for n in (7, 8, 9))
NOON = datetime(2026, 11, 26, 4, tzinfo=UTC)
WITH_TASK = Outline(COURSE, (LessonItem(LESSON, None),), task_keys=((LESSON, CARD),))


def a_look(*, passed: bool, hours: int = 0, card: UUID = CARD) -> LearningEvent:
    at, payload = NOON + timedelta(hours=hours), {"card": str(card), "passed": passed, "ticks": [passed] * 4}
    said = {"object_key": LESSON, "course_key": COURSE, "occurred_at": at, "received_at": at, "payload": payload}
    return LearningEvent(uuid=uuid4(), trainee_id=1, kind=Kind.TASK_REVIEWED, cause=uuid4(), **said)


def judged(*looks: LearningEvent, outline: Outline = WITH_TASK) -> list[LearningEvent]:
    """What follows for somebody who has completed the only lesson, after these looks at her task."""
    fold = Fold(1, {})
    fold.enrolments[COURSE] = Enrolment(trainee_id=1, course_key=COURSE, registered_at=NOON)
    fold.completions[LESSON] = LessonCompletion(trainee_id=1, lesson_key=LESSON, completed_at=NOON)
    cause = fold.apply_all(looks) and (looks[-1] if looks else a_look(passed=False))
    return list(judge_course(cause, outline, fold))


def test_course_without_the_required_task_is_not_completed():
    assert judged() == []


@pytest.mark.parametrize("look", [a_look(passed=False), a_look(passed=True, card=UUID(int=10))])
def test_task_that_came_back_and_another_task_complete_nothing(look):
    assert judged(look) == []


def test_passed_task_completes_the_course_on_its_day():
    (verdict,) = judged(a_look(passed=True, hours=30))
    assert verdict.kind == Kind.COURSE_COMPLETED
    assert verdict.occurred_at == NOON + timedelta(hours=30)
    assert verdict.payload["rule"] == "all-lessons-and-tasks"
    assert verdict.payload["tasks"] == [[str(LESSON), str(CARD)]]


def test_first_pass_counts_and_a_later_look_takes_nothing_back():
    fold = Fold(1, {})
    fold.apply_all([a_look(passed=True, hours=2), a_look(passed=False, hours=3), a_look(passed=True, hours=1)])
    assert fold.task_passes[LESSON, CARD].passed_at == NOON + timedelta(hours=1)


def test_course_that_requires_no_task_is_completed_by_its_lessons():
    (verdict,) = judged(outline=Outline(COURSE, (LessonItem(LESSON, None),)))
    assert verdict.payload == {"rule": "all-lessons", "keys": [str(LESSON)]}


@pytest.mark.django_db
@pytest.mark.parametrize("required", [True, False])
def test_outline_lists_the_tasks_that_are_required(required):
    lesson = a_practice_course(required=required)[0]
    assert course_outline(course_key_of(lesson)).task_keys == ((task_of(lesson),) if required else ())


def test_card_whose_id_is_no_uuid_is_required_of_nobody_and_stops_no_page(yang, db):
    lesson, other = a_practice_course(required=True)
    cards = list(lesson.cards.raw_data)
    lesson.cards = json.dumps([*cards[:-1], {**cards[-1], "id": "abc"}])
    lesson.save_revision().publish()
    assert course_outline(course_key_of(lesson)).task_keys == ()
    assert receive_events(trainee=yang, bodies=[a_finish(other)]).stored
    assert shown_tasks([(lesson.translation_key, uuid4())], "zh-hans") == {}
    lost = a_handed_in(lesson)
    lost["payload"]["card"] = str(uuid4())
    assert receive_events(trainee=yang, bodies=[lost]).refused == [(lost["uuid"], "card")]
