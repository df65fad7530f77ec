"""Whom a roster brought is asked before anything of her is kept: by the keeper, or by the notice; also her age."""

import json
import uuid

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from progress.models import GuestEvent, LearningEvent
from tests.learning import a_learning_course, a_visit
from tests.trainees.conftest import HAOHUAHONG
from tests.trainees.keeping import shis_phone, signed_in
from trainees.consent_words import LEARNING
from trainees.models import Person, Trainee
from trainees.selectors.consents import allows
from trainees.services import set_pin

PIN = "730964"
NOTICE = "/learn/notice/"

pytestmark = pytest.mark.usefixtures("own_limits")


@pytest.fixture
def listed(places) -> Person:
    trainee = Trainee.objects.create(village=places[HAOHUAHONG], key=uuid.uuid4(), joined_at=timezone.now())
    return Person.objects.create(trainee=trainee, name="罗阿妹")


@pytest.fixture
def her_phone(listed) -> Client:
    """Somebody gave her a picture and a PIN, and nobody asked her anything."""
    Person.objects.filter(pk=listed.pk).update(sign="moon")
    set_pin(person=listed, pin=PIN)
    return signed_in(listed, pin=PIN)


def send(phone: Client, person: Person, lesson):
    sent = json.dumps({"events": [a_visit(lesson) | {"person": str(person.trainee.key)}]})
    return phone.post("/learn/events/", sent, content_type="application/json")


def test_keeper_lets_nobody_in_who_was_not_asked(places, listed):
    phone = shis_phone(places)
    room = f"/village/people/{listed.trainee_id}/"
    assert "I agree to this" in phone.get(f"{room}picture/").text
    for told in ({}, {"agreed": "on"}, {"age": "18+"}, {"agreed": "on", "age": "under-16"}):
        assert phone.post(f"{room}picture/", {"sign": "moon"} | told).status_code == 200
    assert phone.get(f"{room}pin/")["Location"] == f"{room}picture/"
    assert not allows(listed, LEARNING)
    answer = phone.post(f"{room}picture/", {"sign": "moon", "agreed": "on", "age": "18+"})
    assert answer["Location"] == f"{room}pin/"
    listed.refresh_from_db()
    assert (listed.age, listed.sign, allows(listed, LEARNING)) == ("18+", "moon", True)


def test_nothing_is_kept_before_she_agreed_and_nothing_is_lost(her_phone, listed):
    lessons = a_learning_course()
    her_phone = signed_in(listed, pin=PIN)
    refused = send(her_phone, listed, lessons[0])
    assert (refused.status_code, refused.json()) == (429, {"error": "later"})
    assert not LearningEvent.objects.exists()
    her_phone.post(NOTICE, {"age": "18+"})
    assert LearningEvent.objects.get().kind == "enrolled"
    assert send(her_phone, listed, lessons[0]).json()["refused"] == []


def test_a_form_that_was_filled_in_already_waits_on_the_phone(her_phone, listed):
    lesson = a_learning_course()[0]
    address = f"/learn/lesson/{lesson.translation_key}/finished/"
    form = BeautifulSoup(Client().get(address).content, "html.parser").find_all("form")[-1]
    filled_in = {field["name"]: field["value"] for field in form.find_all("input")}
    her_phone.post(address, filled_in | {"person": str(listed.trainee.key)})
    assert (LearningEvent.objects.count(), GuestEvent.objects.count()) == (0, 1)


def test_every_room_leads_to_the_notice_but_the_ways_out(her_phone):
    for room in ("", "shelf/", "my-data/", "phones/", "take-along/", "messages/"):
        assert her_phone.get(f"/learn/{room}")["Location"].startswith(NOTICE)
    assert her_phone.post("/learn/my-data/agreed/", {"purpose": "calls", "yes": "1"})["Location"] == NOTICE
    for room in ("me/", "my-data/erase/", "who/", "notice/"):
        assert her_phone.get(f"/learn/{room}").status_code == 200


def test_the_notice_asks_her_age_where_none_is_known(her_phone, listed):
    assert "How old are you?" in her_phone.get(NOTICE).text
    assert "Please tap how old you are" in her_phone.post(NOTICE, {"age": "12"}).text
    assert "16 and over" in her_phone.post(NOTICE, {"age": "under-16"}).text
    assert not allows(listed, LEARNING)
    assert her_phone.post(NOTICE, {"age": "16-17", "next": "/learn/shelf/"})["Location"] == "/learn/shelf/"
    listed.refresh_from_db()
    assert (listed.age, allows(listed, LEARNING)) == ("16-17", True)


def test_helped_she_reads_the_notice_too(places, her_phone, listed):
    phone = shis_phone(places)
    phone.post(f"/village/people/{listed.trainee_id}/help/")
    assert phone.get("/learn/")["Location"] == NOTICE
    assert phone.get(NOTICE).status_code == 200
