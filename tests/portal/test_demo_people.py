"""The demo people can do what they are there for, and no more."""

import pytest
from django.test import Client

from portal.demo.people import demo_sign_ins, seed_demo_people
from tests.trainees.conftest import make_places
from trainees.models import Person, User
from trainees.selectors import divisions_visible_to


@pytest.fixture
def sign_ins(db, settings, tmp_path) -> dict[str, dict]:
    settings.DEMO, settings.DATA_DIR, settings.LIMITS_DIR = True, tmp_path, tmp_path / "limits"
    make_places()
    seed_demo_people()
    return {person["role"]: person for person in demo_sign_ins()}


def test_a_trainee_comes_in_by_the_code_and_the_pin_that_are_told(sign_ins):
    for role in ("trainee", "other-trainee"):
        client, typed = Client(), sign_ins[role]["type"]
        client.post(sign_ins[role]["address"], {"code": typed["entry_code"]})
        assert client.post(sign_ins[role]["address"], {"pin": typed["pin"]}).status_code == 302


def test_the_keeper_enrols_her_phone_by_the_second_code_and_is_in_her_room(sign_ins):
    client, typed = Client(), sign_ins["keeper"]["type"]
    client.post("/learn/enter/", {"code": typed["entry_code"]})
    client.post("/learn/enter/", {"pin": typed["pin"]})
    client.post("/village/this-phone/", {"code": typed["device_code"]})
    assert client.get(sign_ins["keeper"]["opens"]).status_code == 200


def test_officials_answer_for_two_counties_that_do_not_meet(sign_ins):
    chen, deng = (set(divisions_visible_to(User.objects.get(username=name))) for name in ("chen", "deng"))
    assert chen
    assert deng
    assert not chen & deng


def test_seeding_again_makes_nobody_twice(sign_ins):
    assert seed_demo_people() == 0
    assert Person.objects.count() == 3


def test_without_places_there_are_staff_and_no_trainees(db, settings, tmp_path):
    settings.DEMO, settings.DATA_DIR = True, tmp_path
    assert seed_demo_people() == 4
    assert not Person.objects.exists()
