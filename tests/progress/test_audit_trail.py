"""What the office, the desk that lets people in and an administrator do is written down, and who may read it."""

import datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from foundation.audit import Action, AuditEntry, AuditHead, first_break, record
from progress.office.audited import TABLE
from progress.services import rebuild_progress
from tests.counted import enrols
from tests.staff import at_desk, made_trainer
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, LIANHUA, holding
from trainees.models import Post, Trainee, User
from trainees.services import issue_own_code, join

TRAIL, ROOM = "/office/audit/", "/cms/entry-codes/"
HERS = f"/office/{HAOHUAHONG}/"
NAME, PHONE = "杨小花", "13700000001"


@pytest.fixture
def hua(places) -> Trainee:
    trainee = join(name=NAME, sign="fern", age="18+", village=places[HAOHUAHONG], phone=PHONE).trainee
    enrols(trainee, datetime.date(2026, 3, 2))
    rebuild_progress()
    return trainee


@pytest.fixture
def admin(db) -> User:
    return User.objects.create_superuser("admin")


def said() -> list[tuple]:
    return list(AuditEntry.objects.order_by("number").values_list("by", "action", "what", "area", "people", "named"))


def read(desk: Client, address: str = TRAIL) -> str:
    reply = desk.get(address)
    assert (reply.status_code, "no-store" in reply["Cache-Control"]) == (200, True)
    return reply.content.decode()


def test_the_list_of_a_village_is_written_down_once_for_a_while(chen, hua):
    desk = at_desk(chen)
    for address in (HERS, f"{HERS}?sort=-lessons", HERS):
        assert desk.get(address).status_code == 200
    assert said() == [(chen.pk, "saw", "office.village", HAOHUAHONG, 1, "")]


def test_what_was_refused_is_no_reading(deng, hua):
    assert at_desk(deng).get(HERS).status_code == 404
    assert at_desk(deng).get(f"{HERS}table.xlsx").status_code == 404
    assert said() == []


def test_tables_of_places_are_no_reading_of_people(chen, hua):
    for code in ("522731", "522731102"):
        assert at_desk(chen).get(f"/office/{code}/").status_code == 200
    assert said() == []


def test_each_file_is_written_down_with_the_people_in_it(chen, hua):
    desk = at_desk(chen)
    book = load_workbook(BytesIO(desk.get(f"{HERS}table.xlsx").content))
    desk.get(f"{HERS}table.xlsx")
    desk.get("/office/522731/table.xlsx")
    assert hua.number in str(list(book.active.values))
    villages = [(chen.pk, "exported", "office.table", HAOHUAHONG, 1, "")] * 2
    assert said() == [*villages, (chen.pk, "exported", "office.table", "522731", 0, "")]


def test_a_file_that_cannot_be_written_down_is_not_handed_out(chen, hua):
    at_desk(chen).get("/office/522731/table.xlsx")
    AuditHead.objects.all().delete()  # somebody meddled with the trail
    desk = at_desk(chen)
    desk.raise_request_exception = False
    assert desk.get(f"{HERS}table.xlsx").status_code == 500


def test_letting_somebody_in_is_written_down_by_her_number(places, hua):
    wei = made_trainer(holding("wei", places["522731"], role="trainer"))
    desk = at_desk(wei)
    assert desk.get(ROOM).status_code == 200
    assert desk.post(ROOM, {"trainee": hua.pk}).status_code == 200
    assert said() == [
        (wei.pk, "saw", "people-to-let-in", HAOHUAHONG, 1, ""),
        (wei.pk, "let-in", "entry-code", HAOHUAHONG, 1, f" {hua.number} "),
    ]


def test_who_takes_her_own_sign_in_along_is_in_no_trail(hua):
    issue_own_code(person=hua.person)
    assert said() == []


def test_an_administrator_who_gives_changes_and_ends_a_post_is_written_down(places, admin, chen):
    desk, given = at_desk(admin), Post.objects.get(user=chen)
    form = {"user": chen.pk, "role": "trainer", "division_code": "522731", "valid_from": "2026-01-01", "valid_to": ""}
    assert desk.post("/cms/snippets/trainees/post/add/", form).status_code == 302
    assert desk.post(f"/cms/snippets/trainees/post/edit/{given.pk}/", form).status_code == 302
    new = Post.objects.exclude(pk=given.pk).get()
    assert desk.post(f"/cms/snippets/trainees/post/delete/{new.pk}/").status_code == 302
    bulk = f"/cms/bulk/trainees/post/delete/?id={given.pk}"
    assert desk.post(bulk).status_code == 302
    named = {post: f" post:{post} user:{chen.pk} " for post in (given.pk, new.pk)}
    assert [(action, text) for _by, action, _what, area, _people, text in said() if area == "522731"] == [
        *(("added", named[new.pk]), ("changed", named[given.pk])),
        *(("deleted", named[new.pk]), ("deleted", named[given.pk])),
    ]
    assert f"第{given.pk}号岗位 chen" in read(desk)


def test_an_administrator_who_deletes_and_switches_off_users_is_written_down(admin, chen, deng):
    desk, numbers = at_desk(admin), (chen.pk, deng.pk)
    assert desk.post(reverse("wagtailusers_users:delete", args=[chen.pk])).status_code == 302
    off = {"mark_as_active": "False"}
    assert desk.post(f"/cms/bulk/trainees/user/set_active_state/?id={deng.pk}", off).status_code == 302
    assert desk.post(f"/cms/bulk/trainees/user/delete/?id={deng.pk}").status_code == 302
    assert [(action, text) for _by, action, _what, _area, _people, text in said()] == [
        ("deleted", f" user:{numbers[0]} "),
        ("changed", f" user:{numbers[1]} "),
        ("deleted", f" user:{numbers[1]} "),
    ]
    assert f"账号{numbers[0]}（已删除）" in read(desk)
    assert first_break() is None


