"""An auditor reads the office of her area between two days: tables, masked people, the trail. She takes no list."""

import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from foundation.audit import Action, record
from progress.models import CallSession
from progress.office.audited import TABLE
from progress.selectors.calls import people_to_call
from progress.services import rebuild_progress
from tests.builders import a_course, a_home
from tests.counted import CRAFT, enrols
from tests.staff import at_desk
from tests.trainees.conftest import HAOHUAHONG, LIANHUA, holding
from trainees.models import Post, Trainee, User
from trainees.selectors import courses_read_by

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


@pytest.fixture
def of_one_course(mo, hua, wu) -> User:
    """She checks the course that Hua learns; Wu learns another one."""
    shop = a_course(a_home())
    Post.objects.filter(user=mo).update(course_key=shop.translation_key)
    enrols(hua, datetime.date(2026, 3, 3), shop.translation_key)
    enrols(wu, datetime.date(2026, 3, 3), CRAFT)
    rebuild_progress()
    return mo


def test_whoever_checks_one_course_reads_nobody_of_another(of_one_course, chen, hua, wu):
    page = at_desk(of_one_course, "en").get(HERS).text
    assert (hua.number in page, wu.number in page, ">All courses<" in page) == (True, False, False)
    other = at_desk(of_one_course, "en").get(f"{HERS}?course={CRAFT}").text
    assert (hua.number in other, wu.number in other, "You do not read this course here" in other) == (True, False, True)
    assert wu.number in at_desk(chen).get(HERS).text
    book = load_workbook(BytesIO(at_desk(of_one_course, "en").get("/office/522731/table.xlsx").content))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert [any(cell.startswith(words) for cell in cells) for words in ("Course: ", "Course: All")] == [True, False]


@pytest.mark.parametrize("address", ["/office/groups/", "/office/522731/groups/", f"{HERS}groups/"])
def test_tables_of_groups_know_no_course_so_they_are_not_there_for_whoever_checks_one(of_one_course, address):
    desk = at_desk(of_one_course)
    assert (desk.get(address).status_code, "/groups/" in desk.get(HERS).text) == (404, False)
    Post.objects.filter(user=of_one_course).update(course_key=None)
    assert (desk.get(address, follow=True).status_code, "/groups/" in desk.get(HERS).text) == (200, True)


def test_whoever_checks_one_course_draws_out_of_its_people_alone(of_one_course, chen, places, hua, wu):
    found = people_to_call(of_one_course, places[HAOHUAHONG], "")
    assert (list(found), set(people_to_call(chen, places[HAOHUAHONG], ""))) == ([hua], {hua, wu})
    Post.objects.filter(user=of_one_course).update(course_key=CRAFT)
    assert list(people_to_call(of_one_course, places["522731"], "")) == [wu]


def test_whoever_answers_for_a_place_of_the_county_that_she_checks_reads_all_of_it_there(of_one_course, places, wu):
    holding(of_one_course.username, places[HAOHUAHONG])
    assert courses_read_by(of_one_course, places[HAOHUAHONG]) is None
    assert courses_read_by(of_one_course, places["522731"]) is not None
    assert wu.number in at_desk(of_one_course).get(HERS).text


def test_an_auditor_rings_nobody_up_for_another_reason_than_a_check(mo, places):
    desk, form = at_desk(mo, "en"), {"place": HAOHUAHONG, "choice": "", "many": "2", "seed": ""}
    assert 'value="help"' not in desk.get("/office/calls/").text
    assert desk.post("/office/calls/", form | {"reason": "help"}).status_code == 200
    holding("mo", places[LIANHUA])
    assert 'value="help"' in desk.get("/office/calls/").text
    assert "for nothing else" in desk.post("/office/calls/", form | {"reason": "help"}).text
    assert not CallSession.objects.exists()


def test_a_post_of_an_auditor_names_the_course_and_others_none(chen, places):
    shop = a_course(a_home())
    desk = at_desk(User.objects.create_superuser("admin"), "en")
    form = {"user": chen.pk, "role": "auditor", "division_code": "522731", "valid_from": "2026-01-01"}
    form |= {"valid_to": "2026-12-31"}
    add = "/cms/snippets/trainees/post/add/"
    for chosen in ("", str(CRAFT), "x"):
        assert desk.post(add, form | {"course_key": chosen}).status_code == 200
    assert "Choose the one that was paid for" in desk.post(add, form).text
    assert desk.post(add, form | {"course_key": str(shop.translation_key)}).status_code == 302
    assert desk.post(add, form | {"role": "official", "course_key": str(shop.translation_key)}).status_code == 302
    assert [Post.objects.filter(user=chen, course_key=key).count() for key in (shop.translation_key, None)] == [1, 2]


def test_a_post_of_an_auditor_has_a_last_day(chen, places):
    desk = at_desk(User.objects.create_superuser("admin"))
    form = {"user": chen.pk, "role": "auditor", "division_code": "522731", "valid_from": "2026-01-01", "valid_to": ""}
    form |= {"course_key": str(a_course(a_home()).translation_key)}
    refused = desk.post("/cms/snippets/trainees/post/add/?in=zh-hans", form)
    assert (refused.status_code, "请写上最后一天" in refused.content.decode()) == (200, True)
    assert not Post.objects.filter(role="auditor").exists()
    assert desk.post("/cms/snippets/trainees/post/add/", form | {"valid_to": "2026-12-31"}).status_code == 302
    assert Post.objects.filter(role="auditor").count() == 1
