"""An auditor reads the office of her area between two days: tables, masked people, the trail. She takes no list."""

import datetime

import pytest

from foundation.audit import Action, record
from progress.office.audited import TABLE
from progress.services import rebuild_progress
from tests.counted import enrols
from tests.staff import at_desk
from tests.trainees.conftest import HAOHUAHONG, LIANHUA, holding
from trainees.models import Post, Trainee, User

HERS = f"/office/{HAOHUAHONG}/"
LAST = datetime.date(2099, 1, 1)


@pytest.fixture
def mo(places) -> User:
    """Auditor of Huishui county."""
    return holding("mo", places["522731"], "auditor", valid_to=LAST)


@pytest.fixture
def hua(yang) -> Trainee:
    enrols(yang, datetime.date(2026, 3, 2))
    rebuild_progress()
    return yang


def test_she_reads_tables_and_masked_people_of_her_area(mo, hua):
    desk = at_desk(mo)
    assert desk.get("/office/", follow=True).redirect_chain == [("/office/522731/", 302)]
    page = desk.get(HERS).content.decode()
    assert hua.number in page
    assert "table.xlsx" not in page
    assert "/posters/" not in page
    assert desk.get(f"/office/{LIANHUA}/").status_code == 404


def test_she_takes_tables_of_places_away_and_no_list_of_people(mo, hua):
    assert at_desk(mo).get("/office/522731/table.xlsx").status_code == 200
    assert at_desk(mo).get(f"{HERS}table.xlsx").status_code == 404


def test_she_reads_the_trail_of_her_area_alone(mo, chen, deng):
    record(by=chen, action=Action.EXPORTED, what=TABLE, area=HAOHUAHONG)
    record(by=deng, action=Action.EXPORTED, what=TABLE, area=LIANHUA)
    page = at_desk(mo).get("/office/audit/").content.decode()
    assert "chen" in page
    assert "deng" not in page
    assert "<table" in at_desk(mo).get(f"/office/audit/?place={HAOHUAHONG}").content.decode()


@pytest.mark.parametrize("address", [HERS, "/office/522731/", "/office/audit/", f"{HERS}table.xlsx"])
def test_the_day_after_her_post_nothing_is_there(mo, hua, address):
    Post.objects.filter(user=mo).update(valid_to=datetime.date(2026, 1, 2))
    assert at_desk(mo).get(address).status_code == 404


@pytest.mark.parametrize("address", ["/cms/", "/cms/entry-codes/", "/posters/522731102213/"])
def test_she_does_not_get_into_the_editor_nor_to_what_is_for_those_who_answer(mo, places, address):
    reply = at_desk(mo).get(address)
    assert reply.status_code == 404 or reply["Location"] == "/office/"


def test_an_open_session_of_hers_is_refused_with_the_next_request(chen, hua):
    desk = at_desk(chen)
    assert desk.get(HERS).status_code == 200
    Post.objects.filter(user=chen).update(valid_to=datetime.date(2026, 1, 2))
    assert desk.get(HERS).status_code == 404


def test_who_is_switched_off_is_a_stranger_with_the_next_request(chen, hua):
    desk = at_desk(chen)
    assert desk.get(HERS).status_code == 200
    User.objects.filter(pk=chen.pk).update(is_active=False)
    assert desk.get(HERS)["Location"].startswith("/accounts/login/")


def test_a_post_of_an_auditor_has_a_last_day(chen, places):
    desk = at_desk(User.objects.create_superuser("admin"))
    form = {"user": chen.pk, "role": "auditor", "division_code": "522731", "valid_from": "2026-01-01", "valid_to": ""}
    refused = desk.post("/cms/snippets/trainees/post/add/?in=zh-hans", form)
    assert (refused.status_code, "请写上最后一天" in refused.content.decode()) == (200, True)
    assert not Post.objects.filter(role="auditor").exists()
    assert desk.post("/cms/snippets/trainees/post/add/", form | {"valid_to": "2026-12-31"}).status_code == 302
    assert Post.objects.filter(role="auditor").count() == 1
