"""How often the database is asked for practice tasks: no more for more of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from progress.services import keep_photo, receive_events
from tests.answering import phone_of
from tests.learning import a_handed_in, a_practice_course, a_sent_photo, task_of

pytestmark = pytest.mark.django_db
PAGE, MY_LESSONS = 13, 15


@pytest.fixture
def lesson(db):
    return a_practice_course()[0]


def asked(phone, address: str) -> int:
    phone.get(address)  # the first one fills what a process remembers
    with CaptureQueriesContext(connection) as captured:
        assert phone.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize(("address", "most"), [("learn-task", PAGE), ("my-lessons", MY_LESSONS)])
def test_page_asks_no_more_often_for_more_that_was_handed_in(yang, lesson, address, most):
    where = reverse(address, args=task_of(lesson) if address == "learn-task" else [])
    photo, phone, counts = keep_photo(trainee=yang, content=a_sent_photo()).sha256, phone_of(yang), []
    for more in (1, 6):
        receive_events(trainee=yang, bodies=[a_handed_in(lesson, photo) for _time in range(more)])
        counts.append(asked(phone, where))
    assert counts[0] == counts[1] <= most
