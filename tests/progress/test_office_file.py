"""The file holds what the screen shows, as numbers and texts that no spreadsheet turns into something else."""

import datetime
import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from progress.services import rebuild_progress
from tests.counted import completes, completes_lesson, enrols
from tests.staff import at_desk
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG
from trainees.models import Person
from villages.models import Division

MARCH = "period=days&from=2026-03-01&to=2026-03-31"


def day(number: int) -> datetime.date:
    return datetime.date(2026, 3, number)


@pytest.fixture
def desk(chen, yang, wu) -> Client:
    enrols(yang, day(2))
    completes_lesson(yang, day(5))
    completes(yang, day(25))
    enrols(wu, day(3))
    rebuild_progress()
    return at_desk(chen)


def sheets(desk: Client, address: str) -> dict[str, list[list]]:
    """Rows of each sheet, without what is empty at their ends."""
    reply = desk.get(address)
    assert reply.status_code == 200
    book = load_workbook(io.BytesIO(reply.content))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def line(rows: list[list], first: str) -> list:
    return next(row for row in rows if row[0] == first)


def test_a_county_comes_with_its_townships_and_its_villages(desk):
    found = sheets(desk, f"/office/522731/table.xlsx?{MARCH}")
    assert list(found) == ["乡镇", "各村"]
    townships, villages = found.values()
    assert line(townships, "522731102")[:9] == ["522731102", "好花红镇", 2, 2, 1, 1, 0, 1, "50.0%"]
    assert line(townships, "合计")[2:9] == [3, 2, 1, 1, 0, 1, "50.0%"]
    assert line(villages, HAOHUAHONG)[:8] == [HAOHUAHONG, "好花红镇 好花红村", 2, 1, 1, 0, 1, "50.0%"]
    assert line(villages, FENGSHAN)[2:7] == [0, 0, 0, 0, 0]


def test_the_file_of_a_village_masks_its_people(desk):
    rows = sheets(desk, f"/office/{HAOHUAHONG}/table.xlsx?{MARCH}")["学员"]
    assert [row[0] for row in rows[3:5]] == ["吴**", "杨**"]
    assert line(rows, "杨**")[1].startswith("H-")


def test_the_foot_says_who_when_what_and_how_it_is_defined(desk, chen):
    rows = sheets(desk, f"/office/522731102/table.xlsx?{MARCH}")["各村"]
    said = "\n".join(str(row[0]) for row in rows if row[0])
    for words in ("填表人：", "操作人：chen", "2026-03-01 至 2026-03-31", "北京时间", "全部课程", "完成率：", "不编数"):
        assert words in said
    assert "（盖章）" in str(rows)


def test_the_same_rows_have_the_same_hash_and_other_rows_another(desk, yang):
    def record(address: str) -> str:
        rows = sheets(desk, address)["各村"]
        return next(row[0] for row in rows if str(row[0]).startswith("记录核对码"))

    march = record(f"/office/522731102/table.xlsx?{MARCH}")
    assert march == record(f"/office/522731102/table.xlsx?{MARCH}")
    assert march != record("/office/522731102/table.xlsx?period=days&from=2026-03-01&to=2026-03-04")


@pytest.mark.parametrize("text", ["=1+1", "+86 137", "-1", "@SUM(A1)", "http://x.example", "=cmd|'/C calc'!A0"])
def test_a_name_is_a_text_and_never_a_formula_or_a_link(desk, yang, text):
    Division.objects.filter(code=HAOHUAHONG).update(short_name=text)
    Person.objects.filter(trainee=yang).update(name=text)
    content = desk.get(f"/office/522731102/table.xlsx?{MARCH}").content
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    people = sheets(desk, f"/office/{HAOHUAHONG}/table.xlsx?{MARCH}")["学员"]
    assert line(people, f"{text[:1]}**")


def test_codes_are_texts_and_numbers_are_numbers(desk):
    content = desk.get(f"/office/522731/table.xlsx?{MARCH}").content
    row = next(
        row for row in load_workbook(io.BytesIO(content)).worksheets[0].iter_rows() if row[0].value == "522731102"
    )
    assert [cell.data_type for cell in row[:4]] == ["s", "s", "n", "n"]


def test_choices_that_make_no_sense_give_no_file_but_the_page_that_says_why(desk):
    reply = desk.get("/office/522731/table.xlsx?period=days&from=x&to=y", follow=True)
    assert reply.redirect_chain[0][0].startswith("/office/522731/?period=days")
    assert "两个日子请这样写" in reply.content.decode()


def test_the_file_is_named_after_its_place_and_last_day(desk):
    named = desk.get(f"/office/522731102/table.xlsx?{MARCH}")["Content-Disposition"]
    assert named.endswith("2026-03-31.xlsx")
    assert "filename*=utf-8''%E5%A5%BD" in named
