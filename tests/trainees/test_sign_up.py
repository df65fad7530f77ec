"""Signing up: what is typed wrongly is told in a sentence, and nothing is lost or half done."""

import re

import pytest
from django.core import signing
from django.test import Client

from foundation.limits import take
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, LIANHUA, PIN, page, signed_in_user, signing_up
from trainees import pins
from trainees.models import Person, Trainee, User
from trainees.selectors import code_of_village
from trainees.views.join import A_MINUTE_AND_ADDRESS

pytestmark = pytest.mark.usefixtures("posters")

RIGHT_NUMBERS = [
    *(
        "13700000001",
        "137 0000 0001",
        "+86 137-0000-0001",
        "0086 13700000001",
        "１３７０００００００１",
        "（86）13700000001",
    ),
]
WRONG_NUMBERS = ["12345678901", "1370000000", "137000000012", "+1 415 555 0100", "0854-6221234", "abc"]


def test_who_signs_up_is_there_signed_in_and_remembered(client):
    response = signing_up(client)
    assert response.status_code == 302
    assert response["Location"] == "/learn/"
    person = Person.objects.get()
    assert (person.name, person.trainee.village.code, person.phone) == ("杨小花", HAOHUAHONG, "")
    assert signed_in_user(client) == str(person.user_id)
    assert "orange.svg" in page(client.get("/learn/who/"))
    assert "杨小花" not in page(client.get("/learn/who/"))


@pytest.mark.parametrize("village", ["", "522731102999", LIANHUA, "522731102", "x", "0" * 3000])
def test_an_unknown_or_foreign_village_is_told_and_nothing_else_is_lost(client, village):
    response = signing_up(client, village=village)
    assert "We do not know this village" in page(response)
    assert 'value="杨小花"' in page(response)
    assert f'value="{PIN}"' in page(response)
    assert not User.objects.exists()


@pytest.mark.parametrize("typed", RIGHT_NUMBERS)
def test_a_phone_number_is_understood_in_every_spelling(client, typed):
    assert signing_up(client, phone=typed).status_code == 302
    assert Person.objects.get().phone == "13700000001"


@pytest.mark.parametrize("typed", WRONG_NUMBERS)
def test_a_wrong_phone_number_is_told_and_stays_in_its_field(client, typed):
    response = signing_up(client, phone=typed)
    assert "A mobile number has 11 digits" in page(response)
    assert f'value="{typed}"' in page(response)
    assert '<details class="more field" open>' in page(response)
    assert not Trainee.objects.exists()


def test_two_people_may_give_one_number_and_one_none(client):
    for name, phone in (("杨", "13700000001"), ("吴", "13700000001"), ("韦", "")):
        assert signing_up(Client(), name=name, phone=phone).status_code == 302
    assert sorted(Person.objects.values_list("phone", flat=True)) == ["", "13700000001", "13700000001"]


@pytest.mark.parametrize("pin", ["123456", "000000", "199003"])
def test_an_easy_pin_is_refused_and_one_is_offered(client, pin):
    response = signing_up(client, pin=pin)
    assert "easy to guess" in page(response)
    assert "Choose one for me" in page(response)
    assert not User.objects.exists()


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "abcdef", "\x00" * 6])
def test_what_is_no_pin_is_told(client, pin):
    assert "A PIN has six digits." in page(signing_up(client, pin=pin))
    assert not User.objects.exists()


def test_the_code_on_the_poster_and_the_end_of_her_number_are_no_pins(client, posters):
    assert "easy to guess" in page(signing_up(client, pin=code_of_village(posters[HAOHUAHONG])))
    assert "easy to guess" in page(signing_up(client, pin="739264", phone="13700739264"))
    assert not User.objects.exists()


def test_one_chosen_for_her_is_shown_large_and_stands_in_the_field(client):
    response = signing_up(client, **{"pin": "", "choose-pin": "1"})
    large = re.search(r'chosen__digits">(\d{3} \d{3})<', page(response))[1].replace(" ", "")
    assert f'value="{large}"' in page(response)
    assert 'value="杨小花"' in page(response)
    assert not pins.is_weak(large)
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("杨" * 10_000, "too long"),
        ("\u3164", "cannot be seen"),
        ("杨\ufe0f", "cannot be seen"),
        ("杨" + "\u0331" * 8, "characters or letters only"),
        ("杨\x00", "characters or letters only"),
        ("杨\x07小花", "cannot be seen"),
        ("杨\u202e花小", "cannot be seen"),
        ("=1+1", "characters or letters only"),
        ("<script>", "characters or letters only"),
        ("12345", "characters or letters only"),
        ("   ", "Please write what we may call you"),
        ("", "Please write what we may call you"),
    ],
)
def test_a_name_that_is_none_is_told(client, name, sentence):
    response = signing_up(client, name=name)
    assert sentence in page(response)
    assert 'value="orange" checked' in page(response)
    assert not User.objects.exists()


NAMES = ["杨", "𠮷野家", "阿依古丽·买买提", "Ngoz Byaux", "O'Brien", "Ｌi", "葛\U000e0100", "Lỗ̀"]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_writing_are_kept_as_they_are(client, name):
    assert signing_up(client, name=name).status_code == 302
    assert Person.objects.get().name == name


