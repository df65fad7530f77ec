"""What a phone sends is stored once, with everything that follows from it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from progress.models import EVERY_COURSE, Attempt, Enrolment, LearningEvent, LessonCompletion, LessonPlace, Response
from progress.services import rebuild_progress, receive_events
from tests.learning import a_checked, a_finish, a_visit, an_attempt, course_key_of, quiz_of


@pytest.fixture(autouse=True)
def everything_follows_from_the_events(db):
    yield
    assert rebuild_progress(check=True) == []


def kinds() -> list[str]:
    return list(LearningEvent.objects.order_by("pk").values_list("kind", flat=True))


def test_passed_quiz_is_marked_and_completes_its_lesson(yang, lessons):
    receipt = receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lessons[0]))])
    assert len(receipt.stored) == 1
    assert kinds() == ["enrolled", "attempt-submitted", "attempt-marked", "lesson-completed"]
    assert LessonCompletion.objects.get().direct


def test_failed_quiz_is_marked_and_completes_nothing(yang, lessons):
    receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lessons[0]), right=False)])
    attempt = Attempt.objects.get()
    assert (attempt.passed, attempt.raw, attempt.max) == (False, 0, 2)
    assert not LessonCompletion.objects.exists()


def test_answer_sent_twice_counts_once(yang, lessons):
    body = an_attempt(quiz_of(lessons[0]))
    first, second = (receive_events(trainee=yang, bodies=[body]) for _ in range(2))
    assert (first.stored, second.doubled) == ([body["uuid"]], [body["uuid"]])
    assert Attempt.objects.count() == 1


def test_answer_doubled_within_a_batch_counts_once(yang, lessons):
    body = an_attempt(quiz_of(lessons[0]))
    receipt = receive_events(trainee=yang, bodies=[body, body])
    assert (len(receipt.stored), len(receipt.doubled)) == (1, 1)


def test_same_uuid_with_other_answers_keeps_the_first(yang, lessons):
    wrong = an_attempt(quiz_of(lessons[0]), right=False)
    changed = an_attempt(quiz_of(lessons[0]), uuid=wrong["uuid"])
    receive_events(trainee=yang, bodies=[wrong])
    assert receive_events(trainee=yang, bodies=[changed]).doubled == [wrong["uuid"]]
    assert [attempt.passed for attempt in Attempt.objects.all()] == [False]


def test_same_event_from_two_people_counts_for_each_only_once(yang, wu, lessons):
    body = a_finish(lessons[0])
    for trainee in (yang, wu, yang):
        receive_events(trainee=trainee, bodies=[body])
    assert LessonPlace.objects.count() == 2


def test_event_recorded_for_somebody_else_is_refused(yang, wu, lessons):
    body = a_finish(lessons[0], person=str(wu.key))
    assert receive_events(trainee=yang, bodies=[body]).refused == [(body["uuid"], "other-person")]


def test_bad_event_harms_none_of_its_neighbours(yang, lessons):
    good = [a_visit(lessons[0]), a_finish(lessons[0])]
    receipt = receive_events(trainee=yang, bodies=[good[0], {"uuid": "no"}, None, good[1]])
    assert receipt.stored == [body["uuid"] for body in good]
    assert receipt.refused == [("no", "kind"), ("", "shape")]


def test_edition_that_never_was_is_refused(yang, lessons):
    body = an_attempt(quiz_of(lessons[0])) | {"edition": 7}
    assert receive_events(trainee=yang, bodies=[body]).refused == [(body["uuid"], "edition")]


@pytest.mark.parametrize(
    ("responses", "code"),
    [
        (None, "shape"),
        ("all", "shape"),
        ([{"question": "00000000-0000-0000-0000-0000000000ff", "answer": "x"}], "unknown-question"),
        ([{"question": "00000000-0000-0000-0000-000000000065", "answer": "no-such-option"}], "unknown-option"),
    ],
)
def test_responses_that_no_form_sends_are_refused(yang, lessons, responses, code):
    body = an_attempt(quiz_of(lessons[0])) | {"payload": {"responses": responses}}
    assert receive_events(trainee=yang, bodies=[body]).refused == [(body["uuid"], code)]
    assert not LearningEvent.objects.exists()


def test_missing_answers_are_wrong_answers(yang, lessons):
    receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lessons[0])) | {"payload": {"responses": []}}])
    assert list(Response.objects.values_list("chosen", "right")) == [("", False)] * 2


def test_number_is_kept_and_not_what_was_typed(yang, lessons):
    body = an_attempt(quiz_of(lessons[0]))
    body["payload"]["responses"][1]["answer"] = "我叫杨，电话13700000001"
    receive_events(trainee=yang, bodies=[body])
    kept = [str(payload) for payload in LearningEvent.objects.values_list("payload", flat=True)]
    assert "13700000001" not in "".join(kept)
    assert Response.objects.filter(chosen="?", right=False).count() == 1


def test_course_is_passed_and_completed_with_its_last_lesson(yang, lessons):
    receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lesson)) for lesson in lessons])
    rows = Enrolment.objects.filter(trainee=yang)
    assert {row.course_key for row in rows} == {course_key_of(lessons[0]), EVERY_COURSE}
    assert {(row.passed_on, row.completed_on) for row in rows} == {(timezone.localdate(),) * 2}


def test_days_of_the_course_are_those_when_the_last_thing_happened_in_whatever_order_it_came(yang, wu, lessons):
    days = [timezone.now() - timedelta(days=days) for days in (9, 4)]
    bodies = [an_attempt(quiz_of(x), at=day.isoformat()) for x, day in zip(lessons, days, strict=True)]
    for trainee, order in ((yang, bodies), (wu, bodies[::-1])):
        for body in order:
            receive_events(trainee=trainee, bodies=[body])
    passed = set(Enrolment.objects.values_list("passed_on", flat=True))
    assert passed == {timezone.localdate(days[1])}


def test_earlier_pass_that_arrives_later_moves_the_day_back(yang, lessons):
    early = timezone.now() - timedelta(days=6)
    for at in (timezone.now(), early):
        receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lessons[0]), at=at.isoformat())])
    assert LessonCompletion.objects.get().completed_on == timezone.localdate(early)


def test_knowledge_check_begins_the_course_and_earns_nothing(yang, lessons):
    body = a_checked(lessons[0])
    first, second = (receive_events(trainee=yang, bodies=[body]) for _ in range(2))
    assert (first.stored, second.doubled) == ([body["uuid"]], [body["uuid"]])
    assert kinds() == ["enrolled", "check-answered"]
    assert {row.started_on for row in Enrolment.objects.all()} == {timezone.localdate()}
    assert [model for model in (Attempt, LessonCompletion, LessonPlace) if model.objects.exists()] == []


def test_lesson_without_quiz_is_completed_at_its_last_card(yang, lessons):
    quiz_of(lessons[0]).delete()
    receive_events(trainee=yang, bodies=[a_finish(lessons[0])])
    assert LessonCompletion.objects.get().lesson_key == lessons[0].translation_key


def test_lesson_added_later_changes_nothing_earned(yang, lessons):
    quiz_of(lessons[1]).delete()
    lessons[1].delete()
    receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lessons[0]))])
    assert Enrolment.objects.filter(completed_on__isnull=False).count() == 2


def test_village_is_that_of_the_day_of_enrolment(yang, lessons, places):
    receive_events(trainee=yang, bodies=[a_visit(lessons[0])])
    yang.village = places["522731001001"]
    yang.save()
    receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lessons[0]))])
    assert set(Enrolment.objects.values_list("village__code", flat=True)) == {"522731102213"}
