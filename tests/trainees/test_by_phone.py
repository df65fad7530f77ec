"""By phone number, where messages can be sent: the code belongs to a number, a browser and ten minutes."""

import datetime
import json
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.test import Client, override_settings
from django.utils import timezone

from tests.trainees.carrying import carry
from tests.trainees.conftest import PIN, page, signed_in_user
from trainees.models import Person, PhoneCode
from trainees.services import phone_codes

BY_PHONE = "/learn/by-phone/?in=en"
NUMBER = "13700000001"


@pytest.fixture(autouse=True)
def outbox(settings, own_limits) -> Path:
    settings.SMS_SENDER = "file"
    return settings.DATA_DIR / "messages" / "sms.jsonl"


@pytest.fixture
def yang_with_number(yang) -> Person:
    yang.phone = NUMBER
    yang.save()
    return yang


def sent(outbox: Path) -> list[dict]:
    carry()
    return [json.loads(line) for line in outbox.read_text().splitlines()] if outbox.exists() else []


def last_code(outbox: Path) -> str:
    return sent(outbox)[-1]["variables"]["code"]


def asked(client: Client, phone: str = NUMBER):
    return client.post(BY_PHONE, {"phone": phone})


def test_number_code_and_pin_let_her_in_and_confirm_her_number(client, yang_with_number, outbox):
    asked(client, "+86 137-0000-0001")
    client.post(BY_PHONE, {"digits": last_code(outbox)})
    person = str(yang_with_number.pk)
    assert client.post(BY_PHONE, {"person": person, "pin": PIN})["Location"] == "/learn/"
    assert signed_in_user(client) == str(yang_with_number.user_id)
    yang_with_number.refresh_from_db()
    assert yang_with_number.phone_verified_at


def test_a_message_is_a_template_and_a_code_and_never_a_link(client, yang_with_number, outbox):
    asked(client)
    assert sent(outbox) == [{"phone": NUMBER, "template": "sign-in-code", "variables": {"code": last_code(outbox)}}]


def test_the_code_alone_lets_nobody_in(client, yang_with_number, outbox):
    asked(client)
    client.post(BY_PHONE, {"digits": last_code(outbox)})
    assert signed_in_user(client) is None
    assert "That is not the PIN" in page(client.post(BY_PHONE, {"person": yang_with_number.pk, "pin": "000001"}))


def test_those_who_share_a_number_are_asked_who_they_are(client, yang_with_number, wu, outbox):
    wu.phone = NUMBER
    wu.save()
    asked(client)
    signs = page(client.post(BY_PHONE, {"digits": last_code(outbox)}, follow=True))
    assert "orange.svg" in signs
    assert "butterfly.svg" in signs
    assert "吴阿妹" not in signs
    assert client.post(BY_PHONE, {"person": wu.pk, "pin": "730964"}).status_code == 302
    assert signed_in_user(client) == str(wu.user_id)


def test_somebody_who_did_not_give_the_number_is_not_let_in_by_it(client, yang_with_number, wu, outbox):
    asked(client)
    client.post(BY_PHONE, {"digits": last_code(outbox)})
    client.post(BY_PHONE, {"person": wu.pk, "pin": "730964"})
    assert signed_in_user(client) is None


def test_known_and_unknown_numbers_look_alike_and_only_one_gets_a_message(yang_with_number, outbox):
    known, unknown = Client(), Client()
    answers = [asked(known), asked(unknown, "13900000009")]
    assert len({(answer.status_code, answer["Location"]) for answer in answers}) == 1
    pages = [page(client.get(BY_PHONE)).replace("13900000009", NUMBER) for client in (known, unknown)]
    assert _without_tokens(pages[0]) == _without_tokens(pages[1])
    assert [message["phone"] for message in sent(outbox)] == [NUMBER]


def test_a_code_of_another_session_is_worth_nothing_here(yang_with_number, outbox):
    first, second = Client(), Client()
    asked(first)
    code = last_code(outbox)
    second.post(BY_PHONE, {"phone": "13900000009"})
    assert "These are not the digits" in page(second.post(BY_PHONE, {"digits": code}))


