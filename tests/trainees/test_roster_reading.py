"""Where the table begins, in files of every kind; and files that mean harm."""

import datetime
import time
import zipfile

import pytest
from django.utils.translation import override

from foundation.sheets import SheetError
from tests.trainees.rosters import HEADER, WU, YANG, workbook, written
from trainees.register import workbooks
from trainees.register.columns import keys_of
from trainees.register.reading import open_roster

TITLES = [["惠水县农村电商培训学员花名册"], [], ["填报单位：好花红镇", None, "2026年"]]


def lines(path) -> list[list[str]]:
    return [row.cells for row in open_roster(path).people()]


def test_the_header_is_found_under_merged_titles_and_the_foot_is_no_person(tmp_path):
    path = workbook(tmp_path, *TITLES, ["序号", *HEADER], [1, *YANG], [], [2, *WU], ["填表人：", None, "审核人："])
    roster = open_roster(path)
    assert [row.line for row in roster.people()] == [5, 7]
    assert roster.foot == [8]


@pytest.mark.parametrize(
    "header", [["Name", "Phone", "Township", "Village"], ["姓 名", "联系电话(必填)", "所在乡镇", "村（社区）"], HEADER]
)
def test_headings_are_known_in_chinese_and_english_as_counties_write_them(tmp_path, header):
    assert open_roster(written(tmp_path, YANG, header=header)).keys == ["name", "phone", "township", "village"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_text_is_read_in_every_encoding(tmp_path, encoding, delimiter):
    path = tmp_path / "roster.csv"
    path.write_bytes("\r\n".join(delimiter.join(line) for line in (HEADER, YANG)).encode(encoding))
    assert lines(path) == [YANG]


def test_excels_numbers_days_and_formulas_come_as_people_see_them(tmp_path):
    day = datetime.datetime(1980, 5, 3)
    first = ["杨小花", 13700000001, day, 522731198005030026]
    path = workbook(tmp_path, ["姓名", "手机号", "年龄", "身份证号"], first, ["=A2", "", "", ""])
    assert lines(path)[0] == ["杨小花", "13700000001", "1980-05-03", "5.22731E+17"]
    assert lines(path)[1][0].startswith("=")


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 500, b"\xd0\xcf\x11\xe0" * 9),
        *("身份证,村\n1,2\n".encode(), b"\xff\xfe\x00", b"a\0b"),
    ],
)
def test_what_is_no_roster_gets_a_sentence(tmp_path, content):
    path = tmp_path / "roster"
    path.write_bytes(content)
    with pytest.raises(SheetError) as caught:
        lines(path)
    assert caught.value.sentence.endswith((".", "。"))


def test_a_cell_of_a_million_signs_is_refused_with_its_line(tmp_path):
    with pytest.raises(SheetError) as caught:
        lines(written(tmp_path, YANG, ["x" * 1_000_000, "", "", ""]))
    assert caught.value.line == 3


def test_a_column_that_is_there_twice_is_refused(tmp_path):
    with pytest.raises(SheetError):
        open_roster(written(tmp_path, YANG, header=["姓名", "手机号", "联系电话", "村"]))


def test_fifty_unknown_columns_are_named_and_harm_nobody(tmp_path):
    more = [f"列{number}" for number in range(50)]
    roster = open_roster(written(tmp_path, [*YANG, *more], header=[*HEADER, *more]))
    assert roster.unknown == more
    assert len(list(roster.people())) == 1


def test_what_stands_right_of_the_columns_that_are_read_is_refused_and_not_cut_off(tmp_path):
    far = [*YANG, *[None] * 96, "初中"]
    with pytest.raises(SheetError) as caught:
        lines(workbook(tmp_path, HEADER, YANG, far))
    assert caught.value.line == 3


def test_people_below_the_lines_that_are_read_are_refused_and_not_cut_off(tmp_path, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_ROWS", 3)
    with pytest.raises(SheetError) as caught:
        lines(workbook(tmp_path, HEADER, YANG, [], [], WU))
    assert caught.value.line == 5


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path):
    path = workbook(tmp_path, HEADER, YANG)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("xl/media/bomb.bin", b"\0" * (41 * 1024 * 1024))
    with pytest.raises(SheetError):
        lines(path)


@pytest.mark.parametrize(
    ("header", "keys"),
    [
        ("所在乡镇（街道）|所属村（社区）必填|联系手机|乡(镇)", "township|village|phone|township"),
        ("居住地址|所在乡镇村|行政村（社区）|村民委员会|村委会", "address|address|village|village|village"),
        ("户主姓名|家庭成员姓名|参训人员", "head|name|name"),
        ("姓名 Name|手机号/Phone|学历\nEducation|ID号", "name|phone|schooling|"),
    ],
)
def test_headings_are_known_as_counties_word_them(header, keys):
    assert keys_of(header.split("|")) == keys.split("|")


def test_heading_of_nothing_but_brackets_is_looked_at_once():
    started = time.process_time()
    assert keys_of(["(" * 60_000]) == [""]
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        ("<html><table><tr><td>姓名</td><td>村</td></tr></table></html>".encode(), "web page"),
        (b"%PDF-1.7\n", "PDF"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_kind(tmp_path, content, says):
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    with override("en"), pytest.raises(SheetError) as caught:
        open_roster(path)
    assert says in caught.value.sentence
