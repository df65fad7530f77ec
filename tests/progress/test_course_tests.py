"""The test of a course: tries are counted, a ticket is good for one attempt, and only what is in time certifies."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from progress.models import Attempt, Enrolment, GuestEvent, LearningEvent, LessonCompletion, Occasion, Ticket
from progress.selectors import tries_of
from progress.services import NotOffered, begin_try, keep_guest_events, rebuild_progress, receive_events
from quizzes.selectors import latest_edition
from tests.learning import RIGHT, a_course_test, a_sitting, an_attempt, course_key_of, quiz_of

BEFORE, AFTER = Occasion.BEFORE, Occasion.AFTER


@pytest.fixture
def test(lessons):
    return a_course_test(lessons[0].course, ask=2, tries=2, before_too=True)


def begin(trainee, test, occasion=AFTER, **when) -> Ticket:
    return begin_try(trainee=trainee, quiz_key=test.translation_key, occasion=occasion, **when)


def hand_in(trainee, ticket, **changes):
    return receive_events(trainee=trainee, bodies=[a_sitting(ticket, **changes)])


def codes(receipt) -> list[str]:
    return [code for _uuid, code in receipt.refused]


def pass_every_quiz(trainee, lessons) -> None:
    receive_events(trainee=trainee, bodies=[an_attempt(quiz_of(lesson)) for lesson in lessons])


def test_try_asks_as_many_as_the_author_says(test, yang):
    ticket = begin(yang, test)
    pool = {question["id"] for question in ticket.edition.canonical["questions"]}
    assert (len(pool), len(set(ticket.questions))) == (4, 2)
    assert set(ticket.questions) < pool


def test_second_try_asks_what_she_has_not_seen(test, yang):
    first = begin(yang, test)
    hand_in(yang, first, right=False)
    assert not set(first.questions) & set(begin(yang, test).questions)


def test_lost_page_costs_no_try(test, yang):
    assert begin(yang, test).uuid == begin(yang, test).uuid
    assert Ticket.objects.count() == 1


def test_tries_end_with_the_last_one(test, yang):
    for _try in range(2):
        hand_in(yang, begin(yang, test), right=False)
    with pytest.raises(NotOffered):
        begin(yang, test)


def test_try_that_was_never_handed_in_is_counted(test, yang):
    long_ago = timezone.now() - timedelta(days=30)
    lost = begin(yang, test, now=long_ago)
    assert begin(yang, test).number == lost.number + 1


def test_more_tries_of_a_new_edition_are_for_everybody(test, yang):
    for _try in range(2):
        hand_in(yang, begin(yang, test), right=False)
    test.tries = 3
    test.save_revision().publish()
    assert begin(yang, test).number == 3


def test_quiz_of_a_lesson_has_no_tickets(lessons, yang):
    with pytest.raises(NotOffered):
        begin(yang, quiz_of(lessons[0]))
    assert tries_of(trainee=yang, edition=latest_edition(quiz_of(lessons[0]).translation_key)) is None


def test_answers_without_a_ticket_are_refused(test, yang):
    receipt = receive_events(trainee=yang, bodies=[an_attempt(test)])
    assert codes(receipt) == ["ticket"]
    assert not Attempt.objects.exists()


def test_ticket_is_good_for_one_person(test, yang, wu):
    assert codes(hand_in(wu, begin(yang, test))) == ["ticket"]


def test_guest_has_no_ticket(test, yang):
    receipt = keep_guest_events(guest_digest="d" * 64, bodies=[a_sitting(begin(yang, test))])
    assert codes(receipt) == ["ticket"]
    assert not GuestEvent.objects.exists()


def test_ticket_is_good_for_one_attempt(test, yang):
    ticket = begin(yang, test)
    hand_in(yang, ticket, right=False)
    again = hand_in(yang, ticket)
    assert again.doubled == [str(ticket.uuid)]
    assert Attempt.objects.get().passed is False


def test_question_that_was_not_drawn_is_refused(test, yang):
    ticket = begin(yang, test)
    others = [question["id"] for question in ticket.edition.canonical["questions"]]
    payload = {"responses": [{"question": one, "answer": str(uuid4())} for one in others], "seconds": 1}
    assert codes(hand_in(yang, ticket, payload=payload)) in (["unknown-question"], ["unknown-option"])
    assert begin(yang, test).uuid == ticket.uuid


def test_only_what_was_asked_is_marked(test, yang):
    ticket = begin(yang, test)
    hand_in(yang, ticket)
    attempt = Attempt.objects.get()
    assert (attempt.max, attempt.raw, attempt.passed, attempt.occasion) == (2, 2, True, "after")
    assert {str(row.question) for row in attempt.responses.all()} == set(ticket.questions)


def test_it_is_marked_by_the_edition_that_it_was_begun_with(test, yang):
    ticket = begin(yang, test)
    test.pass_mark = 1
    test.questions = test.questions.get_prep_value()[:1]
    test.save_revision().publish()
    assert hand_in(yang, ticket).stored == [str(ticket.uuid)]
    assert Attempt.objects.get().edition_id == ticket.edition_id


def test_course_is_passed_only_with_its_test(test, yang, lessons):
    pass_every_quiz(yang, lessons)
    enrolment = Enrolment.objects.get(trainee=yang, course_key=course_key_of(lessons[0]))
    assert (enrolment.passed_on, enrolment.completed_on is None) == (None, False)
    hand_in(yang, begin(yang, test))
    enrolment.refresh_from_db()
    assert enrolment.passed_on is not None
    assert rebuild_progress(check=True) == []


def test_test_that_comes_later_takes_no_course_back(yang, lessons):
    pass_every_quiz(yang, lessons)
    test = a_course_test(lessons[0].course)
    hand_in(yang, begin(yang, test), right=False)
    assert Enrolment.objects.get(trainee=yang, course_key=course_key_of(lessons[0])).passed_on


def test_passed_test_completes_no_lesson(test, yang):
    hand_in(yang, begin(yang, test))
    assert not LessonCompletion.objects.exists()


def test_before_the_course_nothing_is_passed(test, yang, lessons):
    hand_in(yang, begin(yang, test, BEFORE))
    attempt = Attempt.objects.get()
    assert (attempt.scaled, attempt.passed, attempt.occasion) == (1, False, "before")
    pass_every_quiz(yang, lessons)
    assert not Enrolment.objects.filter(trainee=yang, passed_on__isnull=False).exists()
    assert begin(yang, test).number == 1


def test_before_the_course_is_once_and_before_learning(test, yang, wu, lessons):
    hand_in(yang, begin(yang, test, BEFORE))
    receive_events(trainee=wu, bodies=[an_attempt(quiz_of(lessons[0]))])
    for trainee in (yang, wu):
        with pytest.raises(NotOffered):
            begin(trainee, test, BEFORE)


@pytest.mark.parametrize(("days", "late"), [(6, False), (8, True)])
def test_what_comes_late_is_kept_and_certifies_nothing(days, late, test, yang):
    ticket = begin(yang, test, now=timezone.now() - timedelta(days=days))
    assert hand_in(yang, ticket).stored == [str(ticket.uuid)]
    attempt = Attempt.objects.get()
    assert (attempt.late, attempt.passed, attempt.scaled) == (late, not late, 1)
    assert rebuild_progress(check=True) == []


def test_last_day_counts_to_its_end(test, yang):
    begun = datetime(2026, 11, 20, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    due = timezone.localtime(begin(yang, test, now=begun).due_at)
    assert (due.date(), due.hour, due.minute) == (date(2026, 11, 27), 23, 59)


def test_quiz_of_a_lesson_that_became_a_test_certifies_with_a_ticket_alone(lessons, yang):
    quiz = quiz_of(lessons[0])
    old = latest_edition(quiz.translation_key)
    quiz.move(lessons[0].course, pos="last-child")
    assert codes(receive_events(trainee=yang, bodies=[an_attempt(quiz, edition=old)])) == ["ticket"]
    assert not LearningEvent.objects.filter(kind="attempt-submitted").exists()


def test_what_was_passed_while_its_key_was_public_is_no_passed_test(lessons, yang):
    quiz = quiz_of(lessons[0])
    receive_events(trainee=yang, bodies=[an_attempt(quiz)])
    quiz.move(lessons[0].course, pos="last-child")
    receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lessons[1]))])
    assert not tries_of(trainee=yang, edition=latest_edition(quiz.translation_key)).passed
    assert not Enrolment.objects.filter(trainee=yang, passed_on__isnull=False).exists()
    assert rebuild_progress(check=True) == []


def test_before_the_course_is_gone_on_with_only_until_something_is_learned(test, yang, lessons):
    begin(yang, test, BEFORE)
    receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lessons[0]))])
    with pytest.raises(NotOffered):
        begin(yang, test, BEFORE)


def test_question_that_was_taken_out_meanwhile_costs_no_point(test, yang):
    ticket = begin(yang, test)
    gone, kept = ticket.questions
    test.questions = [one for one in test.questions.get_prep_value() if one["id"] != gone]
    test.save_revision().publish()
    hand_in(yang, ticket, payload={"responses": [{"question": kept, "answer": str(RIGHT)}], "seconds": 300})
    attempt = Attempt.objects.get()
    assert (attempt.raw, attempt.max, attempt.passed) == (1, 1, True)
    assert rebuild_progress(check=True) == []


def test_question_that_is_still_asked_and_left_open_is_wrong(test, yang):
    ticket = begin(yang, test)
    answered = [{"question": ticket.questions[0], "answer": str(RIGHT)}]
    hand_in(yang, ticket, payload={"responses": answered, "seconds": 300})
    assert (Attempt.objects.get().raw, Attempt.objects.get().max) == (1, 2)
