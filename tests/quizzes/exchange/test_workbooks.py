"""Questions in an Excel workbook, as people fill it in, and what only looks like one."""

import datetime
import io
import struct
import tracemalloc
import zipfile

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from quizzes.exchange import xlsx
from quizzes.exchange.drafts import RIGHT, Draft, FileRefused, Option
from quizzes.exchange.reporting import report_of
from quizzes.exchange.template import a_template, examples
from tests.quizzes.exchange.workbooks import HEADING, ORANGES, a_workbook, repacked, saved


def read(content: bytes) -> list[dict]:
    with override("en"):
        return report_of(xlsx.read(content))["questions"]


def refusal(content: bytes) -> str:
    with override("en"), pytest.raises(FileRefused) as refused:
        xlsx.read(content)
    return refused.value.sentence


def test_row_is_a_question_with_its_line():
    question = read(a_workbook(HEADING, ORANGES))[0]
    assert (question["line"], question["kind"], question["prompt"]) == (2, "single", "橙子装箱前先做什么？")
    assert [(option["text"], option["weight"]) for option in question["options"]] == [
        ("晾干", 1),
        ("封箱", 0),
        ("喷水", 0),
    ]
    assert question["explanation"] == "湿果会发霉。"


def test_columns_may_stand_in_any_order_and_in_english_below_a_title():
    rows = [
        ["培训题库"],
        [],
        ["Answer", "Option B", "Option A", "Question", "备注"],
        ["b", "晾干", "封箱", "先做什么？", "难"],
    ]
    question = read(a_workbook(*rows))[0]
    assert (question["line"], [option["weight"] for option in question["options"]]) == (4, [0, 1])


def test_merged_title_and_empty_rows_are_passed_over():
    content = a_workbook(
        ["试题"], HEADING, [], ORANGES, [None] * 7, ["判断题", "湿果能装箱。", None, None, None, False]
    )
    workbook = load_workbook(io.BytesIO(content))
    workbook.active.merge_cells("A1:G1")
    merged = io.BytesIO()
    workbook.save(merged)
    assert [(each["line"], each["kind"]) for each in read(merged.getvalue())] == [(4, "single"), (6, "truefalse")]


def test_numbers_in_cells_are_read_as_they_look():
    row = ["计算题", "每斤多少钱？", None, None, None, 4.5, None]
    choice = ["单选题", "一箱几斤？", 5, 10.0, 0.1 + 0.2, "B", None]
    amount, several = read(a_workbook(HEADING, row, choice))
    assert amount["answers"][0]["value"] == 4.5
    assert [option["text"] for option in several["options"]] == ["5", "10", "0.3"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["单选题", "何时发？", datetime.date(2026, 5, 6), "明天", None, "A"], "made a date"),
        (["单选题", "何时发？", "#REF!", "明天", None, "A"], "formula"),
        (["单选题", "何时发？", "=NOW()", "明天", "后天", "A"], "names “A”"),
        (["单选题", "何时发？", "今天", "明天", None, None], "There is no answer"),
        (["单选题", "何时发？", "今天", "明天", None, "D"], "names “D”"),
        (["猜谜", "何时发？", "今天", "明天", None, "A"], "no kind of question"),
        (["单选题", None, "今天", "明天", None, "A"], "what is asked"),
    ],
)
def test_bad_row_is_refused_and_its_neighbours_are_taken(row, said):
    before, bad, after = read(a_workbook(HEADING, ORANGES, row, ORANGES))
    assert (before["status"], bad["status"], after["status"]) == ("taken", "refused", "taken")
    assert bad["line"] == 3
    assert said in bad["reason"]


def test_template_in_either_language_brings_nothing_but_what_is_written_into_it():
    for language in ("zh-hans", "en"):
        with override(language):
            assert xlsx.read(a_template()) == []


def test_examples_of_the_template_are_whole_questions():
    found = xlsx.read(xlsx.write(examples()))
    assert found == examples()


def test_table_without_a_column_for_the_question_is_refused():
    assert "题目" in refusal(a_workbook(["姓名", "电话"], ["杨", "1"]))


