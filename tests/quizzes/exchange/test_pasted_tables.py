"""A table pasted out of Excel, or saved as CSV, and choices that all stand in one cell."""

import pytest
from django.utils.translation import override

from quizzes.exchange import pasted_tables
from quizzes.exchange.formats import read_questions
from quizzes.exchange.reporting import report_of
from tests.quizzes.exchange.workbooks import a_workbook

HEADED = "2026年题库\t\t\t\n题型\t题目\t选项\t答案\n"


def read(content: bytes) -> list[dict]:
    with override("en"):
        return report_of(read_questions(content))["questions"]


def texts_of(question: dict) -> list[str]:
    return [f"{'*' * option['weight']}{option['text']}" for option in question["options"]]


def test_row_without_an_answer_is_refused_and_each_has_the_line_on_which_it_begins():
    rows = '单选\t"寄鲜果\n带什么？"\tA.冰袋 B.石头\tA\n判断\t果子怕压。\t\t\n多选\t何时发？\t早|晚|半夜\tAB\n'
    first, unanswered, last = read((HEADED + rows).encode())
    assert [each["line"] for each in (first, unanswered, last)] == [3, 5, 6]
    assert (unanswered["status"], texts_of(first), first["prompt"]) == ("refused", ["*冰袋", "石头"], "寄鲜果 带什么？")
    assert texts_of(last) == ["*早", "*晚", "半夜"]


def test_csv_of_wps_is_read():
    saved = "题目,选项A,选项B,答案\r\n果子怕压，怎么放？,轻放,扔,A\r\n".encode("gb18030")
    assert texts_of(read(saved)[0]) == ["*轻放", "扔"]


@pytest.mark.parametrize(
    "text",
    ["题目\t得分\n1．橙子怕水。\t（√）", HEADED.partition("\n")[0] + '\n"题目\t答案', "题目\n1．橙子怕水。（√）", ""],
)
def test_text_with_tabs_is_no_table(text):
    assert pasted_tables.read(text) is None


def test_choices_may_stand_in_one_cell_or_in_that_of_the_question():
    rows = [
        ["题型", "题目", "选项", "答案"],
        ["单选", "何时发？", "A.早\nB.晚", "B"],
        ["单选", "发啥？ A．橙子 B．石头", None, "A"],
    ]
    one, other = read(a_workbook(*rows))
    assert (texts_of(one), texts_of(other), other["prompt"]) == (["早", "*晚"], ["*橙子", "石头"], "发啥？")