def test_an_old_code_and_a_used_one_are_told(client, yang_with_number, outbox):
    asked(client)
    code = last_code(outbox)
    PhoneCode.objects.update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    assert "These are not the digits" in page(client.post(BY_PHONE, {"digits": code}))
    PhoneCode.objects.update(expires_at=timezone.now() + datetime.timedelta(minutes=5), used_at=timezone.now())
    assert "These are not the digits" in page(client.post(BY_PHONE, {"digits": code}))


def test_five_wrong_ones_burn_the_code(client, yang_with_number, outbox):
    asked(client)
    code = last_code(outbox)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    for _ in range(5):
        assert "These are not the digits" in page(client.post(BY_PHONE, {"digits": wrong}))
    assert "These are not the digits" in page(client.post(BY_PHONE, {"digits": code}))


def test_asking_again_too_soon_sends_nothing_and_leaves_the_last_code_good(client, yang_with_number, outbox):
    asked(client)
    again = client.post(BY_PHONE, {})
    assert again.status_code == 429
    assert len(sent(outbox)) == 1
    assert client.post(BY_PHONE, {"digits": last_code(outbox)}).status_code == 302


def test_she_reads_how_long_to_wait_and_that_half_a_minute_does_not_help_for_ever(posters, outbox, monkeypatch):
    limits = {30: "half a minute", 3600: "in an hour", 86400: "tomorrow"}
    for seconds, said in limits.items():
        monkeypatch.setattr(phone_codes, "A_NUMBER", ((0, seconds),))
        assert said in page(asked(Client()))
    monkeypatch.setattr(phone_codes, "AN_ADDRESS", ((0, 60),))
    assert "in a minute" in page(asked(Client()))


def test_one_number_gets_one_message_from_many_browsers_and_in_many_spellings(yang_with_number, outbox):
    spellings = ["13700000001", "137 0000 0001", "+86 137-0000-0001", "008613700000001", "１３７０００００００１"]
    assert [asked(Client(), typed).status_code for typed in spellings] == [302, 429, 429, 429, 429]
    assert len(sent(outbox)) == 1


def test_a_class_behind_one_address_gets_a_hundred_messages_in_a_minute(posters, outbox):
    answers = [asked(Client(), f"139{number:08d}").status_code for number in range(100)]
    assert answers == [302] * 100


def test_a_day_has_an_end_for_the_whole_site_and_nobody_can_tell(yang_with_number, settings, outbox):
    settings.SMS_PER_DAY = 0
    assert asked(Client()).status_code == 302
    assert sent(outbox) == []


@pytest.mark.parametrize("phone", ["", "12345", "+1 415 555 0100", "1" * 500, "\x00"])
def test_what_is_no_number_is_told_and_stays(client, posters, phone):
    assert "A mobile number has 11 digits" in page(asked(client, phone))


def test_without_a_sender_there_is_no_such_way(client, yang_with_number, settings):
    settings.SMS_SENDER = "none"
    assert client.get(BY_PHONE).status_code == 404
    assert asked(client).status_code == 404
    assert "by-phone" not in page(client.get("/learn/who/"))


def test_production_refuses_a_sender_that_leaves_codes_lying_about():
    assert "trainees.E002" in {problem.id for problem in run_checks(include_deployment_checks=True)}
    assert "trainees.E002" not in {problem.id for problem in run_checks()}
    with override_settings(SMS_SENDER="none"):
        assert "trainees.E002" not in {problem.id for problem in run_checks(include_deployment_checks=True)}
    with override_settings(SMS_SENDER="pigeon"):
        assert "trainees.E001" in {problem.id for problem in run_checks()}


def test_no_number_and_no_code_stand_in_the_log(client, yang_with_number, outbox, caplog):
    caplog.set_level("DEBUG")
    asked(client)
    client.post(BY_PHONE, {"digits": last_code(outbox)})
    client.post(BY_PHONE, {"person": yang_with_number.pk, "pin": PIN})
    assert not [line for line in caplog.messages if NUMBER in line or PIN in line or last_code(outbox) in line]


def _without_tokens(html: str) -> str:
    return "\n".join(line for line in html.splitlines() if "csrfmiddlewaretoken" not in line)
