"""Coming back: by sign and PIN on a phone that knows her, and by nothing less."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.test import Client
from django.utils import translation

from tests.trainees.conftest import PIN, WORDS, page, signed_in_user, signing_up
from trainees.captions import captions
from trainees.models import Person, RememberedPerson, Trainee
from trainees.pins import matches
from trainees.services import PinVerdict, check_pin, join, set_pin


@pytest.fixture
def phone(posters) -> Client:
    """A phone on which Yang signed up and then out."""
    client = Client()
    signing_up(client)
    client.post("/learn/sign-out/")
    return client


def tile(client: Client, name: str = "杨小花") -> str:
    return f"/learn/who/{RememberedPerson.objects.get(person__name=name).pk}/"


def try_pin(client: Client, pin: str, name: str = "杨小花"):
    return client.post(f"{tile(client, name)}?in=en", {"pin": pin})


def test_two_who_chose_one_picture_are_told_apart_by_surname_or_number():
    def chose(name: str, sign: str, number: int) -> Person:
        return Person(name=name, sign=sign, trainee=Trainee(pk=number))

    with translation.override("en"):
        alone = captions([chose("杨小花", "orange", 1), chose("吴阿妹", "fern", 2)])
        two = captions([chose("杨小花", "fern", 1), chose("吴阿妹", "fern", 2)])
        alike = captions([chose("杨小花", "fern", 1), chose("杨阿妹", "fern", 2)])
    assert alone == ["Orange", "Fern"]
    assert two == ["Fern 杨**", "Fern 吴**"]
    assert alike == ["Fern H-0001", "Fern H-0002"]


@pytest.mark.parametrize("known", [True, False], ids=["somebody", "nobody"])
def test_foot_asks_a_phone_that_knows_nobody_to_sign_up(phone, known):
    shown = page((phone if known else Client()).get("/learn/who/?in=en"))
    foot = shown[shown.index("<footer") :]
    assert ("Learn first, without signing up" in foot, "I am new here" in foot) == (known, not known)
    assert shown.count("Learn first, without signing up") == shown.count("I am new here") == 1


def test_her_pin_lets_her_in_and_her_session_is_a_new_one(phone):
    phone.get("/learn/enter/")
    before = phone.session.session_key
    assert try_pin(phone, PIN)["Location"] == "/learn/"
    assert signed_in_user(phone)
    assert phone.session.session_key != before
    assert phone.session.get_expiry_age() == 12 * 3600


def test_signing_out_leaves_her_tile_and_ends_her_session(phone):
    assert "orange.svg" in page(phone.get("/learn/who/"))
    assert signed_in_user(phone) is None


def test_another_phone_knows_nobody_and_her_tile_is_not_there(phone):
    stranger = Client()
    assert "orange.svg" not in page(stranger.get("/learn/who/"))
    assert stranger.get(tile(phone)).status_code == 404
    assert stranger.post(tile(phone), {"pin": PIN}).status_code == 404


def test_a_cookie_of_ones_own_making_opens_nothing(phone):
    thief = Client()
    thief.cookies["this-phone"] = RememberedPerson.objects.get().phone_digest
    assert thief.get(tile(phone)).status_code == 404


def test_the_table_does_not_hold_what_the_cookie_holds(phone):
    assert RememberedPerson.objects.get().phone_digest not in phone.cookies["this-phone"].value
    assert phone.cookies["this-phone"]["httponly"]
    assert phone.cookies["this-phone"]["path"] == "/learn/"


@pytest.mark.parametrize("pin", ["000000", "", "48291", "９" * 500, "\x00", "482916"])
def test_a_wrong_pin_is_told_and_lets_nobody_in(phone, pin):
    assert "That is not the PIN" in page(try_pin(phone, pin))
    assert signed_in_user(phone) is None


def test_five_wrong_ones_close_this_phone_to_her_while_she_signs_in_elsewhere(phone):
    other = Client()
    other.cookies = Client().cookies
    signing_up(other, name="吴阿妹", pin="730964")
    person = Person.objects.get(name="杨小花")
    RememberedPerson.objects.create(person=person, phone_digest=RememberedPerson.objects.last().phone_digest)
    for _ in range(5):
        assert "That is not the PIN" in page(phone.post(f"{_tile_on(phone, person)}?in=en", {"pin": "000001"}))
    told = page(phone.post(_tile_on(phone, person), {"pin": PIN}))
    assert "Five wrong ones" in told
    assert "Your keeper gives you a new PIN" in told
    assert other.post(_tile_on(other, person), {"pin": PIN}).status_code == 302
    assert signed_in_user(other) == str(person.user_id)


def test_wrong_ones_of_hers_do_not_close_the_phone_to_another(phone):
    signing_up(phone, name="吴阿妹", sign="butterfly", pin="730964")
    for _ in range(6):
        try_pin(phone, "000001")
    assert try_pin(phone, "730964", "吴阿妹").status_code == 302


def test_guesses_at_once_are_no_more_than_guesses_one_by_one(yang):
    with ThreadPoolExecutor(8) as many:
        verdicts = list(many.map(lambda n: check_pin(person=yang, pin=f"00000{n % 10}", door="one"), range(40)))
    assert verdicts.count(PinVerdict.WRONG) == 5
    assert verdicts.count(PinVerdict.WAIT) == 35


def test_the_right_one_forgets_the_wrong_ones_before(phone):
    for _ in range(3):
        for _ in range(4):
            try_pin(phone, "000001")
        assert try_pin(phone, PIN).status_code == 302


def test_another_persons_sign_in_ends_the_first_ones(phone):
    signing_up(phone, name="吴阿妹", pin="730964")
    wu = signed_in_user(phone)
    phone.session["left"] = "by Wu"
    try_pin(phone, PIN)
    assert signed_in_user(phone) not in (None, wu)
    assert "left" not in phone.session


def test_one_tap_makes_the_phone_forget_her_and_ends_her_session(phone):
    try_pin(phone, PIN)
    phone.post("/learn/forget-me/", {"remembered": RememberedPerson.objects.get().pk})
    assert signed_in_user(phone) is None
    assert not RememberedPerson.objects.exists()
    assert Person.objects.exists()


def test_from_her_lessons_she_is_forgotten_without_naming_her(phone, wu):
    other = RememberedPerson.objects.create(phone_digest=RememberedPerson.objects.get().phone_digest, person=wu)
    try_pin(phone, PIN)
    assert phone.post("/learn/forget-me/")["Location"] == "/learn/who/"
    assert signed_in_user(phone) is None
    assert list(RememberedPerson.objects.all()) == [other]


def test_who_is_not_signed_in_forgets_nobody_without_a_number(phone):
    assert phone.post("/learn/forget-me/").status_code == 302
    assert RememberedPerson.objects.exists()


@pytest.mark.parametrize("number", ["", "x", "0", "9" * 30, "9" * 5000, "-1", "１"])
def test_nobody_is_forgotten_by_a_number_that_is_not_on_this_phone(phone, number):
    assert phone.post("/learn/forget-me/", {"remembered": number}).status_code == 404
    assert Client().post("/learn/forget-me/", {"remembered": RememberedPerson.objects.get().pk}).status_code == 404
    assert RememberedPerson.objects.exists()


def test_a_new_pin_ends_her_sessions_everywhere(phone):
    try_pin(phone, PIN)
    set_pin(person=Person.objects.get(), pin="730964")
    request = HttpRequest()
    request.session = phone.session
    assert not get_user(request).is_authenticated
    assert "That is not the PIN" in page(try_pin(phone, PIN))


def test_who_was_switched_off_is_not_let_in(phone):
    user = Person.objects.get().user
    user.is_active = False
    user.save()
    assert "orange.svg" not in page(phone.get("/learn/who/"))
    assert check_pin(person=Person.objects.get(), pin=PIN, door="x") is PinVerdict.WRONG


def test_a_session_in_use_is_renewed_and_one_that_is_not_ends(phone):
    try_pin(phone, PIN)
    session = phone.session
    session["used-at"] = int(time.time()) - 3700
    session.save()
    phone.get("/learn/who/")
    assert phone.session["used-at"] > time.time() - 60


def test_her_name_stands_under_her_tile_only_if_she_likes(client, posters):
    signing_up(client, name_shown="on")
    assert "杨小花" in page(client.get("/learn/who/"))


def test_forty_pins_are_checked_in_ten_seconds_of_one_core(settings, posters):
    settings.PIN_ROUNDS = 200_000
    details = {key: WORDS[key] for key in ("name", "sign", "age", "pin")}
    person = join(**details, village=posters[WORDS["village"]])
    begun = time.process_time()
    assert all(matches(PIN, person.pin) for _ in range(10))
    assert time.process_time() - begun < 10 / 4


def _tile_on(client: Client, person: Person) -> str:
    shown = page(client.get("/learn/who/"))
    rows = RememberedPerson.objects.filter(person=person)
    return next(f"/learn/who/{row.pk}/" for row in rows if f"/learn/who/{row.pk}/" in shown)
