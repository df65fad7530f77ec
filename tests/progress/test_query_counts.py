"""How often the database is asked: within the limits, and no more for more events, lessons, villages or people."""

from collections import Counter
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from courses.models import LessonPage
from progress.models import LearningEvent
from progress.services import Delivery, receive_deliveries, receive_events
from quizzes.selectors import latest_edition
from tests.builders import a_lesson
from tests.learning import NUMBER, RIGHT, a_finish, a_quiz, a_visit, an_attempt, quiz_of
from tests.staff import at_desk
from tests.trainees.conftest import HAOHUAHONG
from trainees.models import Trainee
from trainees.services import join
from villages.models import Division

pytestmark = pytest.mark.django_db
SUBMIT, MY_LESSONS, COUNTY_TABLE = 25, 12, 16
WRITING_IT_DOWN = 2  # a file is in the audit trail too; it has neither trend nor link


def queries(captured: CaptureQueriesContext) -> list[str]:
    return [query["sql"] for query in captured.captured_queries]


def pages_of_rows(statements: list[str]) -> int:
    """How many statements only carry on an INSERT that is longer than one statement may be."""
    inserts = Counter(statement.split("(")[0] for statement in statements if statement.startswith("INSERT"))
    return sum(count - 1 for count in inserts.values())


def signed_in(trainee: Trainee) -> Client:
    phone = Client()
    phone.force_login(trainee.person.user)
    return phone


def a_form(lesson: LessonPage, trainee: Trainee) -> tuple[str, dict]:
    """The address of the lesson's quiz and a filled form."""
    edition = latest_edition(quiz_of(lesson).translation_key)
    choice = next(question["id"] for question in edition.canonical["questions"] if question["kind"] == "single")
    answers = {f"q-{choice}": str(RIGHT), f"q-{NUMBER}": "4"}
    sheet = {"attempt": str(uuid4()), "edition": edition.number, "started": 0, "language": "zh-hans"}
    return reverse("learn-quiz", args=[edition.quiz_key]), sheet | {"person": str(trainee.key)} | answers


def test_handing_in_a_quiz_asks_little_and_no_more_the_tenth_time(yang, lessons):
    phone, counts = signed_in(yang), []
    phone.get(reverse("my-lessons"))  # the session is renewed once an hour, and not by this form
    for _time in range(10):
        address, form = a_form(lessons[0], yang)
        with CaptureQueriesContext(connection) as captured:
            assert phone.post(address, form).status_code == 303
        counts.append(len(captured))
    assert max(counts) <= SUBMIT
    assert counts[1:] == counts[1:2] * 9
    assert LearningEvent.objects.filter(trainee=yang, kind="attempt-marked").count() == 10


def test_batch_asks_no_more_often_for_fifty_events_than_for_five(yang, wu, lessons):
    counts = []
    for person, size in ((yang, 5), (wu, 50)):
        attempts = [an_attempt(quiz_of(lessons[0]), right=False) for _n in range(size - 3)]
        bodies = [a_visit(lessons[0]), a_finish(lessons[0]), *attempts, an_attempt(quiz_of(lessons[0]))]
        with CaptureQueriesContext(connection) as captured:
            assert len(receive_events(trainee=person, bodies=bodies).stored) == size
        statements = queries(captured)
        counts.append(len(statements) - pages_of_rows(statements))
    assert counts[0] == counts[1] <= SUBMIT


def test_many_trainees_are_read_in_as_many_queries_as_one(places, lessons):
    counts = []
    for size in (1, 12):
        people = Trainee.objects.bulk_create([Trainee(village=places[HAOHUAHONG]) for _n in range(size)])
        sent = [[a_finish(lessons[0]), an_attempt(quiz_of(lessons[0]))] for _person in people]
        with CaptureQueriesContext(connection) as captured:
            receive_deliveries(
                deliveries=[Delivery(one, bodies, timezone.now()) for one, bodies in zip(people, sent, strict=True)]
            )
        statements = queries(captured)
        counts.append(len(statements) - pages_of_rows(statements))
    assert counts[0] == counts[1]


def test_my_lessons_asks_no_more_often_for_more_lessons_and_attempts(yang, lessons):
    phone, counts = signed_in(yang), []
    module = lessons[0].get_parent().specific
    for more in (0, 5):
        lessons += [a_lesson(module, title=f"又{n}课", slug=f"more-{n}") for n in range(more)]
        for lesson in lessons[2:]:
            a_quiz(lesson)
        bodies = [an_attempt(quiz_of(lesson), right=n > 0) for lesson in lessons[:-1] for n in range(1 + more)]
        receive_events(trainee=yang, bodies=[a_visit(lessons[-1]), *bodies])
        phone.get(reverse("my-lessons"))  # the first one fills what a process remembers
        with CaptureQueriesContext(connection) as captured:
            page = phone.get(reverse("my-lessons"))
        assert lessons[-1].title in page.text
        counts.append(len(captured))
    assert counts[0] == counts[1] <= MY_LESSONS


@pytest.mark.parametrize("ending", ["", "table.xlsx"])
def test_county_table_asks_no_more_often_for_more_villages_and_people(chen, places, lessons, ending):
    desk, counts = at_desk(chen), []
    desk.get("/office/522731/table.xlsx")  # begins the audit trail
    township = places[HAOHUAHONG].parent
    for more in (1, 9):
        for number in range(more):
            code = f"{township.code}{300 + 20 * more + number}"
            named = {"name": f"新{number}村", "short_name": f"新{number}村", "kind": "villagers", "level": 5}
            village = Division.objects.create(code=code, parent=township, **named)
            people = [join(name="罗", sign="fern", age="18+", village=village).trainee for _n in range(more)]
            receive_deliveries(
                deliveries=[Delivery(one, [an_attempt(quiz_of(lessons[0]))], timezone.now()) for one in people]
            )
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(f"/office/522731/{ending}").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= COUNTY_TABLE + (WRITING_IT_DOWN if ending else 0)
