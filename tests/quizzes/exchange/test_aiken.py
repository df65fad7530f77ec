"""Aiken by example, and what it cannot hold."""

import pytest
from django.utils.translation import override

from quizzes.exchange import aiken
from quizzes.exchange.drafts import Answer, Draft, FileRefused, Option, Refused

GOOD = "湿橙子？\nA. 晾干\nB) 马上装\nANSWER: A\n"


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def only(text: str) -> Draft | Refused:
    (question,) = aiken.read(text)
    return question


def right(question: Draft) -> list[str]:
    return [option.text for option in question.options if option.weight]


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.lower(),
        GOOD.replace("\n", "\r\n"),
        "\ufeff\n\n" + GOOD,
        "湿橙子？\n\n\nA.晾干\n\n  b）  马上装\n\nanswer：a",
        "湿橙子？\nＡ．晾干\nＢ．马上装\nANSWER: Ａ",
    ],
)
def test_choice_is_read_however_it_is_spaced(text):
    question = only(text)
    assert (question.kind, question.prompt) == ("single", "湿橙子？")
    assert ([option.text for option in question.options], right(question)) == (["晾干", "马上装"], ["晾干"])


@pytest.mark.parametrize("letters", ["A, C", "ac", "A C", "A、C", "A和C"])
def test_several_letters_are_all_that_fit(letters):
    question = only(f"哪些？\nA. 晾\nB. 洒水\nC. 套网\nANSWER: {letters}")
    assert (question.kind, right(question)) == ("multiple", ["晾", "套网"])


@pytest.mark.parametrize("words", [("True", "False"), ("对", "错"), ("正确", "错误"), ("√", "×")])
def test_true_and_false_are_no_choice(words):
    question = only(f"橙子怕水。\nA. {words[0]}\nB. {words[1]}\nANSWER: B")
    assert (question.kind, question.true, question.options) == ("truefalse", False, [])


def test_what_goes_on_in_the_next_line_stays_together():
    question = only("湿橙子，\n怎么办？\nA. 先晾\n再装\nB. 马上装\nANSWER: B")
    assert (question.prompt, question.options[0].text) == ("湿橙子，\n怎么办？", "先晾 再装")


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("湿橙子？\nA. 晾\nB. 装\n", 1, "no line “ANSWER:”"),
        ("湿橙子？\nA. 晾\nB. 装\nANSWER: D", 1, "answers end with B"),
        ("湿橙子？\nA. 晾\nB. 装\nANSWER: 晾", 1, "no letter"),
        ("湿橙子？\nA. 晾\nB. 装\nANSWER: AA", 1, "no letter"),
        ("湿橙子？\nA. 晾\nB. 装\nANSWER:", 1, "no letter"),
        ("湿橙子？\nA. 晾\nANSWER: A", 1, "no answers to choose from"),
        ("湿橙子？\nA. 晾\nC. 装\nANSWER: A", 1, "line 3 stands answer C where B"),
        ("\n\nANSWER: A", 3, "Nothing is asked"),
        ("长\n" * 200 + "A. 晾\nB. 装\nANSWER: A", 1, "too long"),
    ],
)
def test_refused_question_says_where_and_what_to_do(text, line, told):
    question = only(text)
    assert question.line == line
    assert told in question.reason


@pytest.mark.parametrize(
    "bad", ["问？\nA. 甲\nB. 乙", "问？\nA. 甲\nB. 乙\nANSWER: Z", "问？\n\nA. 甲\nC. 乙\nANSWER: A", "ANSWER: B"]
)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_bad_question_does_not_spoil_its_neighbours(bad, between):
    questions = aiken.read(f"{GOOD}{between}{bad}{between}{GOOD}")
    assert [type(question) for question in questions] == [Draft, Refused, Draft]
    assert questions[2].prompt == "湿橙子？"


def test_more_questions_than_a_file_may_have_are_refused():
    with pytest.raises(FileRefused, match="500"):
        aiken.read(GOOD * 501)


def test_only_what_aiken_has_a_place_for_is_written():
    number = Draft(1, "numeric", prompt="多少？", answers=[Answer("30")])
    nothing_right = Draft(1, "single", prompt="问？", options=[Option("甲"), Option("乙")])
    assert [aiken.holds(draft) for draft in (number, nothing_right, only(GOOD))] == [False, False, True]
    assert aiken.read(aiken.write([number, only(GOOD)])) == [only(GOOD)]
