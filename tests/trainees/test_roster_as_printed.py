"""Rosters as they are printed: names padded to one width, cells merged over lines, feet and headings in between."""

import zipfile

import pytest
from django.utils.translation import override
from openpyxl import Workbook, load_workbook

from foundation.sheets import SheetError
from tests.trainees.rosters import HEADER, WU, YANG, examined, names, saved, statuses, workbook, written
from trainees.models import Person
from trainees.names import cleaned_name
from trainees.register.reading import open_roster
from trainees.register.workbooks import EMPTY_ROWS, unpacked_size
from trainees.register.workbooks_out import to_correct
from trainees.services.rosters import bring_in

HOME = ["好花红镇", "好花红村"]


@pytest.mark.parametrize(
    ("padded", "name"),
    [
        ("王　军", "王军"),
        ("罗 三 妹", "罗三妹"),
        ("Mary  Ann", "Mary Ann"),
        ("阿依 Mary", "阿依 Mary"),
        ("王 A", "王 A"),
    ],
)
def test_a_name_loses_the_spaces_that_pad_it_and_no_others(padded, name):
    assert cleaned_name(padded) == name


@pytest.mark.usefixtures("places")
def test_a_padded_name_is_the_same_person(tmp_path):
    saved(written(tmp_path, ["王军", "", *HOME], ["买买提·艾力", "", *HOME]))
    assert statuses(saved(written(tmp_path, ["王　军", "", *HOME]))) == ["same"]
    assert statuses(examined(written(tmp_path, ["王 军", "13700000009", *HOME]))) == ["doubtful"]
    assert statuses(examined(written(tmp_path, ["买买提艾力", "", *HOME]))) == ["changed"]
    assert statuses(examined(written(tmp_path, ["石 兰", "", *HOME], ["石兰", "", *HOME]))) == ["new", "doubtful"]


@pytest.mark.usefixtures("places")
def test_whom_the_register_kept_with_a_padded_name_is_found_without(tmp_path):
    saved(written(tmp_path, ["罗三妹", "", *HOME]))
    Person.objects.update(name="罗 三妹")
    assert statuses(saved(written(tmp_path, ["罗三妹", "", *HOME]))) == ["same"]
    assert len(names()) == 1


def test_a_cell_merged_over_several_lines_says_the_same_of_each(tmp_path):
    path = workbook(tmp_path, HEADER, ["王军", "", *HOME], ["石兰"], ["杨小花", "", None, "弄苑村"], ["罗三妹"])
    book = load_workbook(path)
    book.active.merge_cells("C2:C4")
    book.active.merge_cells("D2:D3")
    book.save(path)
    assert [row.cells[2:] for row in open_roster(path).people()] == [HOME, HOME, ["好花红镇", "弄苑村"], []]


@pytest.mark.parametrize(
    "foot",
    [
        *(["合计", "12人", "", "3个村"], ["合　计"], ["填表人：王军", "", "审核人：石兰"], ["第 1 页"]),
        *(["经办人：王军", "联系电话：13700000009"], ["2026年11月27日"], ["以下空白"], ["总人数：2"]),
        *(
            ["合计", "=COUNTA(B2:B9)", "=COUNTA(C2:C9)"],
            ["", "", "分管领导签字：", ""],
            ["二、弄苑村（12人）"],
            ["（三）移民户"],
        ),
    ],
)
def test_feet_and_the_heading_of_the_next_page_are_no_people(tmp_path, foot):
    roster = open_roster(written(tmp_path, YANG, foot, HEADER, WU, foot))
    assert [row.line for row in roster.people()] == [2, 5]
    assert roster.foot == [3, 6]


def test_another_table_below_is_refused_and_a_person_with_the_name_of_a_foot_is_one(tmp_path):
    with pytest.raises(SheetError) as caught:
        list(open_roster(written(tmp_path, YANG, ["姓名", "村", "乡镇", "手机号"], WU)).people())
    assert caught.value.line == 3
    assert len(list(open_roster(written(tmp_path, ["单位", "13700000001", *HOME])).people())) == 1


def sheets(folder, **tables):
    book = Workbook()
    book.remove(book.active)
    for title, lines in tables.items():
        for line in lines or [[]]:
            (book[title] if title in book.sheetnames else book.create_sheet(title)).append(line)
    path = folder / "sheets.xlsx"
    book.save(path)
    return path


def test_a_sheet_for_each_village_is_refused_with_their_names(tmp_path):
    with pytest.raises(SheetError, match="好花红村、弄苑村"):
        open_roster(sheets(tmp_path, 好花红村=[HEADER, YANG], 弄苑村=[HEADER, WU]))


def test_the_one_sheet_with_people_is_read_and_the_others_are_named(tmp_path):
    roster = open_roster(sheets(tmp_path, 填表说明=[["怎么填"]], 名册=[HEADER, YANG], 空表=[HEADER], Sheet3=[]))
    assert [row.cells for row in roster.people()] == [YANG]
    assert "填表说明" in roster.notes[0]
    assert "Sheet3" not in roster.notes[0]
    assert len(list(open_roster(sheets(tmp_path, 名册=[HEADER, YANG], 空=[])).people())) == 1