def test_the_official_of_another_county_reads_nothing_of_ours(chen, deng, admin, hua):
    at_desk(chen).get(HERS)
    at_desk(admin).get(f"{HERS}table.xlsx")
    record(by=admin, action=Action.EXPORTED, what=TABLE, area="52")  # wider than any county
    for ending in ("", f"?by={chen.pk}", "?action=saw", "?place=522731", "?place=好花红", f"?place={HAOHUAHONG}"):
        page = read(at_desk(deng), TRAIL + ending)
        assert "<table" not in page
        assert "chen" not in page
        assert "admin" not in page
    assert "<table" in read(at_desk(chen))


def test_an_entry_of_her_own_county_is_read_by_deng_and_not_by_chen(chen, deng, places):
    record(by=deng, action=Action.EXPORTED, what=TABLE, area=LIANHUA)
    record(by=deng, action=Action.EXPORTED, what=TABLE)
    assert read(at_desk(deng)).count("<tr") == 2
    assert "deng" not in read(at_desk(chen))


@pytest.mark.parametrize("who", ["a township's official", "a county's trainer", "one whose post has ended", "trainee"])
def test_for_others_there_is_no_trail(who, places, hua):
    ended = {"valid_to": datetime.date(2026, 2, 1)}
    user = {
        "a township's official": lambda: holding("luo", places["522731102"]),
        "a county's trainer": lambda: holding("wei", places["522731"], role="trainer"),
        "one whose post has ended": lambda: holding("old", places["522731"], **ended),
        "trainee": lambda: hua.person.user,
    }[who]()
    assert at_desk(user).get(TRAIL).status_code == 404


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_it_is_sifted_by_day_person_action_and_place(language, admin, chen, hua):
    at_desk(chen).get(HERS)
    at_desk(admin).get("/office/522731/table.xlsx")
    desk, today = at_desk(admin, language), timezone.localdate().isoformat()
    asked = {
        "": 2,
        f"?day={today}": 2,
        "?day=2020-01-01": 0,
        f"?by={chen.pk}": 1,
        "?action=exported": 1,
        "?place=haohuahong": 0,  # no pinyin in this handful of places
        "?place=好花红": 1,
        "?place=522731": 2,
        f"?day={today}&by={admin.pk}&action=exported&place=惠水": 1,
    }
    found = {ending: read(desk, TRAIL + ending).count('<th scope="row"') for ending in asked}
    assert found == asked


@pytest.mark.parametrize(
    ("day", "by", "place"),
    [("x", "x", "%00x"), ("9999-12-31", "9" * 400, "999999"), ("2026-02-30", "１", "9" * 400), ("0", "-1", "%27--")],
)
def test_rubbish_gives_a_page_that_says_what_it_left_out(day, by, place, admin):
    page = read(at_desk(admin), f"{TRAIL}?day={day}&by={by}&place={place}&action=x&page=-1")
    assert page.count('role="alert"') == 2


def test_the_trail_of_a_user_who_is_gone_still_has_her_number(admin, chen, hua):
    at_desk(chen).get(HERS)
    number = chen.pk
    chen.delete()
    assert f"账号{number}（已删除）" in read(at_desk(admin))


def test_it_is_paged_and_asks_no_more_the_longer_it_is(chen, places):
    desk, counts = at_desk(chen), []
    desk.get(TRAIL)
    for many in (1, 60):
        for number in range(many):
            user = User.objects.create(username=f"u{many}-{number}")
            record(by=user, action=Action.EXPORTED, what=TABLE, area=(HAOHUAHONG, FENGSHAN)[number % 2])
        with CaptureQueriesContext(connection) as captured:
            page = read(desk, f"{TRAIL}?place=惠水")
        counts.append(len(captured))
        assert not [query for query in captured if "BEGIN" in query["sql"] or "SAVEPOINT" in query["sql"]]
    assert counts[0] == counts[1] <= 12
    assert page.count('<th scope="row"') == 50
    assert read(desk, f"{TRAIL}?page=2").count('<th scope="row"') == 11


def test_the_way_there_is_shown_only_to_who_may_go_it(chen, places):
    link = f'href="{TRAIL}?place=522731"'
    assert link in read(at_desk(chen), "/office/522731/")
    assert link not in read(at_desk(chen), HERS)
    wei = holding("wei", places["522731"], role="trainer")
    assert link not in read(at_desk(wei), "/office/522731/")


def test_no_entry_and_no_page_of_the_trail_holds_a_name_or_a_phone(chen, admin, hua, places):
    at_desk(chen).get(HERS)
    at_desk(chen).get(f"{HERS}table.xlsx")
    desk = at_desk(made_trainer(holding("wei", places["522731"], role="trainer")))
    desk.get(f"{ROOM}?q={NAME}")
    desk.post(ROOM, {"trainee": hua.pk})
    kept = str(list(AuditEntry.objects.values())) + read(at_desk(admin))
    assert [secret for secret in (NAME, PHONE, NAME[0] + "**") if secret in kept] == []
