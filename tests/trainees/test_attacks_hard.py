"""Whoever has much time, many machines or a stolen phone: what he tries, and what he gets."""

import secrets
import time

import pytest
from django.test import Client

from foundation.limits import take
from tests.trainees.conftest import HAOHUAHONG, PIN, signed_in_user, signing_up
from trainees.models import Person, RememberedPerson
from trainees.services import Newcomer, issue_entry_code, join_many
from trainees.services.remembering import TRIES
from trainees.views.entering import WRONG_IN_ALL, WRONG_OF_ADDRESS

pytestmark = pytest.mark.hard

PINS = [f"{number:06d}" for number in range(10_000)]  # hers is not among them
WRONG, WAIT = "That is not the PIN", "Five wrong ones"


@pytest.fixture
def stolen(yang) -> tuple[Client, RememberedPerson]:
    """A phone that knows her, in other hands; nobody is signed in."""
    phone = Client()
    signing_up(phone, name="李阿妹", pin="730964")
    phone.post("/learn/sign-out/")
    return phone, RememberedPerson.objects.get(person__name="李阿妹")


def copies(phone: Client, many: int) -> list[Client]:
    """The cookies of the phone in many browsers."""
    made = []
    for _ in range(many):
        client = Client()
        client.cookies.load({name: morsel.value for name, morsel in phone.cookies.items() if name != "sessionid"})
        made.append(client)
    return made


def people(village, many: int) -> list[Person]:
    newcomers = [Newcomer(name="杨小花", sign="fern", age="18+", village=village, pin=PIN) for _ in range(many)]
    return join_many(newcomers=newcomers)


def test_ten_thousand_guesses_on_a_stolen_phone_are_five(stolen):
    phone, row = stolen
    answers = [phone.post(f"/learn/who/{row.pk}/?in=en", {"pin": pin}).text for pin in PINS]
    assert sum(WRONG in answer for answer in answers) == TRIES
    assert sum(WAIT in answer for answer in answers) == len(PINS) - TRIES
    assert WAIT in phone.post(f"/learn/who/{row.pk}/?in=en", {"pin": "730964"}).text
    assert signed_in_user(phone) is None


@pytest.mark.parametrize("proxies", [0, 1])
def test_a_thousand_forged_addresses_and_copied_cookies_are_five_guesses_too(stolen, settings, proxies):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    phone, row = stolen
    wrong = 0
    for number, client in enumerate(copies(phone, 1000)):
        forged = f"203.0.{number // 250}.{number % 250}"
        answer = client.post(f"/learn/who/{row.pk}/?in=en", {"pin": PINS[number]}, headers={"x-forwarded-for": forged})
        wrong += WRONG in answer.text
    assert wrong == TRIES
    other = Client()
    other.force_login(row.person.user)
    code = other.post("/learn/take-along/").context["code"]
    fresh = Client()
    fresh.post("/learn/enter/", {"code": code})
    assert fresh.post("/learn/enter/", {"pin": "730964"}).status_code == 302  # her own door is not shut


def test_one_pin_over_a_thousand_accounts_finds_no_door(stolen, posters):
    phone, _row = stolen
    rows = [
        RememberedPerson.objects.create(person=person, phone_digest=f"{person.pk:064d}")
        for person in people(posters[HAOHUAHONG], 1000)
    ]
    answers = {phone.post(f"/learn/who/{row.pk}/", {"pin": PIN}).status_code for row in rows}
    assert answers == {404}
    assert signed_in_user(phone) is None


def test_ten_thousand_entry_codes_from_a_thousand_addresses_find_nobody_and_the_right_one_goes_on(yang, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    code = issue_entry_code(person=yang, issued_by=None)
    compared = dict.fromkeys(range(1000), 0)
    for turn in range(10):
        for number in compared:
            guess = f"{secrets.randbelow(10**8):08d}"
            address = f"203.0.{number // 250}.{number % 250}"
            answer = Client().post("/learn/enter/", {"code": guess}, headers={"x-forwarded-for": address})
            compared[number] += answer.status_code != 429
            assert answer.status_code != 302, turn
    assert sum(compared.values()) <= WRONG_IN_ALL + WRONG_OF_ADDRESS * len(compared)
    assert max(compared.values()) <= WRONG_OF_ADDRESS
    hers = Client()
    assert hers.post("/learn/enter/", {"code": code}, headers={"x-forwarded-for": "198.51.100.7"}).status_code == 302


def test_addresses_forged_by_the_visitor_count_as_one_where_no_proxy_is_named(yang, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    answers = [
        Client().post("/learn/enter/", {"code": "00000000"}, headers={"x-forwarded-for": f"203.0.113.{n}"}).status_code
        for n in range(150)
    ]
    assert answers.count(429) == 50


def test_with_a_proxy_what_the_visitor_wrote_before_it_is_not_believed(yang, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    answers = [
        Client()
        .post("/learn/enter/", {"code": "00000000"}, headers={"x-forwarded-for": f"203.0.113.{n}, 198.51.100.7"})
        .status_code
        for n in range(150)
    ]
    assert answers.count(429) == 50


def test_every_village_code_can_be_tried_and_signs_nobody_in(posters):
    client = Client()
    for number in range(2000):
        client.get(f"/v/{number:06d}/")
    assert signed_in_user(client) is None


@pytest.mark.parametrize("change", [lambda value: value[:-1], lambda value: value[::-1], lambda value: f"{value}x"])
def test_a_changed_cookie_of_a_phone_knows_nobody(stolen, change):
    phone, row = stolen
    for morsel in phone.cookies.values():
        morsel.set(morsel.key, change(morsel.value), change(morsel.value))
    assert "李阿妹" not in phone.get("/learn/who/").text
    assert phone.post(f"/learn/who/{row.pk}/", {"pin": "730964"}).status_code == 404


def test_forty_people_behind_one_wi_fi_are_in_within_ten_minutes_with_real_pins(posters, settings):
    """Each joins on her own phone, signs out, comes back by PIN, and on another phone by a trainer's code."""
    settings.PIN_ROUNDS = 200_000
    begun = time.monotonic()
    for number in range(40):
        phone, name = Client(), f"学员{chr(0x4E00 + number)}"
        assert signing_up(phone, name=name).status_code == 302
        phone.post("/learn/sign-out/")
        row = RememberedPerson.objects.get(person__name=name)
        assert phone.post(f"/learn/who/{row.pk}/", {"pin": PIN}).status_code == 302
        other = Client()
        other.post("/learn/enter/", {"code": issue_entry_code(person=row.person, issued_by=None)})
        assert other.post("/learn/enter/", {"pin": PIN}).status_code == 302
        assert signed_in_user(other) == signed_in_user(phone)
    taken = time.monotonic() - begun
    print(f"forty people, three ways each: {taken:.1f} s")  # noqa: T201 - that is what it is for
    assert taken < 600


def test_where_nothing_can_be_counted_no_door_opens(stolen, settings, tmp_path):
    phone, row = stolen
    full = tmp_path / "full"
    full.write_text("a file where the folder should be")
    settings.LIMITS_DIR = full
    assert not take("anything", most=5, seconds=60)
    assert WAIT in phone.post(f"/learn/who/{row.pk}/?in=en", {"pin": "730964"}).text
    assert Client().post("/learn/enter/", {"code": "00000000"}).status_code == 429
