"""A trainer erases who asks in person; administrators and auditors read the register that outlives it, and say why."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from foundation.audit import AuditEntry
from progress.models import CallSession
from tests.staff import at_desk
from tests.trainees.conftest import HAOHUAHONG, LIANHUA, holding
from trainees.models import Person, RestrictedRecord, User
from trainees.services import join

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uploads")]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
ERASE, KEPT = "/office/erase/", "/office/kept/"


@pytest.fixture
def gui(places) -> Person:
    return join(name="杨桂花", sign="drum", age="18+", village=places[HAOHUAHONG], pin="482915", phone="13700000071")


@pytest.fixture
def desk(places) -> Client:
    return at_desk(holding("wei", places["522731"], "trainer"), "en")


def sure(person: Person, **changed: str) -> dict:
    return {"number": person.trainee.number, "again": person.trainee.number, "asked": "1"} | changed


def test_who_asks_in_person_is_erased_by_number_typed_twice(desk, gui):
    shown = desk.post(ERASE, {"number": gui.trainee.number}).content.decode()
    assert "杨**" in shown
    assert "杨桂花" not in shown
    assert desk.post(ERASE, sure(gui), follow=True).content.decode().count("is erased") == 1
    assert not Person.objects.exists()
    assert [entry.what for entry in AuditEntry.objects.order_by("number")] == ["person-to-erase", "person"]


@pytest.mark.parametrize("changed", [{"again": "H-9999"}, {"asked": ""}, {"again": ""}])
def test_nobody_is_erased_by_a_slip(desk, gui, changed):
    assert "once more" in desk.post(ERASE, sure(gui, **changed)).content.decode()
    assert Person.objects.exists()


def test_somebody_of_another_county_is_as_if_she_were_not_there(desk, places):
    there = join(name="莲", sign="fish", age="18+", village=places[LIANHUA])
    answers = [desk.post(ERASE, sure(there, number=number)) for number in (there.trainee.number, "H-999999")]
    hers, nobodys = (TOKEN.sub("", answer.content.decode()) for answer in answers)
    assert hers.replace(f'value="{there.trainee.number}"', 'value="H-999999"') == nobodys
    assert Person.objects.exists()


def test_neither_keeper_nor_auditor_erases_anybody(gui, places):
    for role, place in (("keeper", HAOHUAHONG), ("auditor", "522731")):
        client = at_desk(holding(role, places[place], role))
        assert client.get(ERASE).status_code == 404
        assert client.post(ERASE, sure(gui)).status_code == 404
    assert Person.objects.exists()


@pytest.fixture
def kept(gui) -> RestrictedRecord:
    until = timezone.localdate() + datetime.timedelta(days=30)
    return RestrictedRecord.objects.create(
        trainee=gui.trainee,
        name="杨桂花",
        phone="13700000071",
        village=gui.trainee.village,
        basis="查",
        kept_until=until,
    )


def looking(user: User, record: RestrictedRecord, why: str = "check") -> str:
    answer = at_desk(user).post(KEPT, {"number": record.trainee.number, "why": why})
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def test_register_of_whom_an_auditor_had_drawn_is_read_by_her_with_a_reason(kept, places):
    auditor = holding("luo", places["522731"], "auditor")
    assert "13700000071" not in looking(auditor, kept)
    drawn = {"by": auditor, "division": places["522731"], "population": 2, "day": timezone.localdate(), "seed": "7"}
    CallSession.objects.create(**drawn).listed.create(trainee=kept.trainee, place=1)
    assert "13700000071" in looking(auditor, kept)
    assert "13700000071" not in looking(auditor, kept, why="")
    [entry] = AuditEntry.objects.all()
    assert (entry.what, entry.named) == ("register-kept.check", f" {kept.trainee.number} ")


def test_register_is_there_for_nobody_else(kept, places):
    assert looking(holding("chen", places["522731"]), kept) == "404"
    assert looking(holding("wei", places["522731"], "trainer"), kept) == "404"
    assert "杨桂花" not in looking(holding("far", places["522730"], "auditor"), kept)
    ended = holding("old", places["522731"], "auditor", valid_to=timezone.localdate() - datetime.timedelta(days=1))
    assert looking(ended, kept) == "404"
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_both_rooms_open_in_every_language_and_are_kept_nowhere(places, language):
    client = at_desk(User.objects.create_superuser("admin"), language)
    for room in (ERASE, KEPT):
        answer = client.get(room)
        assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (200, True)
