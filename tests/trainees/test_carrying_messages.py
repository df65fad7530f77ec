"""Messages are handed over in the background: what a carrier does is not seen in how a page answers."""

import datetime
import statistics
import time
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone

from foundation.jobs import Job
from tests.staff import at_desk, made_trainer
from tests.trainees.carriers import Carrier, carrier
from tests.trainees.carrying import carry
from tests.trainees.conftest import holding
from trainees.models import Person, PhoneCode, User
from trainees.phone_numbers import cleaned_number
from trainees.services import carrying, phone_codes
from trainees.services.phone_codes import A_BEGINNING

BY_PHONE = "/learn/by-phone/?in=en"
NUMBER, UNKNOWN = "13700000001", "13900000009"
NO_MESSAGES = "Messages do not get through at the moment"
TAKEN = {"Code": "OK"}


@pytest.fixture
def here(settings, own_limits) -> Iterator[Carrier]:
    settings.SMS_SENDER, settings.SMS_KEY_ID, settings.SMS_KEY_SECRET = "aliyun", "id", "secret"
    settings.SMS_SIGNATURE, settings.SMS_TEMPLATES = "乡店学堂", {"sign-in-code": "SMS_1"}
    with carrier() as running:
        settings.SMS_ENDPOINT = running.url
        running.says(TAKEN)
        yield running


@pytest.fixture
def yang_with_number(yang) -> Person:
    yang.phone = NUMBER
    yang.save()
    return yang


def asked(phone: str = NUMBER):
    return Client().post(BY_PHONE, {"phone": phone})


def page() -> str:
    return Client().get(BY_PHONE).content.decode()


def again() -> None:
    """The pause before the next try is over."""
    Job.objects.filter(state=Job.State.QUEUED).update(due_at=timezone.now())
    carry()


def test_the_same_is_written_for_a_known_and_an_unknown_number(yang_with_number, here):
    asked()
    asked(UNKNOWN)
    rows = list(PhoneCode.objects.values_list("phone", "seed"))
    assert [(phone, bool(seed)) for phone, seed in rows] == [(NUMBER, True), (UNKNOWN, True)]
    assert Job.objects.filter(name=carrying.CARRY_JOB, state=Job.State.QUEUED).count() == 2
    assert here.asked == []
    carry()
    assert [form["PhoneNumbers"] for _, form in here.asked] == [NUMBER]


def test_a_message_that_is_away_leaves_no_digits_behind(yang_with_number, here):
    asked()
    carry()
    assert not PhoneCode.objects.exclude(seed="").exists()
    [job] = Job.objects.filter(name=carrying.CARRY_JOB)
    assert (job.state, job.payload) == (Job.State.DONE, {"code": PhoneCode.objects.get().pk})


def test_a_carrier_that_fails_is_tried_again_and_everybody_is_told_meanwhile(yang_with_number, here):
    here.says({"Code": "isp.SYSTEM_ERROR"})
    asked()
    assert NO_MESSAGES not in page()
    carry()
    assert NO_MESSAGES in page()
    here.says(TAKEN)
    again()
    assert len({form["TemplateParam"] for _, form in here.asked}) == 1
    assert NO_MESSAGES not in page()


def test_a_carrier_that_stays_away_is_given_up_with_its_digits(yang_with_number, here):
    here.status = 503
    asked()
    for _ in range(6):
        again()
    assert len(here.asked) == 5
    assert Job.objects.get(name=carrying.CARRY_JOB).state == Job.State.FAILED
    assert PhoneCode.objects.get().seed == ""


@pytest.mark.parametrize(("code", "told"), [("isv.BUSINESS_LIMIT_CONTROL", False), ("isv.AMOUNT_NOT_ENOUGH", True)])
def test_a_refusal_is_not_tried_again_and_one_of_a_single_number_troubles_nobody_else(
    yang_with_number, here, code, told, caplog
):
    here.says({"Code": code, "Message": f"no: {NUMBER}"})
    asked()
    carry()
    again()
    assert len(here.asked) == 1
    assert (NO_MESSAGES in page()) is told
    assert Job.objects.get(name=carrying.CARRY_JOB).last_error == f"The carrier said {code}."
    assert NUMBER not in caplog.text