def packed(folder, name, part, text):
    """The smallest workbook with one part that is far too large once unpacked."""
    path = workbook(folder, HEADER, YANG, name=name)
    with zipfile.ZipFile(path) as opened:
        parts = {each: opened.read(each) for each in opened.namelist()}
    parts[part] = text(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        for each, content in parts.items():
            opened.writestr(each, content)
    return path


@pytest.mark.parametrize(
    ("part", "begins", "piece", "many"),
    [
        ("xl/styles.xml", b"</cellXfs>", b"<xf/>", 500_000),
        ("xl/worksheets/sheet1.xml", b"</sheetData>", b"<row>" + b"<c/>" * 80 + b"</row>", 200_000),
        ("xl/worksheets/sheet1.xml", b"</row>", b"<c/>", 300_000),
    ],
)
def test_a_small_file_with_very_much_to_unpack_is_refused_at_once(tmp_path, part, begins, piece, many):
    path = packed(tmp_path, "large.xlsx", part, lambda text: text.replace(begins, piece * many + begins, 1))
    with pytest.raises(SheetError):
        open_roster(path)
    assert unpacked_size(path) > 1_000_000


def test_after_very_many_empty_lines_nothing_is_looked_for_and_it_is_said(tmp_path):
    path = workbook(tmp_path, HEADER, YANG, *[[]] * (EMPTY_ROWS + 5), WU)
    roster = open_roster(path)
    assert [row.cells for row in roster.people()] == [YANG]
    assert " 2" in roster.notes[0]


def test_a_little_workbook_with_much_inside_is_left_to_a_worker(chen, tmp_path):
    path = packed(
        tmp_path, "x.xlsx", "xl/styles.xml", lambda text: text.replace(b"</cellXfs>", b" " * 600_000 + b"</cellXfs>")
    )
    one = bring_in(by=chen, area="522731", name="x.xlsx", pieces=[path.read_bytes()], with_ids=False)
    assert (path.stat().st_size < 200_000, one.state) == (True, "reading")


TWO_LINES = [["序号", "姓名", "联系方式", "家庭住址", "", "", "备注"], ["", "", "手机号", "乡镇", "村", "组"]]


def test_a_header_of_two_lines_is_one(tmp_path):
    person = ["1", "杨小花", "13700000001", *HOME, "三组"]
    roster = open_roster(workbook(tmp_path, ["登记表"], *TWO_LINES, ["1", "2", "3", "4", "5", "6", "7"], person))
    assert roster.keys == ["serial", "name", "phone", "township", "village", "hamlet", ""]
    assert [row.cells for row in roster.people()] == [person]
    assert roster.unknown == ["备注"]


def test_a_header_of_two_lines_that_is_printed_again_is_no_other_table(tmp_path):
    person = ["1", "杨小花", "13700000001", *HOME, "三组"]
    roster = open_roster(workbook(tmp_path, *TWO_LINES, person, *TWO_LINES, person))
    assert len(list(roster.people())) == 2


def test_a_heading_of_a_part_of_the_list_is_no_person_but_a_line_with_a_name_alone_is(tmp_path):
    path = workbook(tmp_path, ["序号", *HEADER], ["好花红村"], ["1", *YANG], ["2", "石兰"], ["3"])
    roster = open_roster(path)
    assert [row.line for row in roster.people()] == [3, 4]
    assert roster.foot == [2, 5]


def test_the_file_to_correct_keeps_every_line_of_a_printed_list_and_is_read_like_it(tmp_path):
    first, second = ["1", "杨小花", "13700000001", *HOME, "三组"], ["2", "吴阿妹", "", *HOME, "一组"]
    lines = [*TWO_LINES, ["一、好花红村（1人）"], first, *TWO_LINES, second, ["3"], ["经办人：王军"]]
    source = workbook(tmp_path, *lines)
    corrected = tmp_path / "corrected.xlsx"
    corrected.write_bytes(to_correct(source, []))
    again = open_roster(corrected)
    assert [row.cells for row in again.people()] == [first, second]
    assert len(again.foot) == 3
    cells = [cell for row in load_workbook(corrected).active.iter_rows(values_only=True) for cell in row if cell]
    assert {"一、好花红村（1人）", "经办人：王军"} <= set(cells)
    assert "填表人：" not in cells


def test_a_merged_village_makes_nobody_of_a_line_with_a_number_alone(tmp_path):
    path = workbook(tmp_path, ["序号", *HEADER], ["1", *YANG], ["2"])
    book = load_workbook(path)
    book.active.merge_cells("D2:D3")
    book.save(path)
    roster = open_roster(path)
    assert ([row.line for row in roster.people()], roster.foot) == ([2], [3])


def test_a_second_line_of_the_header_may_name_parts_that_we_do_not_keep(tmp_path):
    above = ["姓名", "性别", "", "出生年月", "", *HEADER[1:]]
    person = ["杨小花", "", "√", "1985", "6", *YANG[1:]]
    roster = open_roster(workbook(tmp_path, above, ["", "男", "女", "年", "月"], person))
    assert roster.keys == ["name", "", "", "birth", "", "phone", "township", "village"]
    assert (roster.unknown, len(list(roster.people()))) == (["男", "女", "月"], 1)


def test_the_first_person_without_a_name_is_no_second_line_of_the_header(tmp_path):
    roster = open_roster(workbook(tmp_path, HEADER, ["", "13700000001", *HOME], WU))
    assert [row.line for row in roster.people()] == [2, 3]


@pytest.mark.parametrize("serial", ["例", "示例：", "样例"])
def test_the_example_of_a_form_is_no_person(tmp_path, serial):
    path = workbook(tmp_path, ["序号", *HEADER], [serial, "张三", "13800000000", *HOME], ["1", *YANG])
    assert [row.line for row in open_roster(path).people()] == [3]


@pytest.mark.usefixtures("places")
def test_a_list_without_people_is_called_so_and_not_everything_known(tmp_path):
    with override("en"), pytest.raises(SheetError, match="No line of this file holds a person"):
        examined(workbook(tmp_path, ["序号", *HEADER], ["1"], ["2"]))
