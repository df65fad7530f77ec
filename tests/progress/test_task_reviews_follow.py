"""From a photo on a phone to a completed course: what follows from a teacher's look."""

import pytest

from progress.models import Enrolment, Kind, LearningEvent, Submission, TaskPass
from progress.services import rebuild_progress, receive_events
from progress.services.reviewing import Judgement, review_submission
from tests.learning import a_finish, a_handed_in, a_practice_course, course_key_of, task_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lessons(db):
    return a_practice_course(required=True)


def look_at(submission: Submission, *, passed: bool):
    last = submission.reviews.last()
    said = Judgement([True, True, True, passed], passed=passed, comment="再看看背景。", after=last and last.pk)
    return review_submission(submission=submission, by=None, judgement=said)


def completed_on(yang, lessons):
    return Enrolment.objects.get(trainee=yang, course_key=course_key_of(lessons[0])).completed_on


def test_course_is_completed_by_the_pass_and_not_by_the_lessons_alone(yang, lessons):
    receive_events(trainee=yang, bodies=[*map(a_finish, lessons), a_handed_in(lessons[0])])
    assert completed_on(yang, lessons) is None
    look_at(Submission.objects.get(), passed=False)
    assert completed_on(yang, lessons) is None
    receive_events(trainee=yang, bodies=[a_handed_in(lessons[0])])
    look_at(Submission.objects.get(is_newest=True), passed=True)
    assert completed_on(yang, lessons) is not None
    assert rebuild_progress(check=True) == []


@pytest.mark.hard
def test_task_passed_first_completes_the_course_with_the_last_lesson(yang, lessons):
    receive_events(trainee=yang, bodies=[a_handed_in(lessons[0])])
    look_at(Submission.objects.get(), passed=True)
    receive_events(trainee=yang, bodies=[*map(a_finish, lessons)])
    verdict = LearningEvent.objects.get(kind=Kind.COURSE_COMPLETED)
    assert verdict.payload["tasks"] == [list(map(str, task_of(lessons[0])))]
    assert completed_on(yang, lessons) is not None
    assert rebuild_progress(check=True) == []


@pytest.mark.hard
def test_task_that_is_required_later_takes_nothing_back(yang, places):
    lessons = a_practice_course()
    receive_events(trainee=yang, bodies=[*map(a_finish, lessons)])
    earned = completed_on(yang, lessons)
    lessons[0].cards[-1].value["required"] = True
    lessons[0].save_revision().publish()
    receive_events(trainee=yang, bodies=[a_finish(lessons[0])])
    assert completed_on(yang, lessons) == earned is not None


def test_pass_is_made_again_from_the_events_alone(yang, lessons):
    receive_events(trainee=yang, bodies=[a_handed_in(lessons[0])])
    look_at(Submission.objects.get(), passed=True)
    passed = TaskPass.objects.get().passed_at
    TaskPass.objects.all().delete()
    assert [one.table for one in rebuild_progress()] == ["progress_taskpass"]
    assert TaskPass.objects.get().passed_at == passed
