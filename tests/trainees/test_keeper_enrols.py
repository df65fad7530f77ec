"""Signing up neighbours one after the other: nothing is lost, nobody twice, nobody merged."""

import re

import pytest
from django.test import Client

from foundation.audit import AuditEntry
from tests.trainees.conftest import HAOHUAHONG, page
from tests.trainees.keeping import NEIGHBOUR, shis_phone, sign_up
from trainees.models import Consent, Person
from trainees.pins import matches


@pytest.fixture
def phone(posters) -> Client:
    return shis_phone(posters)


def wei() -> Person:
    return Person.objects.get(name="韦二姐")


def test_a_neighbour_is_signed_up_with_all_that_was_told(phone):
    card = page(sign_up(phone, phone="1370000 0009"))
    person = wei()
    assert (person.sign, person.age, person.phone) == ("moon", "18+", "13700000009")
    assert person.trainee.village.code == HAOHUAHONG
    assert matches("730964", person.pin)
    assert "730 964" in card
    assert person.trainee.number in card
    assert Consent.objects.filter(person=person, purpose="learning").exists()
    entry = AuditEntry.objects.get(what="keepers-neighbour")
    assert (entry.action, entry.named.split()) == ("added", [person.trainee.number])


def test_a_pin_of_her_own_is_not_shown_again(phone):
    phone.post("/village/enrol/", NEIGHBOUR)
    step = phone.post("/village/enrol/picture/", {"sign": "moon"}, follow=True)
    typed = {"token": step.context["token"], "pin": "730964", "again": "730964"}
    assert "730 964" not in page(phone.post("/village/enrol/pin/", typed))
    assert matches("730964", wei().pin)


def test_the_last_form_sent_three_times_signs_up_once_and_shows_the_same_card(phone):
    phone.post("/village/enrol/", NEIGHBOUR)
    step = phone.post("/village/enrol/picture/", {"sign": "moon"}, follow=True)
    sent = {"token": step.context["token"], "take": "730964"}
    cards = [page(phone.post("/village/enrol/pin/", sent)) for _ in range(3)]
    assert all("730 964" in card for card in cards)
    assert Person.objects.filter(name="韦二姐").count() == 1


def test_somebody_elses_token_shows_nobodys_card(phone, posters, yang):
    Person.objects.filter(pk=yang.pk).update(name="别人")
    answer = phone.post("/village/enrol/pin/", {"token": str(yang.trainee.key), "take": "730964"})
    assert answer["Location"] == "/village/enrol/"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ""}, "Please write what she is called."),
        ({"name": "\u202e韦"}, "cannot be seen"),
        ({"age": ""}, "Please tap how old she is."),
        ({"agreed": ""}, "Read it to her"),
        ({"phone": "12"}, "11 digits"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(phone, changed, said):
    form = {key: value for key, value in (NEIGHBOUR | {"phone": "13700000009"} | changed).items() if value}
    answer = page(phone.post("/village/enrol/", form))
    assert said in answer
    assert "韦二姐" in answer or "name" in changed
    assert Person.objects.count() == 1


def test_under_sixteen_nothing_is_kept(phone):
    answer = page(phone.post("/village/enrol/", NEIGHBOUR | {"age": "under-16"}))
    assert "Nothing that you typed was kept" in answer
    assert "韦二姐" not in page(phone.get("/village/"))


def test_the_same_name_is_asked_about_and_two_may_have_it(phone):
    sign_up(phone)
    asked = page(phone.post("/village/enrol/", NEIGHBOUR))
    assert "韦二姐 is in your village already" in asked
    assert f"/village/people/{wei().trainee_id}/" in asked
    sign_up(phone, another="1")
    assert Person.objects.filter(name="韦二姐").count() == 2


def test_back_and_a_lost_signal_take_nothing_away(phone):
    phone.post("/village/enrol/", NEIGHBOUR)
    assert "韦二姐" in page(phone.get("/village/"))
    assert "韦二姐" in page(phone.get("/village/enrol/"))
    phone.post("/village/enrol/picture/", {"sign": "moon"})
    assert "韦二姐" in page(phone.get("/village/enrol/pin/"))
    phone.post("/village/enrol/", NEIGHBOUR | {"name": "韦三姐"})
    assert "韦三姐" in page(phone.get("/village/enrol/picture/"))


def test_steps_that_come_too_early_lead_to_the_first(phone):
    for step in ("picture/", "pin/"):
        assert phone.get(f"/village/enrol/{step}")["Location"] == "/village/enrol/"


@pytest.mark.parametrize("pin", ["123456", "482", "", "135246 ", "306158"])
def test_a_pin_that_is_none_or_easy_signs_nobody_up(phone, posters, pin):
    phone.post("/village/enrol/", NEIGHBOUR | {"phone": "13700135246"})
    step = phone.post("/village/enrol/picture/", {"sign": "moon"}, follow=True)
    again = "306159" if pin == "306158" else pin
    answer = phone.post("/village/enrol/pin/", {"token": step.context["token"], "pin": pin, "again": again})
    assert "errorlist" in page(answer)
    assert not Person.objects.filter(name="韦二姐").exists()


def test_no_pin_lies_in_the_session_and_no_name_in_an_address(phone):
    sign_up(phone)
    assert "730964" not in str(dict(phone.session))
    assert "韦二姐" not in str(dict(phone.session))
    assert not re.search(r'(?:href|action)="[^"]*(?:韦|%E9%9F%A6)', page(phone.get("/village/people/")))


def test_digits_that_somebody_guesses_are_not_shown_to_be_hers(phone):
    phone.post("/village/enrol/", NEIGHBOUR)
    step = phone.post("/village/enrol/picture/", {"sign": "moon"}, follow=True)
    token = {"token": step.context["token"]}
    phone.post("/village/enrol/pin/", token | {"pin": "730964", "again": "730964"})
    assert "730 964" not in page(phone.post("/village/enrol/pin/", token | {"take": "730964"}))


def test_a_form_of_another_tab_signs_up_nobody_in_her_stead(phone):
    phone.post("/village/enrol/", NEIGHBOUR)
    first = phone.post("/village/enrol/picture/", {"sign": "moon"}, follow=True)
    phone.post("/village/enrol/", NEIGHBOUR | {"name": "韦三姐"})
    phone.post("/village/enrol/picture/", {"sign": "sun"})
    typed = {"token": first.context["token"], "for": "韦二姐", "pin": "730964", "again": "730964"}
    told = page(phone.post("/village/enrol/pin/", typed))
    assert "This form was for 韦二姐" in told
    assert 'name="pin"' not in told
    assert Person.objects.count() == 1


def test_beginning_with_the_next_one_asks_while_somebody_is_half_signed_up(phone):
    phone.post("/village/enrol/", NEIGHBOUR)
    assert "Go on with 韦二姐" in page(phone.get("/village/enrol/?afresh=1"))
    assert "韦二姐" not in page(phone.get("/village/enrol/?afresh=sure"))
