"""A trainer's people: who has not started, who is stuck and where, and one tap to help."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from foundation.audit import AuditEntry
from progress.looking_after.words import quizzes_of
from progress.models import Attempt, LessonPlace
from progress.selectors import my_courses
from progress.selectors.calls import people_to_call
from progress.selectors.my_people import counted_in, in_state, people_of_trainer
from progress.services import receive_events
from progress.services.merging import merge
from tests.learning import a_finish, a_visit, an_attempt, quiz_of
from tests.staff import at_desk, made_trainer
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, holding
from trainees.models import Consent, HelpedDay, Person
from trainees.services import join

PHONE = "13700000001"
ROOM = "/cms/people/"


@pytest.fixture
def wei(places, lessons):
    return made_trainer(holding("wei", places["522731"], "trainer"))


@pytest.fixture
def desk(wei) -> Client:
    return at_desk(wei, "en")


def long_ago(trainee, days: int = 9) -> None:
    before = timezone.now() - timedelta(days=days)
    LessonPlace.objects.filter(trainee=trainee, left_at__isnull=False).update(left_at=before)
    LessonPlace.objects.filter(trainee=trainee, finished_at__isnull=False).update(finished_at=before)
    Attempt.objects.filter(trainee=trainee).update(occurred_at=before)


def states(wei) -> dict[str, set[int]]:
    everybody = people_of_trainer(wei)
    return {state: {one.pk for one in in_state(everybody, state)} for state in ("new", "stuck", "learning", "done")}


def test_who_has_done_nothing_has_not_started(wei, yang, lessons):
    assert states(wei) == {"new": {yang.pk}, "stuck": set(), "learning": set(), "done": set()}


def test_who_rested_a_week_is_stuck_and_the_lesson_is_named(wei, desk, yang, lessons):
    receive_events(trainee=yang, bodies=[a_visit(lessons[0])])
    assert states(wei)["learning"] == {yang.pk}
    long_ago(yang)
    assert states(wei)["stuck"] == {yang.pk}
    assert f"Stopped 9 days ago at: {lessons[0].title}" in desk.get(ROOM).text


def test_a_quiz_done_in_vain_three_times_is_stuck_until_it_is_passed(wei, desk, yang, lessons):
    quiz = quiz_of(lessons[0])
    receive_events(trainee=yang, bodies=[an_attempt(quiz, right=False) for _n in range(2)])
    assert states(wei)["learning"] == {yang.pk}
    receive_events(trainee=yang, bodies=[an_attempt(quiz, right=False)])
    assert states(wei)["stuck"] == {yang.pk}
    assert f"three times and more: {quiz.title}" in desk.get(f"{ROOM}?state=failed").text
    receive_events(trainee=yang, bodies=[an_attempt(quiz)])
    assert states(wei)["learning"] == {yang.pk}


def test_a_list_of_calls_means_the_same_by_stuck_and_by_not_begun(wei, yang, wu, places, lessons):
    receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lessons[0]), right=False) for _n in range(3)])
    for choice, state, who in (("stuck", "stuck", yang), ("not-started", "new", wu)):
        assert list(people_to_call(wei, places["522731"], choice)) == [who]
        assert states(wei)[state] == {who.pk}


def test_who_completed_the_course_is_never_stuck(wei, yang, lessons):
    bodies = [body for lesson in lessons for body in (a_finish(lesson), an_attempt(quiz_of(lesson)))]
    receive_events(trainee=yang, bodies=bodies)
    long_ago(yang)
    assert states(wei)["done"] == {yang.pk}
    assert counted_in(people_of_trainer(wei)) == {"new": 0, "stuck": 0, "learning": 0, "done": 1, "failed": 0}


def test_names_are_masked_and_the_reading_is_written_down(desk, places):
    join(name="杨小花", sign="orange", age="18+", village=places[HAOHUAHONG], phone=PHONE)
    page = desk.get(ROOM).text
    assert "杨**" in page
    assert "小花" not in page
    assert AuditEntry.objects.get(what="my-people").people == 1


def test_who_only_rested_is_not_among_those_who_failed_three_times(wei, desk, yang, lessons):
    receive_events(trainee=yang, bodies=[a_visit(lessons[0])])
    long_ago(yang)
    assert counted_in(people_of_trainer(wei)) == {"new": 0, "stuck": 1, "learning": 0, "done": 0, "failed": 0}
    assert yang.number not in desk.get(f"{ROOM}?state=failed").text


@pytest.mark.parametrize("whom", ["{number}", "h{pk}", " 石 小花 "])
def test_one_of_her_people_is_found_by_number_and_by_her_whole_name(desk, yang, wu, whom):
    Person.objects.filter(trainee=yang).update(name="石小花")
    answer = desk.post(ROOM, {"whom": whom.format(number=yang.number, pk=yang.pk)})
    assert (answer.status_code, answer["Location"]) == (302, f"{ROOM}{yang.pk}/")


def test_whom_nobody_is_meant_by_gets_a_sentence_and_keeps_what_was_typed(desk, yang):
    Person.objects.update(name="石小花", phone=PHONE)
    for whom in ("", "H-9999", "9" * 40, "小花", "\0", PHONE):
        answer = desk.post(ROOM, {"whom": whom})
        assert (answer.status_code, 'role="alert"' in answer.text) == (400, True)
        assert f'value="{whom}"' in answer.text or whom == "\0"


def test_those_of_one_name_stand_side_by_side_and_others_do_not(desk, places, yang, wu):
    join(name="杨", sign="fern", age="18+", village=places[FENGSHAN])
    page = desk.post(ROOM, {"whom": "杨"}).text
    assert (page.count('class="row__title"'), wu.number in page, "/write/" in page) == (2, False, False)
    assert AuditEntry.objects.get(what="my-people").people == 2


def test_an_entry_that_was_merged_is_found_as_the_one_that_stayed(wei, desk, yang, wu):
    merge(kept=yang, other=wu, by=wei)
    assert desk.post(ROOM, {"whom": wu.number})["Location"] == f"{ROOM}{yang.pk}/"


def test_names_in_order_tell_no_more_than_the_mask(desk, places, yang, wu):
    for name in ("安小妹", "杨阿大"):
        join(name=name, sign="fern", age="18+", village=places[HAOHUAHONG])
    page = desk.get(f"{ROOM}?order=name").text
    shown = [one.split(" ")[0] for one in page.split('class="row__title">')[1:]]
    assert shown == ["安**", "吴**", "杨**", "杨**"]
    assert page.index(yang.number) < page.rindex("杨**")


def test_nobody_of_another_county_is_there(places, yang):
    other = at_desk(made_trainer(holding("mo", places["522730"], "trainer")))
    assert yang.number not in other.get(ROOM).text
    assert other.get(f"{ROOM}{yang.pk}/").status_code == 404
    assert other.post(f"{ROOM}{yang.pk}/", {"call": "1"}).status_code == 404
    assert [other.post(ROOM, {"whom": whom}).status_code for whom in (yang.number, "杨")] == [400, 400]


def test_her_number_is_shown_once_it_is_asked_for_and_that_is_written_down(desk, yang):
    Person.objects.update(phone=PHONE)
    card = f"{ROOM}{yang.pk}/"
    assert PHONE not in desk.get(card).text
    assert f'href="tel:{PHONE}"' in desk.post(card, {"call": "1"}).text
    assert AuditEntry.objects.get(what="number-to-call").named == f" {yang.number} "
    assert PHONE not in desk.get(card).text


def test_who_wants_no_calls_is_not_called(desk, yang):
    Person.objects.update(phone=PHONE)
    Consent.objects.create(person=yang.person, purpose="calls", version="1", withdrawn_at=timezone.now())
    answer = desk.post(f"{ROOM}{yang.pk}/", {"call": "1"}).text
    assert PHONE not in answer
    assert "does not want to be called" in answer
    assert not AuditEntry.objects.filter(what="number-to-call").exists()
    Consent.objects.create(person=yang.person, purpose="messages", version="1", withdrawn_at=timezone.now())
    shut = desk.get(f"{ROOM}{yang.pk}/").text
    assert "wants neither calls nor messages" in shut
    assert ('name="call"' in shut, "/write/" in shut) == (False, False)


def test_help_is_noted_once_a_day(desk, yang):
    for _tap in range(2):
        assert desk.post(f"{ROOM}{yang.pk}/", {"helped": "1"}).status_code == 302
    assert HelpedDay.objects.filter(trainee=yang).count() == 1
    assert "Helped on" in desk.get(f"{ROOM}{yang.pk}/").text


@pytest.mark.parametrize(
    "query", ["village=x", "village=" + "9" * 40, "class=0", "class=9999999999", "state=lost", "p=x"]
)
def test_nonsense_in_the_address_harms_nothing(desk, yang, query):
    assert desk.get(f"{ROOM}?{query}").status_code == 200


def test_list_and_card_ask_no_more_often_for_more_people(desk, places, yang, lessons):
    counts = []
    for more in (1, 9):
        people = [join(name="罗", sign="fern", age="18+", village=places[HAOHUAHONG]).trainee for _n in range(more)]
        for one in people:
            receive_events(trainee=one, bodies=[a_visit(lessons[0])])
        desk.get(f"{ROOM}?order=name")
        with CaptureQueriesContext(connection) as captured:
            assert people[0].number in desk.get(f"{ROOM}?order=name").text
        counts.append(len(captured) - sum("audit" in query["sql"] for query in captured.captured_queries))
    assert counts[0] == counts[1]


def test_the_quizzes_of_all_her_courses_are_asked_for_at_once(yang, lessons):
    receive_events(trainee=yang, bodies=[an_attempt(quiz_of(lessons[0])), an_attempt(quiz_of(lessons[1]), right=False)])
    [course] = my_courses(trainee=yang, language="zh-hans")
    with CaptureQueriesContext(connection) as captured:
        both = quizzes_of([course, course], yang)
    assert both == [{"passed": 1, "all": 2, "open": 1}] * 2
    assert len(captured) == 1
