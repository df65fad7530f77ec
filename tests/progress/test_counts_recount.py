"""Every number equals a recount that was written separately, in plain SQL, from the definitions."""

import datetime
import random

import pytest

from progress.counts import MEASURES, CountedVillages, Period, Tally, counts_by_village, counts_by_week, summed
from progress.models import EVERY_COURSE
from progress.services import rebuild_progress
from tests.counted import CRAFT, SHOP, completes, completes_lesson, enrols, passes, recounted
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, LIANHUA
from trainees.models import Trainee

NONGYUAN = "522731102201"
CODES = ("52", "5227", "522731", "522730", "522731102", "522731001", HAOHUAHONG, NONGYUAN, FENGSHAN, LIANHUA)
COURSES = (SHOP, CRAFT, EVERY_COURSE)


def day(month: int, number: int) -> datetime.date:
    return datetime.date(2026, month, number)


MARCH, APRIL = Period(day(3, 1), day(3, 31)), Period(day(4, 1), day(4, 30))
BOTH = Period(day(3, 1), day(4, 30))
PERIODS = (MARCH, APRIL, BOTH)


def counted(code: str, period: Period, course=EVERY_COURSE) -> Tally:
    return summed(counts_by_village(CountedVillages(code), period, course).values())


def numbers(tally: Tally) -> dict[str, int]:
    return {name: getattr(tally, name) for name in MEASURES}


@pytest.fixture
def moved(places, yang) -> Trainee:
    """Yang enrols in one course in March, moves to another township, and enrols in a second one in April."""
    enrols(yang, day(3, 10), SHOP)
    completes_lesson(yang, day(3, 12), SHOP)
    yang.village = places[FENGSHAN]
    yang.save()
    enrols(yang, day(4, 5), CRAFT)
    completes_lesson(yang, day(4, 6), CRAFT)
    completes(yang, day(4, 20), SHOP)
    rebuild_progress()
    return yang


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("course", COURSES)
def test_one_person_in_two_courses_who_moved_is_counted_as_defined(moved, period, course):
    assert {code: numbers(counted(code, period, course)) for code in CODES} == {
        code: recounted(code, period, course) for code in CODES
    }


def test_she_is_in_her_old_village_for_the_first_course_and_in_the_new_one_for_the_second(moved):
    where = {course: set(counts_by_village(CountedVillages("522731"), BOTH, course)) for course in COURSES}
    assert where == {SHOP: {HAOHUAHONG}, CRAFT: {FENGSHAN}, EVERY_COURSE: {HAOHUAHONG}}


def test_all_courses_count_her_once_and_not_twice(moved):
    registered = [counted("522731", BOTH, course).registered for course in COURSES]
    assert registered == [1, 1, 1]


def test_firsts_of_two_months_add_up_and_people_trained_do_not(moved):
    march, april, both = (counted("522731", period) for period in PERIODS)
    assert (march.registered + april.registered, march.completed + april.completed) == (1, 1)
    assert (both.registered, both.completed) == (1, 1)
    assert (march.trained, april.trained, both.trained) == (1, 1, 1)


def test_the_rate_divides_by_all_who_registered_before_the_end(moved):
    april = counted("522731", APRIL)
    assert (april.registered, april.registered_till, april.completed_till) == (0, 1, 1)


@pytest.fixture
def scattered(places) -> None:
    """Sixty people in four villages of two counties, at random moments of three months and around midnight."""
    dice = random.Random(2731)
    homes = [places[code] for code in (HAOHUAHONG, NONGYUAN, FENGSHAN, LIANHUA)]
    times = [datetime.time(0, 0), datetime.time(7, 59, 59), datetime.time(8, 0), datetime.time(23, 59, 59)]
    for _ in range(60):
        trainee = Trainee.objects.create(village=dice.choice(homes))
        for course in dice.sample([SHOP, CRAFT], dice.choice([1, 1, 2])):
            first = day(2, 20) + datetime.timedelta(days=dice.randrange(60))
            enrols(trainee, first, course, time=dice.choice(times))
            for lesson in range(dice.randrange(4)):
                later = first + datetime.timedelta(days=dice.randrange(25))
                completes_lesson(trainee, later, course, lesson, time=dice.choice(times))
            if dice.random() < 0.4:
                passes(trainee, first + datetime.timedelta(days=20), course, time=dice.choice(times))
            if dice.random() < 0.3:
                completes(trainee, first + datetime.timedelta(days=28), course, time=dice.choice(times))
            trainee.village = dice.choice(homes)
            trainee.save()
    rebuild_progress()


@pytest.mark.parametrize("course", COURSES)
def test_many_people_at_random_are_counted_as_defined(scattered, course):
    for period in PERIODS:
        assert {code: numbers(counted(code, period, course)) for code in CODES} == {
            code: recounted(code, period, course) for code in CODES
        }


@pytest.mark.parametrize("period", PERIODS)
def test_villages_add_up_to_townships_and_townships_to_the_county(scattered, period):
    townships = [counted(code, period) for code in ("522731102", "522731001")]
    villages = [counted(code, period) for code in (HAOHUAHONG, NONGYUAN, FENGSHAN)]
    assert summed(villages) == summed(townships) == counted("522731", period)


def test_weeks_add_up_to_the_numbers_of_the_period(scattered):
    weeks = counts_by_week(CountedVillages("522731"), BOTH)
    total = counted("522731", BOTH)
    assert (sum(week.registered for week in weeks), sum(week.completed for week in weeks)) == (
        total.registered,
        total.completed,
    )
    assert [week.first.isoformat() for week in weeks[:3]] == ["2026-03-01", "2026-03-02", "2026-03-09"]


def test_courses_do_not_add_up_to_all_courses(scattered):
    shop, craft, every = (counted("52", BOTH, course).registered for course in COURSES)
    assert shop + craft > every


@pytest.mark.parametrize("into", [HAOHUAHONG, FENGSHAN, LIANHUA])
def test_a_village_that_became_part_of_another_is_counted_there(scattered, places, into):
    old = places[NONGYUAN]
    old.successor, old.valid_to = places[into], day(5, 1)
    old.save()
    assert {code: numbers(counted(code, BOTH)) for code in CODES if code != NONGYUAN} == {
        code: recounted(code, BOTH) for code in CODES if code != NONGYUAN
    }
    assert counted(NONGYUAN, BOTH) == Tally()


def test_lessons_before_and_after_a_period_train_nobody_in_it(yang):
    enrols(yang, day(2, 1))
    completes_lesson(yang, day(2, 10), lesson=1)
    completes_lesson(yang, day(4, 10), lesson=2)
    rebuild_progress()
    assert [counted("522731", period).trained for period in PERIODS] == [0, 1, 1]
    completes_lesson(yang, day(3, 10), lesson=3)
    rebuild_progress()
    assert [counted("522731", period).trained for period in PERIODS] == [1, 1, 1]


def test_a_lesson_that_proves_to_be_earlier_moves_the_month_that_she_was_trained_in(yang):
    enrols(yang, day(3, 1))
    completes_lesson(yang, day(4, 10))
    rebuild_progress()
    completes_lesson(yang, day(3, 10))
    rebuild_progress()
    assert [counted("522731", period).trained for period in PERIODS] == [1, 0, 1]