@pytest.mark.parametrize("part", ["workbook", "sheet1"])
def test_damaged_or_missing_part_is_refused(part):
    whole = a_workbook(HEADING, ORANGES)
    assert refusal(repacked(whole, **{part: b"<broken"}))
    assert refusal(repacked(whole, **{part: None}))


@pytest.mark.parametrize("length", [0, 4, 100, 2000])
def test_workbook_that_was_cut_off_is_refused(length):
    assert refusal(b"PK\x03\x04" + a_workbook(HEADING, ORANGES)[4 : 4 + length])


def test_bomb_is_refused_before_it_is_unpacked():
    whole = a_workbook(HEADING, ORANGES)
    assert "too large once unpacked" in refusal(repacked(whole, sheet1=b"<a>" + b" " * 30_000_000 + b"</a>"))


@pytest.mark.parametrize("size", [60_000, 10])
def test_part_that_declares_little_is_never_unpacked_whole(size):
    content = bytearray(repacked(a_workbook(HEADING, ORANGES), styles=bytes(40_000_000)))
    struct.pack_into("<L", content, content.rindex(b"xl/styles.xml") - 46 + 24, size)
    tracemalloc.start()
    try:
        assert refusal(bytes(content))
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_packing_that_excel_never_uses_is_refused():
    packed = io.BytesIO(a_workbook(HEADING, ORANGES))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("xl/media/1.png", b"")
    assert "not put together" in refusal(packed.getvalue())


def test_entities_that_grow_are_refused():
    laughs = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    assert refusal(repacked(a_workbook(HEADING, ORANGES), sheet1=laughs))


def test_thousands_of_parts_are_refused():
    packed = io.BytesIO(a_workbook(HEADING, ORANGES))
    with zipfile.ZipFile(packed, "a") as archive:
        for number in range(600):
            archive.writestr(f"xl/media/{number}.png", b"")
    assert "not put together" in refusal(packed.getvalue())


def test_word_document_is_no_workbook():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "copy the questions, and paste them" in refusal(packed.getvalue())


HAND = ["题型", "题目", "选项1", "选项2", "选项3", "答案"]


@pytest.mark.parametrize(
    ("row", "right"),
    [
        (["单选", "哪个？", "甲", "乙", "丙", "4"], None),
        (["多选", "哪个？", "A.甲", "B.乙", "C.丙", "1,3"], ["甲", "丙"]),
        (["单选", "哪个？", "甲", "乙", "丙", 2], ["乙"]),
        (["单选", "几个？", 3, 2, 5, 2], ["2"]),
        (["单选", "哪个？", "甲", "乙", "丙", "丙"], ["丙"]),
        (["单选", "哪个？ A．甲 B．乙", None, None, None, "B"], ["乙"]),
    ],
)
def test_answer_may_name_the_place_or_the_words_of_a_choice(row, right):
    question = read(a_workbook(HAND, row))[0]
    assert [option["text"] for option in question.get("options", []) if option["weight"]] == (right or [])
    assert question["prompt"] in ("哪个？", "几个？")


def test_statement_with_letters_in_it_has_no_choices():
    question = read(a_workbook(HAND, ["判断", "A．店近 B．店远", None, None, None, "对"]))[0]
    assert (question["kind"], question["prompt"]) == ("truefalse", "A．店近 B．店远")


def test_sheet_that_is_hidden_was_not_meant():
    workbook = load_workbook(io.BytesIO(a_workbook(HEADING, ORANGES)))
    workbook.create_sheet("旧题").append(HEADING)
    workbook["旧题"].append(ORANGES)
    workbook["旧题"].sheet_state = "hidden"
    assert len(read(saved(workbook))) == 1


def test_choices_that_begin_with_their_letters_come_back_as_they_were():
    letters = Draft(2, "single", prompt="哪家？", options=[Option("A．店", RIGHT), Option("B．店")])
    assert xlsx.read(xlsx.write([letters])) == [letters]
