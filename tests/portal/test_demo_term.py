"""A made-up term: believable, the same on every machine, and written by no rule but the site's own."""

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F

from portal.demo.people import seed_demo_people, trainee_of_the_cast
from portal.demo.scenario import term
from portal.demo.scenario.answering import answers_to
from portal.demo.scenario.calendar import free_time, term_until
from portal.demo.scenario.habits import EVERY_LESSON, Habit
from portal.demo.scenario.lives import Life
from portal.demo.scenario.register import hold_class, keep_register
from portal.demo.scenario.syllabus import Taught
from portal.demo.scenario.tasks import hand_in_tasks
from progress.models import EVERY_COURSE, Attempt, Enrolment, LearningEvent, LessonCompletion, Submission, Ticket
from progress.services import rebuild_progress
from quizzes.grading import check_responses, mark
from tests.builders import a_lesson, a_task
from tests.learning import a_course_test, a_learning_course
from tests.quizzes.examples import TABLE
from tests.trainees.conftest import make_places
from trainees.models import Category, CohortMember, Person, RegisterEntry, Trainee

NOW = datetime(2026, 11, 26, 11, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
PEOPLE = 60


def can_be_right(question: dict) -> bool:
    """Not one that an author has begun: nothing is right there yet."""
    return question.get("right") != [] and question.get("accepted") != {}


ASKED = [{**question, "id": name} for name, question in TABLE["questions"].items() if can_be_right(question)]
EVERY_KIND = {"pass_mark": "0.75", "tries": None, "questions": ASKED}
LESSONS = [Taught(UUID(int=number), ("a", "b", "c"), None) for number in range(1, 9)]


@pytest.fixture
def county(db, settings, tmp_path):
    """Two counties, a course of three lessons, and a data folder of its own."""
    settings.DEMO, settings.DATA_DIR = True, tmp_path
    make_places()
    return a_learning_course(lessons=3)


def a_life(seed: int, **changes: object) -> list:
    habit = Habit(1, EVERY_LESSON, pause=20)
    told = {"begins": NOW - timedelta(days=90), "until": NOW, "language": "zh-hans"} | changes
    return list(Life(Random(seed), habit, **told).sent(LESSONS))


def told() -> list[tuple]:
    """Who did what and when, without what is random in every folder."""
    events = LearningEvent.objects
    return sorted(events.values_list("trainee__person__name", "kind", "object_key", "occurred_at", "helped"))


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question["id"])
def test_right_answers_are_right_and_wrong_ones_wrong(question):
    quiz = EVERY_KIND | {"questions": [question]}
    for number in range(20):
        for skill in (0, 1):
            answers = answers_to(quiz, skill, Random(number))
            assert mark(quiz, check_responses(quiz, answers.responses)).passed == answers.enough == bool(skill)


def test_nothing_happens_after_today():
    arrivals = [sent.received_at for seed in range(30) for sent in a_life(seed)]
    assert NOW - timedelta(days=90) < min(arrivals)
    assert max(arrivals) <= NOW + timedelta(seconds=1)


def test_phone_without_signal_sends_a_sitting_at_the_next_one():
    late = [sent.received_at - datetime.fromisoformat(sent.bodies[-1]["at"]) for sent in a_life(1, remote=True)[:-1]]
    assert min(late) > timedelta(hours=2)


def test_fields_leave_no_time_at_planting_harvest_and_spring_festival():
    busy, quiet = [date(2026, 5, 12), date(2026, 9, 17), date(2026, 2, 17)], [date(2026, 7, 23), date(2026, 3, 5)]
    assert max(map(free_time, busy)) < min(map(free_time, quiet)) / 2


@pytest.mark.parametrize(
    ("today", "first"),
    [(date(2026, 11, 26), 2026), (date(2027, 1, 2), 2026), (date(2027, 2, 28), 2026), (date(2027, 3, 1), 2027)],
)
def test_term_is_never_only_some_days_long(today, first):
    assert term_until(today).first.year == first


def test_everything_follows_from_events_that_came_by_the_rules(county):
    assert term.make_term(people=PEOPLE, now=NOW) == PEOPLE
    assert rebuild_progress(check=True) == []
    rows = Enrolment.objects.filter(course_key=EVERY_COURSE)
    assert rows.count() == PEOPLE
    assert 0 < rows.filter(completed_on__isnull=False).count() < rows.filter(started_on__isnull=False).count() < PEOPLE
    assert LessonCompletion.objects.count() > PEOPLE / 2


