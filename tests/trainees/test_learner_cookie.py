"""The phone's scripts know who is learning for as long as she is signed in, and nobody else learns it from them."""

import time

import pytest
from django.test import Client

from tests.trainees.conftest import PIN, signing_up
from trainees.models import Person, RememberedPerson
from trainees.services import set_pin


def learner(client: Client) -> str:
    """What a script on this phone reads; empty when there is no cookie."""
    told = client.cookies.get("learner")
    return told.value if told else ""


@pytest.fixture
def phone(posters) -> Client:
    """Yang has just signed up on it."""
    client = Client()
    signing_up(client)
    return client


def key_of_yang() -> str:
    return str(Person.objects.get(name="杨小花").trainee.key)


def test_signing_up_tells_the_phone_her_key_and_nothing_else(phone):
    assert learner(phone) == key_of_yang()
    told = phone.cookies["learner"]
    assert (told["path"], told["samesite"], told["max-age"]) == ("/", "Lax", 12 * 3600)
    assert not told["httponly"]


def test_signing_out_takes_it_away(phone):
    phone.post("/learn/sign-out/")
    assert learner(phone) == ""


def test_signing_in_again_brings_it_back(phone):
    phone.post("/learn/sign-out/")
    phone.post(f"/learn/who/{RememberedPerson.objects.get().pk}/", {"pin": PIN})
    assert learner(phone) == key_of_yang()


def test_do_not_remember_me_takes_it_away(phone):
    phone.post("/learn/forget-me/", {"remembered": RememberedPerson.objects.get().pk})
    assert learner(phone) == ""


def test_forgetting_somebody_else_leaves_it(phone, wu):
    digest = RememberedPerson.objects.get().phone_digest
    other = RememberedPerson.objects.create(phone_digest=digest, person=wu)
    phone.post("/learn/forget-me/", {"remembered": other.pk})
    assert learner(phone) == key_of_yang()


def test_session_found_to_be_over_takes_it_away(phone):
    set_pin(person=Person.objects.get(), pin="730964")
    assert phone.get("/learn/me/").json()["person"] is None
    assert learner(phone) == ""


def test_next_person_on_the_phone_replaces_it(phone, wu):
    digest = RememberedPerson.objects.get().phone_digest
    row = RememberedPerson.objects.create(phone_digest=digest, person=wu)
    phone.post(f"/learn/who/{row.pk}/", {"pin": "730964"})
    assert learner(phone) == str(wu.trainee.key)


def test_forged_one_is_put_right_and_opens_nothing(phone, wu):
    phone.cookies["learner"] = str(wu.trainee.key)
    assert phone.get("/learn/me/").json()["person"] == key_of_yang()
    assert learner(phone) == key_of_yang()


def test_it_is_renewed_with_the_session_and_not_with_every_page(phone):
    assert "learner" not in phone.get("/learn/me/").cookies
    session = phone.session
    session["used-at"] = int(time.time()) - 3601
    session.save()
    assert phone.get("/learn/me/").cookies["learner"]["max-age"] == 12 * 3600


def test_session_from_before_is_told_at_its_next_renewal(phone):
    session = phone.session
    del session["learner"], session["used-at"]
    session.save()
    del phone.cookies["learner"]
    phone.get("/learn/me/")
    assert learner(phone) == key_of_yang()


def test_officials_and_guests_get_none(chen):
    desk, guest = Client(), Client()
    desk.force_login(chen)
    for client in (desk, guest):
        client.get("/learn/me/")
        assert learner(client) == ""


@pytest.mark.parametrize("path", ["/", "/zh-hans/help/"])
def test_pages_for_everybody_are_the_same_with_it_and_never_set_it(phone, path):
    hers, anybodys = phone.get(path), Client().get(path)
    assert hers.content == anybodys.content
    assert "learner" not in hers.cookies
    assert "cookie" not in hers.headers.get("Vary", "").lower()
    assert key_of_yang() not in hers.content.decode()
