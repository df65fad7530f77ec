"""What people gained by a course, place by place: who did the test both times, and never what few people know."""

import datetime
import io
from decimal import Decimal

import pytest
from django.db import connection
from openpyxl import load_workbook

from progress.counts import CountedVillages, Period
from progress.gains import FEWEST, Gain, gains_by_village, places_with, total_of
from progress.models import Occasion
from progress.selectors import known_before
from progress.services import begin_try, enrol, receive_events
from tests.learning import a_course_test, a_sitting, an_attempt, quiz_of
from tests.staff import at_desk
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG
from trainees.services import join

TODAY = datetime.date.today()
YEAR = Period(TODAY - datetime.timedelta(days=300), TODAY + datetime.timedelta(days=2))
RECOUNT = """
    SELECT COUNT(*), SUM(earlier.scaled), SUM(later.best) FROM progress_attempt AS earlier
    JOIN (SELECT trainee_id, quiz_key, MAX(scaled) AS best FROM progress_attempt
          WHERE occasion = 'after' GROUP BY trainee_id, quiz_key) AS later
      ON later.trainee_id = earlier.trainee_id AND later.quiz_key = earlier.quiz_key
    JOIN trainees_trainee AS person ON person.id = earlier.trainee_id
    JOIN villages_division AS village ON village.id = person.village_id
    WHERE earlier.occasion = 'before' AND village.code = %s
"""


@pytest.fixture
def test(lessons):
    return a_course_test(lessons[0].course, ask=2, before_too=True)


def sit(trainee, test, occasion, *, right: bool) -> None:
    ticket = begin_try(trainee=trainee, quiz_key=test.translation_key, occasion=occasion)
    receive_events(trainee=trainee, bodies=[a_sitting(ticket, right=right)])


def learners(places, village: str, people: int, lessons) -> list:
    made = [join(name="杨", sign="fern", age="18+", village=places[village]).trainee for _person in range(people)]
    for trainee in made:
        enrol(trainee=trainee, course_key=lessons[0].course.translation_key)
    return made


@pytest.fixture
def gained(places, lessons, test) -> None:
    """Six of Haohuahong know nothing before and all after; two of Fengshan; one of them did it only before."""
    for trainee in (*learners(places, HAOHUAHONG, 6, lessons), *learners(places, FENGSHAN, 2, lessons)):
        sit(trainee, test, Occasion.BEFORE, right=False)
        receive_events(trainee=trainee, bodies=[an_attempt(quiz_of(lesson)) for lesson in lessons])
        sit(trainee, test, Occasion.AFTER, right=True)
    sit(learners(places, FENGSHAN, 1, lessons)[0], test, Occasion.BEFORE, right=True)


def test_number_of_each_village_equals_a_recount(gained):
    gains = gains_by_village(CountedVillages("522731"), YEAR)
    for village, people in ((HAOHUAHONG, 6), (FENGSHAN, 2)):
        with connection.cursor() as cursor:
            cursor.execute(RECOUNT, [village])
            recounted = cursor.fetchone()
        gain = gains[village]
        assert (gain.people, gain.before, gain.after) == (
            people,
            Decimal(str(recounted[1])),
            Decimal(str(recounted[2])),
        )
        assert recounted[0] == people
    assert total_of(gains.values()).averages == (0, 100)


def test_what_was_done_after_the_period_is_not_in_it(gained):
    long_ago = Period(YEAR.first, TODAY - datetime.timedelta(days=30))
    assert gains_by_village(CountedVillages("522731"), long_ago) == {}


def test_official_reads_averages_of_many_and_none_of_few(gained, chen):
    page = at_desk(chen).get("/office/522731/").text
    table = page.split("学之前会多少")[1].split("</table>")[0]
    rows = table.split("</tr>")
    assert any(">6<" in row and "0%" in row and "100%" in row for row in rows)
    assert any(">2<" in row and "%" not in row.split("</th>")[1] for row in rows)
    total = rows[-2].split("</th>")[1]
    assert ">8<" in total
    assert "%" not in total, f"{FEWEST} people or fewer could be worked out"
    sheet = in_file(at_desk(chen).get("/office/522731/table.xlsx").content)
    assert ("522731102", "好花红镇", 6, "0%", "100%") in sheet
    assert sheet[-1][:3] == ("合计", None, 8)
    assert "%" not in str(sheet[-1])


def in_file(content: bytes) -> list[tuple]:
    """Rows of the table of gains in an XLSX, from its heading to its total."""
    rows = list(load_workbook(io.BytesIO(content))["学前学后"].iter_rows(values_only=True))
    last = next(number for number, row in enumerate(rows) if row[0] == "合计")
    return [row[:5] for row in rows[2 : last + 1]]


@pytest.mark.parametrize(
    ("villages", "told"),
    [
        ({"522731101201": 5, "522731101202": 5}, {"522731101", "522731"}),
        ({"522731101201": 5, "522731101202": 1}, set()),
        ({"522731101201": 5, "522731101202": 1, "522731102201": 10}, {"522731102"}),
        ({"522731101201": 3, "522731101202": 3, "522731102201": 10}, {"522731101", "522731102", "522731"}),
        ({"522731101201": 5, "522731101202": 2, "522731102201": 5, "522731102202": 3}, {"522731"}),
    ],
)
def test_few_cannot_be_worked_out_by_taking_one_level_from_another(villages, told):
    places = places_with({code: Gain(people) for code, people in villages.items()})
    assert {code for code, place in places.items() if place.is_told and 6 <= len(code) < 12} == told
    assert places["522731"].gain.people == sum(villages.values())


def test_before_that_was_handed_in_after_a_lesson_is_no_before(places, lessons, test):
    [trainee] = learners(places, HAOHUAHONG, 1, lessons)
    late = begin_try(trainee=trainee, quiz_key=test.translation_key, occasion=Occasion.BEFORE)
    receive_events(trainee=trainee, bodies=[an_attempt(quiz_of(lesson)) for lesson in lessons])
    receive_events(trainee=trainee, bodies=[a_sitting(late, right=False)])
    sit(trainee, test, Occasion.AFTER, right=True)
    assert gains_by_village(CountedVillages("522731"), YEAR) == {}
    assert known_before(trainee=trainee, quiz_key=test.translation_key) is None


def test_where_nobody_did_it_both_times_there_is_no_table(chen, places):
    assert "学之前会多少" not in at_desk(chen).get("/office/522731/").text


def test_official_of_another_county_sees_nothing_of_it(gained, deng):
    assert "学之前会多少" not in at_desk(deng).get("/office/522730/").text