def test_space_that_fills_a_line_of_a_printed_list_is_no_part_of_a_chinese_name(client):
    assert signing_up(client, name="杨　小花").status_code == 302
    assert Person.objects.get().name == "杨小花"


def test_who_is_not_yet_sixteen_is_told_kindly_and_nothing_is_kept(client):
    response = signing_up(client, age="under-16", agreed="", pin="")
    assert "You can read every lesson" in page(response)
    assert not User.objects.exists()


@pytest.mark.parametrize("left_out", ["sign", "age", "agreed"])
def test_what_was_not_tapped_is_asked_for(client, left_out):
    response = signing_up(client, **{left_out: ""})
    assert "Please tap" in page(response)
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("sign", "dragon", "Please tap a picture"),
        ("sign", "\x00", "Please tap a picture"),
        ("age", "12", "Please tap how old you are"),
        ("phone", "1" * 10_000, "has 11 digits and begins with 1"),
        ("phone", "\x00", "has 11 digits and begins with 1"),
        ("registered", "好" * 10_000, "We found no village of this name"),
        ("village", "\x00", "We do not know this village"),
    ],
)
def test_what_no_form_of_ours_sends_is_told_in_our_own_words(client, field, value, sentence):
    response = signing_up(client, **{field: value})
    assert sentence in page(response)
    assert 'value="杨小花"' in page(response)


def test_what_else_a_body_holds_is_not_looked_at(client, places):
    more = {
        "is_staff": "1",
        "is_superuser": "1",
        "role": "official",
        "passed": "1",
        "trainee": "1",
        "user": "1",
        "id": "7",
    }
    assert signing_up(client, **more).status_code == 302
    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.posts.count()) == (False, False, 0)


def test_the_same_form_sent_twice_makes_one_person(client):
    token = signing.dumps("0b5f9f0e-6c1e-4a53-9d8b-1f1f6f0c9a77", salt="trainees.join")
    assert [signing_up(client, token=token).status_code for _ in range(2)] == [302, 302]
    assert Person.objects.count() == 1
    assert signing_up(Client(), token=token, name="吴阿妹", pin="730964").status_code == 302
    assert Person.objects.count() == 2


def test_a_form_that_was_open_too_long_comes_back_with_everything_in_it():
    phone = Client(enforce_csrf_checks=True)
    again = page(signing_up(phone, phone="137 0000 0001"))
    assert "please press once more" in again
    for kept in ('value="杨小花"', f'value="{PIN}"', 'value="orange" checked', 'value="18+" checked', "137 0000 0001"):
        assert kept in again
    assert not User.objects.exists()
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', again)
    assert signing_up(phone, csrfmiddlewaretoken=token[1]).status_code == 302


def test_a_form_that_another_site_sends_is_not_shown_filled_in():
    theirs = Client(enforce_csrf_checks=True, headers={"origin": "https://elsewhere.example"})
    refused = signing_up(theirs)
    assert refused.status_code == 403
    assert "杨小花" not in page(refused)


def test_a_token_of_ones_own_making_names_nobody(client, yang):
    assert signing_up(client, token=str(yang.trainee.key)).status_code == 302
    assert Person.objects.count() == 2


def test_a_hundred_people_sign_up_in_a_minute_behind_one_address():
    assert [signing_up(Client(), name=f"学员{number}").status_code for number in range(100)] == [302] * 100
    assert Person.objects.count() == 100


def test_a_flood_from_one_address_is_told_to_wait_and_loses_nothing():
    while take("join:127.0.0.1", most=A_MINUTE_AND_ADDRESS, seconds=60):
        pass
    response = signing_up(Client(), name="吴阿妹")
    assert response.status_code == 429
    assert 'value="吴阿妹"' in page(response)


def test_the_place_of_registration_is_found_by_name_and_asked_when_there_are_two(client, places):
    assert "found no village" in page(signing_up(client, registered="没有这个"))
    assert "Which one is it?" in page(signing_up(client, registered="村"))
    chosen = signing_up(client, registered="村", registered_code=LIANHUA)
    assert chosen.status_code == 302
    assert Trainee.objects.get().registered_village == places[LIANHUA]
    assert Trainee.objects.get().village == places[HAOHUAHONG]


def test_a_public_phone_does_not_remember_her(client):
    signing_up(client, public_phone="on")
    assert "orange.svg" not in page(Client(COOKIES=client.cookies).get("/learn/who/"))
    assert "this-phone" not in client.cookies


def test_after_signing_up_she_goes_on_where_she_was_but_never_elsewhere(client):
    assert signing_up(client, next="/zh-hans/help/")["Location"] == "/zh-hans/help/"
    assert signing_up(Client(), next="https://evil.example/")["Location"] == "/learn/"
    assert signing_up(Client(), next="//evil.example/")["Location"] == "/learn/"


def test_every_screen_of_signing_up_is_never_kept(client):
    for address in ("/learn/join/", f"/learn/join/?village={FENGSHAN}", "/learn/who/", "/learn/enter/"):
        assert "no-store" in client.get(address)["Cache-Control"]
