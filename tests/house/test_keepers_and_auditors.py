"""A keeper without her phone is a trainee everywhere; an auditor gets of an official's pages those that are read."""

import datetime

import pytest
from django.test import Client

from tests.house.addresses import ROLES, ROWS
from tests.house.test_addresses import outcome, signed_in
from tests.trainees.conftest import DAY, HAOHUAHONG, holding, make_places
from trainees.models import Post
from trainees.services import ensure_village_codes, join

LAST = datetime.date(2099, 1, 1)
# What is not reading: who answers for the place has it, an auditor has not.
ACTING = ("/posters/", "/office/erase/", "/office/keepers/", "/office/register/")
FOR_AUDITORS = {"/office/kept/": 200}  # registers of erased people, shown for a reason that is written down
OF_KEEPERS = ("/village/", "/learn/remember/")


@pytest.fixture
def places(db) -> dict:
    made = make_places()
    ensure_village_codes(villages=[made[HAOHUAHONG]])
    return made


def of(role: str) -> dict[str, int | str]:
    """What the table says of a role, by address."""
    return {address: expected[ROLES.index(role)] for _route, address, *expected in ROWS}


def differences(client: Client, expected: dict[str, int | str]) -> dict[str, tuple]:
    found = {address: (outcome(client, address), wanted) for address, wanted in expected.items()}
    return {address: pair for address, pair in found.items() if pair[0] != pair[1]}


def test_a_keeper_on_a_phone_that_is_not_enrolled_is_a_trainee(places):
    person = join(name="石站长", sign="drum", age="18+", village=places[HAOHUAHONG])
    Post.objects.create(user=person.user, division=places[HAOHUAHONG], role="keeper", valid_from=DAY)
    phone = Client()
    phone.force_login(person.user)
    rooms = {address: got for address, got in of("trainee").items() if not address.startswith(OF_KEEPERS)}
    assert differences(phone, rooms) == {}


def test_an_auditor_reads_what_an_official_reads_and_acts_nowhere(places):
    desk = signed_in(holding("mo", places["522731"], "auditor", valid_to=LAST))
    expected = {
        address: 404 if address.startswith(ACTING) else got for address, got in of("official").items()
    } | FOR_AUDITORS
    assert differences(desk, expected) == {}
