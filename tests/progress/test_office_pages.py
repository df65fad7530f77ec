"""What an official reads: figures, rows, squares, people, in both languages, with few questions to the database."""

import datetime
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from foundation.audit import AuditedPeople, AuditEntry, AuditHead
from progress.services import rebuild_progress
from tests.counted import completes, completes_lesson, enrols, passes
from tests.staff import at_desk
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, holding
from trainees.models import Trainee
from trainees.services import join
from villages.models import Division

NONGYUAN = "522731102201"
MARCH = "period=days&from=2026-03-01&to=2026-03-31"
MOST_QUERIES = 16
# Who reads the people of a village is in the audit trail: its end, the entry, the new end; and may she take them away?
WRITING_IT_DOWN = 6
PAGES = ("522731", "522731102", HAOHUAHONG)


def day(number: int, month: int = 3) -> datetime.date:
    return datetime.date(2026, month, number)


@pytest.fixture
def learned(places, yang, wu) -> None:
    """Yang completes the course in March, Wu only enrols, both of Haohuahong; somebody of Fengshan has begun."""
    enrols(yang, day(2))
    completes_lesson(yang, day(5))
    passes(yang, day(20))
    completes(yang, day(25))
    enrols(wu, day(3))
    li = join(name="李小花", sign="fern", age="18+", village=places[FENGSHAN], phone="13700000001").trainee
    enrols(li, day(4))
    completes_lesson(li, day(8))
    rebuild_progress()


@pytest.fixture
def desk(chen) -> Client:
    return at_desk(chen)


def read(desk: Client, address: str) -> str:
    reply = desk.get(address)
    assert reply.status_code == 200
    return reply.content.decode()


def figures(page: str) -> list[str]:
    return re.findall(r'measure__value">([\d,]+)<', page)


def test_the_first_page_leads_to_the_place_of_the_post(desk):
    assert desk.get("/office/")["Location"] == "/office/522731/"


def test_with_two_posts_she_chooses(chen, desk, places):
    holding("chen", places["522730101"], role="trainer")
    page = read(desk, "/office/")
    assert "/office/522731/" in page
    assert "/office/522730101/" in page


def test_an_administrator_without_a_post_chooses_a_county(admin_user, places):
    page = read(at_desk(admin_user), "/office/")
    assert ("/office/522731/" in page, "/office/522731102/" in page) == (True, False)


def test_figures_of_a_county(learned, desk):
    page = read(desk, f"/office/522731/?{MARCH}")
    assert figures(page) == ["3", "2", "1", "1", "2"]  # registered, trained, passed, completed, villages
    assert "结业 1 ÷ 报名 3" in page
    assert "覆盖率 66.7%" in page
    assert "2026年3月1日至2026年3月31日24:00（北京时间）" in page


def test_a_period_before_anybody_is_zero_and_never_a_wrong_share(learned, desk):
    page = read(desk, "/office/522731/?period=days&from=2026-01-01&to=2026-01-31")
    assert figures(page) == ["0", "0", "0", "0", "0"]
    assert "完成率 —" in page


def test_one_person_more_is_one_more_on_the_screen(learned, desk, places):
    before = figures(read(desk, f"/office/522731/?{MARCH}"))
    enrols(Trainee.objects.create(village=places[NONGYUAN]), day(30))
    rebuild_progress()
    after = figures(read(desk, f"/office/522731/?{MARCH}"))
    assert (before[0], after[0]) == ("3", "4")


def test_a_village_with_nobody_is_in_the_table_and_says_so(learned, desk):
    page = read(desk, f"/office/522731102/?{MARCH}")
    assert re.search(r"弄苑村?</a></th><td[^>]*ledger__none[^>]*>还没有人参加", page)
    assert "空白村" not in page


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("code", PAGES)
def test_definitions_stand_under_every_table(learned, desk, code, language):
    page = read(desk, f"/office/{code}/?in={language}")
    wanted = {"zh-hans": ["培训人数", "完成率", "不编数"], "en": ["People trained", "Completion rate", "made up"]}
    assert [words for words in wanted[language] if words not in page] == []


