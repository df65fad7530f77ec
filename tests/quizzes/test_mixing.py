"""Answers in another order at each sitting, but never where one speaks of the others. No database."""

import pytest
from django.template.loader import render_to_string

from quizzes.canonical import canonical_of
from quizzes.models import QuizEdition
from quizzes.selectors import ShownOption, ShownQuestion, ShownQuiz, mixed_for
from quizzes.selectors.mixing import may_be_mixed

LETTERS = "abcdef"


def a_question(*texts: str, kind: str = "single") -> ShownQuestion:
    options = [ShownOption(letter, text) for letter, text in zip(LETTERS, texts, strict=False)]
    return ShownQuestion("q", kind, "湿橙子怎么办？", options=options, language="zh-hans")


def a_quiz(*, mixes: bool) -> ShownQuiz:
    options = [ShownOption(letter, letter) for letter in LETTERS]
    question = ShownQuestion("q", "multiple", "哪些？", options=options, mixes=mixes)
    return ShownQuiz("0", "小测验", "小测验", QuizEdition(canonical={}), "zh-hans", "", True, [question])


def order(quiz: ShownQuiz) -> str:
    return "".join(option.id for option in quiz.questions[0].options)


def test_each_sitting_has_its_order_and_keeps_it():
    orders = [order(mixed_for(a_quiz(mixes=True), sitting)) for sitting in range(20)]
    assert len(set(orders)) > 10
    assert {"".join(sorted(one)) for one in orders} == {LETTERS}
    assert orders == [order(mixed_for(a_quiz(mixes=True), sitting)) for sitting in range(20)]


def test_order_stays_where_the_author_did_not_ask_for_another():
    assert order(mixed_for(a_quiz(mixes=False), 1)) == LETTERS


@pytest.mark.parametrize(
    "text",
    ["以上都对", "以上都不对", "都是", "上述三样", "全对", "A和C", "选A、B", "A 与 B 都行", "AB", "①③", "前面两种",
     "All of the above", "None of them.", "both", "A and C"],
)  # fmt: skip
def test_answer_that_speaks_of_others_keeps_the_order(text):
    assert not may_be_mixed(a_question("晾干", "洒水", text))


@pytest.mark.parametrize("text", ["成都的客户", "5元", "擦干", "A4纸箱", "SF Express", "the box", "都匀寄出"])
def test_any_other_answer_may_stand_anywhere(text):
    assert may_be_mixed(a_question("晾干", "洒水", text))


@pytest.mark.parametrize("kind", ["truefalse", "ordering", "matching", "numeric", "short"])
def test_only_choices_are_mixed(kind):
    assert not may_be_mixed(a_question("晾干", "洒水", kind=kind))


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_script_is_told_what_it_may_mix(kind):
    told = {
        mixes: ShownQuestion("q", kind, "哪些？", options=[ShownOption("a", "晾")], mixes=mixes)
        for mixes in (True, False)
    }
    html = {mixes: render_to_string(f"quizzes/questions/{kind}.html", {"question": one}) for mixes, one in told.items()}
    assert ("data-mixed" in html[True], "data-mixed" in html[False]) == (True, False)


def test_canonical_says_only_what_is_used():
    assert canonical_of(1, [], in_parts=True)["in_parts"] is True
    assert "in_parts" not in canonical_of(1, [])