def test_a_code_that_is_too_old_or_replaced_is_not_sent_any_more(yang_with_number, here):
    asked()
    PhoneCode.objects.update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    carry()
    assert here.asked == []


def test_four_fifths_of_a_day_ring_once(yang_with_number, wu, here, settings, caplog):
    settings.SMS_PER_DAY = 5
    for _ in range(7):
        carrying._within_the_day()
    assert [line.split(":")[0] for line in caplog.messages if "messages" in line] == [
        "Four fifths of a day's messages are used up",
        "No more messages today",
    ]


def test_numbers_that_begin_alike_have_a_limit_together(posters, here):
    most = A_BEGINNING[0][0]
    answers = [asked(f"1390000{number:04d}").status_code for number in range(most + 1)]
    assert answers == [302] * most + [429]
    assert asked("13911110000").status_code == 302
    assert "Was a class signing in?" in at_desk(User.objects.create_superuser("admin"), "en").get("/cms/").text


def test_very_many_from_one_address_ring_once_and_administrators_read_it(posters, here, caplog, monkeypatch):
    monkeypatch.setattr(phone_codes, "AN_ADDRESS", ((1, 60),))
    assert [asked(f"139{number}1110000").status_code for number in range(3)] == [302, 429, 429]
    assert [line for line in caplog.messages if "address" in line] == [
        "Very many messages are asked for from one address"
    ]
    assert "Was a class signing in?" in at_desk(User.objects.create_superuser("admin"), "en").get("/cms/").text


@pytest.mark.parametrize(
    "typed",
    [
        "+86 170-0000-0001",
        "0086 17000000001",
        "(86) 170 0000 0001",
        "８６１７００００００００１",
        "１７０ ００００ ０００１",
    ],
)
def test_a_number_of_a_virtual_carrier_is_one_number_however_it_is_written(typed):
    assert cleaned_number(typed) == "17000000001"


@pytest.mark.parametrize(
    "typed", ["+852 9123 4567", "+1 370 000 0001", "+7 137 0000 0001", "0137 0000 0001", "12345678901"]
)
def test_a_number_of_elsewhere_is_none_of_ours(typed):
    assert cleaned_number(typed) is None


def test_administrators_read_at_four_fifths_and_in_trouble_and_others_do_not(yang_with_number, here, settings):
    chief = at_desk(User.objects.create_superuser("admin"), "en")
    trainer = at_desk(made_trainer(holding("wei", yang_with_number.trainee.village.parent, "trainer")), "en")
    settings.SMS_PER_DAY = 5
    assert "Messages to phones" not in chief.get("/cms/").text
    for _ in range(4):
        carrying._within_the_day()
    assert "Four fifths of today" in chief.get("/cms/").text
    carrying._within_the_day()
    assert "are used up: nobody gets" in chief.get("/cms/").text
    settings.SMS_PER_DAY = 50
    here.status = 503
    asked()
    carry()
    assert "The carrier does not take our messages" in chief.get("/cms/").text
    assert "Messages to phones" not in trainer.get("/cms/").text


@pytest.mark.hard
def test_an_unknown_number_takes_as_long_as_a_known_one(yang_with_number, here, settings):
    """Each in turn, two hundred times, from phones that nobody counts."""
    here.seconds = 0.5
    times: dict[str, list[float]] = {NUMBER: [], UNKNOWN: []}
    for turn in range(200):
        for phone, taken in times.items():
            settings.LIMITS_DIR = settings.DATA_DIR / "limits" / f"{turn}-{phone}"
            begun = time.perf_counter()
            assert asked(phone).status_code == 302
            taken.append(time.perf_counter() - begun)
    known, unknown = (statistics.median(taken) for taken in times.values())
    print(f"known {known * 1000:.2f} ms, unknown {unknown * 1000:.2f} ms")  # noqa: T201 - that is what it is for
    assert abs(known - unknown) < 0.1 * max(known, unknown)