def test_people_of_a_village_are_masked(learned, desk):
    page = read(desk, f"/office/{FENGSHAN}/?{MARCH}")
    assert ("李**" in page, "137****0001" in page) == (True, True)
    assert ("小花" in page, "13700000001" in page) == (False, False)


def test_people_are_filtered_by_where_they_stand(learned, desk, yang, wu):
    finished = read(desk, f"/office/{HAOHUAHONG}/?{MARCH}&state=completed")
    waiting = read(desk, f"/office/{HAOHUAHONG}/?{MARCH}&state=registered")
    assert (yang.number in finished, wu.number in finished) == (True, False)
    assert (yang.number in waiting, wu.number in waiting) == (False, True)


def test_the_state_is_that_of_the_last_day_of_the_period(learned, desk, yang):
    page = read(desk, f"/office/{HAOHUAHONG}/?period=days&from=2026-03-01&to=2026-03-10&state=learning")
    assert yang.number in page


def test_a_column_sorts_both_ways_and_only_when_asked(learned, desk):
    def order(sort: str) -> list[str]:
        return re.findall(r'<th scope="row"[^>]*><a href="/office/(\d+)/', read(desk, f"/office/522731/?{MARCH}{sort}"))

    assert order("") == order("&sort=rubbish") == ["522731001", "522731102"]
    assert order("&sort=-registered") == ["522731102", "522731001"]
    assert order("&sort=registered") == ["522731001", "522731102"]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("period=days&from=2026-02-30&to=2026-03-01", "两个日子请这样写"),
        ("period=days&from=&to=x", "两个日子请这样写"),
        ("period=days&from=0001-01-01&to=2026-03-01", "两个日子请这样写"),
        ("period=days&from=2026-03-02&to=2026-03-01", "请对调一下"),
        ("period=days&from=2999-01-01&to=2999-02-01", "这些日子还没到"),
        ("period=century", "没有这个时间段"),
        ("course=1", "没有这门课程"),
    ],
)
def test_choices_that_make_no_sense_are_answered_with_a_sentence(desk, asked, sentence):
    page = read(desk, f"/office/522731/?{asked}")
    assert ("notice" in page, sentence in page) == (True, True)


def test_a_merged_village_leads_to_the_one_that_it_is_part_of(learned, desk, places):
    old = places[HAOHUAHONG]
    old.successor = places[NONGYUAN]
    old.save()
    assert desk.get(f"/office/{HAOHUAHONG}/?{MARCH}")["Location"].startswith(f"/office/{NONGYUAN}/?period=days")
    assert figures(read(desk, f"/office/{NONGYUAN}/?{MARCH}"))[0] == "2"


def test_what_a_village_is_called_is_never_read_as_markup(desk, places):
    Division.objects.filter(code=HAOHUAHONG).update(short_name="<b>=1+1</b>")
    assert "<b>=1" not in read(desk, "/office/522731102/") + read(desk, f"/office/{HAOHUAHONG}/")


@pytest.mark.parametrize("code", PAGES)
def test_more_people_do_not_cost_more_queries(learned, desk, places, code):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            read(desk, f"/office/{code}/?{MARCH}")
        return len(queries)

    asked()  # begins the audit trail
    AuditedPeople.objects.all()._raw_delete("default")
    AuditEntry.objects.all()._raw_delete("default")
    AuditHead.objects.update(number=0, digest="")
    few = asked()
    for number in range(20):
        enrols(Trainee.objects.create(village=places[(HAOHUAHONG, NONGYUAN, FENGSHAN)[number % 3]]), day(6))
    rebuild_progress()
    assert asked() == few <= MOST_QUERIES + (WRITING_IT_DOWN if code == HAOHUAHONG else 0)


def test_a_long_list_comes_in_pages(desk, places):
    for _ in range(201):
        enrols(Trainee.objects.create(village=places[NONGYUAN]), day(6))
    rebuild_progress()
    first, second = (read(desk, f"/office/{NONGYUAN}/?{MARCH}&page={page}") for page in ("1", "9"))
    assert (first.count('scope="row"'), second.count('scope="row"')) == (200, 1)
    assert "第 201–201 人，共 201 人" in second
