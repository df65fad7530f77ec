"""Who looked at or changed one person: found by her number, her entries of old or her name."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from foundation.audit import Action, AuditEntry, first_break, record
from progress.audited import CALLS_BEGUN
from progress.models import CallSession
from progress.office.audited import PEOPLE_OF_A_VILLAGE
from progress.services.erasing import erase
from progress.services.merging import merge
from tests.staff import at_desk
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, LIANHUA, holding
from trainees.models import Trainee, User
from trainees.services import join

TRAIL = "/office/audit/"
NAME, PHONE = "杨小花", "13700000001"


@pytest.fixture
def hua(places) -> Trainee:
    return join(name=NAME, sign="fern", age="18+", village=places[HAOHUAHONG], phone=PHONE).trainee


@pytest.fixture
def admin(db) -> User:
    return User.objects.create_superuser("admin")


def seen(by: User, *people: Trainee, area: str = HAOHUAHONG) -> AuditEntry:
    """A long list with these on it."""
    others = [f"H-{number:04d}" for number in range(5000, 5030)]
    return record(
        by=by, action=Action.SAW, what=PEOPLE_OF_A_VILLAGE, area=area, whom=[*others, *(p.number for p in people)]
    )


def lines(desk: Client, asked: object) -> int:
    return desk.get(f"{TRAIL}?whom={asked}").text.count('<th scope="row"')


def test_she_is_found_on_long_lists_by_her_number_and_who_was_not_there_is_not(chen, admin, hua):
    seen(admin, hua)
    seen(admin)
    desk = at_desk(chen)
    reply = desk.post(TRAIL, {"whom": f" ｈ-{hua.pk} "})
    assert reply["Location"] == f"{TRAIL}?whom={hua.pk}"
    assert [lines(desk, one) for one in (hua.pk, hua.number, 5007, 4999)] == [1, 1, 2, 0]


def test_her_name_finds_her_goes_into_no_address_and_is_written_down(chen, hua):
    reply = at_desk(chen).post(f"{TRAIL}?action=saw", {"whom": f" {NAME} "})
    assert reply["Location"] == f"{TRAIL}?whom={hua.pk}&action=saw"
    entry = AuditEntry.objects.get()
    assert (entry.what, entry.by, entry.people) == ("office.looked-up", chen, 1)
    assert lines(at_desk(chen), hua.pk) == 1


def test_of_several_with_one_name_she_chooses_by_number_and_village_with_the_name_masked(chen, hua, places):
    other = join(name=NAME, sign="drum", age="18+", village=places[FENGSHAN]).trainee
    page = at_desk(chen).post(TRAIL, {"whom": NAME}).text
    assert all(f"?whom={one.pk}" in page and one.number in page for one in (hua, other))
    assert NAME not in page


@pytest.mark.parametrize("typed", [NAME, "韦", "", "x" * 400, "\0", PHONE])
def test_whom_she_may_not_see_she_cannot_find_by_name_and_a_phone_number_gets_nowhere(deng, hua, typed):
    reply = at_desk(deng).post(TRAIL, {"whom": typed})
    assert (reply.status_code, reply.text.count('role="alert"')) == (200, 1)
    assert not AuditEntry.objects.exists()


def test_an_auditor_finds_nobody_by_name_and_reads_by_number(places, chen, hua):
    mo = holding("mo", places["522731"], "auditor", valid_to=datetime.date(2099, 1, 1))
    seen(chen, hua)
    desk = at_desk(mo)
    assert 'role="alert"' in desk.post(TRAIL, {"whom": NAME}).text
    assert lines(desk, hua.pk) == 1


def test_the_official_of_another_county_reads_of_her_only_what_was_done_there(chen, deng, admin, hua):
    seen(admin, hua)
    seen(admin, hua, area=LIANHUA)
    assert (lines(at_desk(chen), hua.pk), lines(at_desk(deng), hua.pk), lines(at_desk(admin), hua.pk)) == (1, 1, 2)


def test_who_was_merged_is_one_person_by_either_number(chen, admin, hua, places):
    other = join(name="杨小华", sign="drum", age="18+", village=places[HAOHUAHONG]).trainee
    seen(admin, other)
    merge(kept=hua, other=other, by=admin)
    assert lines(at_desk(chen), hua.pk) == lines(at_desk(chen), other.pk) == 2


def test_after_she_is_erased_her_number_finds_who_looked_and_her_name_nothing(chen, admin, hua):
    seen(admin, hua)
    number = hua.pk
    erase(trainee=hua, by=admin)
    assert lines(at_desk(chen), number) == 2
    assert 'role="alert"' in at_desk(chen).post(TRAIL, {"whom": NAME}).text
    assert NAME not in str(list(AuditEntry.objects.values()))
    assert first_break() is None


def test_who_is_on_the_open_list_of_an_auditor_cannot_be_asked_for(chen, hua, places):
    mo = holding("mo", places["522731"], "auditor", valid_to=datetime.date(2099, 1, 1))
    day, place = timezone.localdate(), places["522731"]
    calls = CallSession.objects.create(by=mo, division=place, reason="training", day=day, population=1, left_out=0)
    record(by=mo, action=Action.ADDED, what=CALLS_BEGUN, area=place.code, whom=[hua.number])
    assert (lines(at_desk(chen), hua.pk), lines(at_desk(mo), hua.pk)) == (0, 1)
    CallSession.objects.filter(pk=calls.pk).update(ended_at=timezone.now())
    assert lines(at_desk(chen), hua.pk) == 1


def test_what_is_no_number_is_said_and_left_out(chen, hua):
    page = at_desk(chen).get(f"{TRAIL}?whom=%E6%9D%A8").text
    assert page.count('role="alert"') == 1
    assert "%E6%9D%A8" not in page