def test_those_who_come_to_the_end_do_the_test_of_the_course(county):
    a_course_test(county[0].course, ask=3, tries=3, before_too=True)
    term.make_term(people=PEOPLE, now=NOW)
    tests = Attempt.objects.exclude(occasion="")
    assert {attempt.occasion for attempt in tests} == {"before", "after"}
    assert set(tests.values_list("uuid", flat=True)) == set(Ticket.objects.values_list("uuid", flat=True))
    assert Enrolment.objects.filter(passed_on__isnull=False, course_key=EVERY_COURSE).exists()
    assert rebuild_progress(check=True) == []


def test_all_of_them_live_in_the_county_and_nobody_can_sign_in(county):
    term.make_term(people=PEOPLE, now=NOW)
    assert {code[:6] for code in Trainee.objects.values_list("village__code", flat=True)} == {term.COUNTY}
    assert set(Person.objects.values_list("pin", "phone")) == {("", "")}
    assert not any(person.user.has_usable_password() for person in Person.objects.select_related("user"))


def test_made_again_changes_nothing(county):
    term.make_term(people=PEOPLE, now=NOW)
    before = told()
    assert term.make_term(people=PEOPLE, now=NOW + timedelta(days=1)) == 0
    assert told() == before


def test_killed_term_goes_on_behind_the_last_portion(county, monkeypatch):
    with transaction.atomic():
        term.make_term(people=PEOPLE, now=NOW)
        in_one_go = told()
        transaction.set_rollback(True)
    monkeypatch.setattr(term, "PORTION", 20)
    term.make_term(people=40, now=NOW)
    assert term.make_term(people=PEOPLE, now=NOW) == PEOPLE - 40
    assert told() == in_one_go


def test_demo_trainees_have_come_some_way(county):
    seed_demo_people()
    term.teach_the_cast(now=NOW)
    term.teach_the_cast(now=NOW)
    yang, wu = trainee_of_the_cast("yang"), trainee_of_the_cast("wu")
    assert (yang.completions.count(), wu.completions.count()) == (3, 1)
    assert wu.places.filter(finished_at__isnull=True).count() == 1
    assert rebuild_progress(check=True) == []


def test_some_hand_in_tasks_and_the_demo_trainer_has_looked_at_a_few(county, settings):
    module = county[0].get_parent().specific
    for shelf in ("photo", "listing"):
        a_lesson(module, title=f"练{shelf}", slug=shelf, more=[a_task(shelf=shelf)])
    settings.MEDIA_ROOT, settings.LIMITS_DIR = settings.DATA_DIR / "uploads", settings.DATA_DIR / "limits"
    seed_demo_people()
    term.make_term(people=12, now=NOW)
    for _time in range(2):
        hand_in_tasks(now=NOW)
    states = Counter(Submission.objects.values_list("state", flat=True))
    assert (states["passed"], states["again"]) == (1, 1)
    assert states["waiting"] > 3
    assert Submission.objects.filter(photos__isnull=False).count() == sum(states.values())
    assert rebuild_progress(check=True) == []


def test_register_and_class_are_made_once_and_nobody_of_the_cast_stands_in_them(county):
    seed_demo_people()
    term.make_term(people=PEOPLE, now=NOW)
    counted = [keep_register(now=NOW) for _time in range(2)]
    for _time in range(2):
        hold_class(now=NOW)
    assert counted == [PEOPLE, 0]
    assert not RegisterEntry.objects.exclude(person__pin="").exists()
    assert set(Category.objects.filter(in_use=True).values_list("key", flat=True)) == {"poverty-lifted", "returned"}
    assert CohortMember.objects.count() == 12
    assert CohortMember.objects.exclude(told_until=None).count() == 1
    elsewhere = RegisterEntry.objects.exclude(household__village=F("person__trainee__village"))
    assert not elsewhere.filter(household__isnull=False).exists()


def test_term_is_refused_where_demo_is_off(county, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("seed_term", people=3)
    assert Trainee.objects.count() == 0
