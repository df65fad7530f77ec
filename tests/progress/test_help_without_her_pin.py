"""Beside the keeper without her PIN: what was hers before stays closed, no shut door is shown, nothing is mixed up."""

import datetime
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from progress.models import LearningEvent, Occasion
from progress.services import begin_try, receive_events
from tests.learning import (
    a_course_test,
    a_finish,
    a_handed_in,
    a_learning_course,
    a_practice_course,
    a_sitting,
    an_attempt,
    quiz_of,
)
from tests.progress.test_keepers_help import YANGS_PIN, help_her, page
from tests.trainees.conftest import HAOHUAHONG, PIN, make_places
from tests.trainees.keeping import shis_phone, signed_in, the_post
from trainees.models import Person
from trainees.services import join
from trainees.services.messages import send_message

DAYS = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def own_limits(settings, tmp_path) -> None:
    settings.LIMITS_DIR = tmp_path / "limits"


@pytest.fixture
def places(db):
    return make_places()


@pytest.fixture
def yang(places) -> Person:
    return join(name="杨小花", sign="orange", age="18+", village=places[HAOHUAHONG], pin=YANGS_PIN)


@pytest.fixture
def phone(places) -> Client:
    return shis_phone(places)


def results_of(yang: Person, lesson) -> list[str]:
    """The addresses of two results of hers: one from before the help, and one of the future."""
    quiz = quiz_of(lesson)
    before = an_attempt(quiz)
    receive_events(trainee=yang.trainee, bodies=[before], now=timezone.now() - DAYS)
    later = an_attempt(quiz, right=False)
    receive_events(trainee=yang.trainee, bodies=[later], now=timezone.now() + DAYS)
    return [f"/learn/quiz/{quiz.translation_key}/{one['uuid']}/" for one in (before, later)]


@pytest.mark.parametrize(("pin", "status"), [("", 403), (YANGS_PIN, 200)])
def test_what_came_of_a_quiz_before_the_help_opens_with_her_pin_alone(phone, yang, pin, status):
    before, later = results_of(yang, a_learning_course()[0])
    help_her(phone, yang, pin=pin)
    assert phone.get(before).status_code == status
    assert "to look at again" in page(phone.get(later))


@pytest.mark.parametrize(("pin", "seen"), [("", False), (YANGS_PIN, True)])
def test_tries_of_the_test_from_before_are_not_listed_without_her_pin(phone, yang, pin, seen):
    lesson = a_learning_course()[0]
    test = a_course_test(lesson.course, tries=3)
    receive_events(trainee=yang.trainee, bodies=[a_finish(lesson)])
    ticket = begin_try(trainee=yang.trainee, quiz_key=test.translation_key, occasion=Occasion.AFTER)
    receive_events(trainee=yang.trainee, bodies=[a_sitting(ticket, right=False)])
    help_her(phone, yang, pin=pin)
    sheet = f"/learn/test/{test.translation_key}/{ticket.uuid}/"
    assert (sheet in page(phone.get(f"/learn/test/{test.translation_key}/"))) is seen
    assert phone.get(sheet).status_code == (200 if seen else 403)


@pytest.mark.parametrize("pin", ["", YANGS_PIN])
def test_no_door_is_shown_that_is_shut(phone, yang, pin):
    lesson = a_practice_course()[0]
    receive_events(trainee=yang.trainee, bodies=[a_finish(lesson), a_handed_in(lesson)])
    send_message(to=[yang], words="明天上课", by=the_post().user, sending=uuid4())
    help_her(phone, yang, pin=pin)
    shown = BeautifulSoup(phone.get("/learn/").content, "html.parser")
    assert ("Practice tasks" in shown.get_text()) is bool(pin)
    assert "from your teacher" not in shown.get_text()
    doors = {link["href"] for link in shown.select("main a[href^='/learn/']")}
    assert {phone.get(door).status_code for door in doors} <= {200}
    pressed = {form["action"] for form in shown.select("form[action]")}
    assert pressed == {"/learn/help/end/"}


def test_a_task_is_handed_in_with_help_only_with_her_pin_and_what_waited_before_arrives(phone, yang):
    lesson, key = a_practice_course()[0], str(yang.trainee.key)
    help_her(phone, yang)
    bodies = [a_handed_in(lesson, person=key, helped=True), a_handed_in(lesson, person=key)]
    said = phone.post("/learn/events/", {"events": bodies}, content_type="application/json").json()
    assert (said["stored"], said["refused"]) == ([bodies[1]["uuid"]], [{"uuid": bodies[0]["uuid"], "code": "sign-in"}])
    phone.post(phone.post("/learn/help/end/")["Location"], {"pin": PIN})
    help_her(phone, yang, pin=YANGS_PIN)
    said = phone.post("/learn/events/", {"events": bodies[:1]}, content_type="application/json").json()
    assert said["stored"] == [bodies[0]["uuid"]]


def test_what_waits_on_the_keepers_phone_is_offered_to_nobody_without_her_pin(phone, yang):
    lesson = a_learning_course()[0]
    me = the_post().user.person
    phone.post("/learn/sign-out/")
    phone.post("/learn/events/", {"events": [a_finish(lesson, person="")]}, content_type="application/json")
    signed_in(me, phone)
    help_her(phone, yang)
    shown = page(phone.get("/learn/"))
    assert "was-it-me" not in shown
    phone.post(phone.post("/learn/help/end/")["Location"], {"pin": PIN})
    assert phone.get("/learn/")["Location"] == "/learn/was-it-me/"


def test_what_the_keeper_did_herself_is_not_given_to_the_neighbour(phone, yang):
    """Her page stood open in another window, and what her outbox holds bears her own key."""
    lesson, key = a_learning_course()[0], str(the_post().user.person.trainee.key)
    help_her(phone, yang)
    bodies = [a_finish(lesson, person=key)]
    said = phone.post("/learn/events/", {"events": bodies}, content_type="application/json").json()
    assert said["refused"] == [{"uuid": bodies[0]["uuid"], "code": "other-person"}]
    phone.post(f"/learn/lesson/{lesson.translation_key}/finished/", {"attempt": str(uuid4()), "person": key})
    assert not LearningEvent.objects.filter(kind="lesson-finished").exists()
    phone.post(phone.post("/learn/help/end/")["Location"], {"pin": PIN})
    phone.post("/learn/events/", {"events": bodies}, content_type="application/json")
    assert [str(event.trainee.key) for event in LearningEvent.objects.filter(kind="lesson-finished")] == [key]
