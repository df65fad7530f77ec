"""She takes her sign-in along to another browser, and nobody else does."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from tests.trainees.conftest import PIN, holding, page, signed_in_user
from trainees.models import EntryCode, Person
from trainees.services import issue_entry_code

ROOM = "/learn/take-along/?in=en"
ENTER = "/learn/enter/?in=en"


@pytest.fixture
def here(yang) -> Client:
    """The browser in which she is signed in."""
    client = Client()
    client.force_login(yang.user)
    return client


def asked(client: Client) -> str:
    """The digits of a new code, as they stand on her screen."""
    (shown,) = re.findall(r'chosen__digits">([0-9 ]+)<', page(client.post(ROOM)))
    return shown.replace(" ", "")


def typed_in(client: Client, code: str, pin: str = PIN):
    answer = client.post(ENTER, {"code": code})
    return client.post(ENTER, {"pin": pin}) if answer.status_code == 302 else answer


def test_eight_digits_and_her_pin_let_her_in_in_another_browser(here, yang):
    there = Client()
    assert typed_in(there, asked(here))["Location"] == "/learn/"
    assert signed_in_user(there) == str(yang.user_id)
    assert signed_in_user(here) == str(yang.user_id)


def test_without_her_pin_the_digits_open_nothing(here):
    there = Client()
    there.post(ENTER, {"code": asked(here)})
    assert signed_in_user(there) is None


def test_five_wrong_pins_burn_the_digits(here):
    there, code = Client(), asked(here)
    for _ in range(5):
        typed_in(there, code, "000001")
    assert "take a new code where you had this one" in page(typed_in(there, code))
    assert signed_in_user(there) is None


def test_used_digits_are_no_longer_good(here):
    code = asked(here)
    typed_in(Client(), code)
    assert "This code is not good" in page(typed_in(Client(), code))


def test_asking_again_ends_the_digits_before(here):
    first, second = asked(here), asked(here)
    assert "This code is not good" in page(typed_in(Client(), first))
    assert typed_in(Client(), second).status_code == 302


def test_the_digits_are_good_for_five_minutes(here):
    code = asked(here)
    left = EntryCode.objects.get().expires_at - timezone.now()
    assert datetime.timedelta(minutes=4) < left <= datetime.timedelta(minutes=5)
    EntryCode.objects.update(expires_at=timezone.now())
    assert "This code is not good" in page(typed_in(Client(), code))


def test_to_look_or_to_load_again_makes_no_code(here):
    assert "Show me the digits" in page(here.get(ROOM))
    assert not EntryCode.objects.exists()


def test_they_are_good_after_she_signed_out_where_she_took_them(here, yang):
    code = asked(here)
    here.post("/learn/sign-out/")
    there = Client()
    typed_in(there, code)
    assert signed_in_user(there) == str(yang.user_id)


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_was_signed_out_meanwhile_comes_back_by_her_picture(here, method):
    here.post("/learn/sign-out/")
    answer = getattr(here, method)(ROOM)
    assert answer["Location"] == "/learn/who/?next=%2Flearn%2Ftake-along%2F"
    assert not EntryCode.objects.exists()


def test_staff_have_nothing_to_take_along(places):
    client = Client()
    client.force_login(holding("chen", places["522731"]))
    assert client.post(ROOM)["Location"].startswith("/learn/who/")


def test_the_square_holds_the_address_and_never_the_digits(here):
    answer = here.post(ROOM)
    assert 'value="http://testserver/learn/enter/"' in page(answer)
    assert answer.context["drawn"].startswith("<svg")
    assert not re.search(r"[0-9]{8}", answer.context["address"])


def test_opening_the_address_signs_nobody_in_and_uses_nothing_up(here):
    code, scanner = asked(here), Client()
    scanner.get(ENTER)
    scanner.head(ENTER)
    assert signed_in_user(scanner) is None
    assert typed_in(Client(), code).status_code == 302


def test_asking_without_end_is_stopped_and_the_last_digits_stay_good(here):
    codes = [asked(here) for _ in range(12)]
    refused = here.post(ROOM)
    assert refused.status_code == 429
    assert "You asked for many codes" in page(refused)
    assert typed_in(Client(), codes[-1]).status_code == 302


def test_her_own_digits_let_nobody_choose_another_pin(here, yang: Person):
    issue_entry_code(person=yang, issued_by=None, new_pin=True)
    there, before = Client(), yang.pin
    there.post(ENTER, {"code": asked(here)})
    there.post(ENTER, {"pin": "618402"})
    yang.refresh_from_db()
    assert (signed_in_user(there), yang.pin) == (None, before)


def test_nothing_of_it_is_kept_on_the_phone_and_the_row_says_who_issued_it(here, yang):
    assert "no-store" in here.post(ROOM)["Cache-Control"]
    assert EntryCode.objects.get().issued_by == yang.user


def test_a_form_from_elsewhere_issues_nothing(yang):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(yang.user)
    assert strict.post(ROOM).status_code == 302  # to the page again, which says that nothing was done
    assert not EntryCode.objects.exists()
