"""The key of each kind of question, from raw data alone."""

from decimal import Decimal

import pytest

from quizzes.canonical import canonical_of, digest_of, places_in, plain, right_side
from tests import builders


def key_of(kind: str, **value) -> dict:
    return canonical_of(Decimal("0.75"), [builders.a_question(kind, **value)])["questions"][0]


def ids(items: list[dict]) -> list[str]:
    return [item["id"] for item in items]


def test_single_and_multiple_name_their_options_and_the_right_ones():
    options = [builders.an_option("晾", right=True), builders.an_option("装"), builders.an_option("套", right=True)]
    key = key_of("multiple", options=options)
    assert key["options"] == ids(options)
    assert key["right"] == [options[0]["id"], options[2]["id"]]


def test_true_or_false_is_a_word():
    assert key_of("truefalse", answer="false")["right"] == "false"


def test_number_has_no_needless_zeros():
    key = key_of("numeric", value="30.50", tolerance="0.00", unit="")
    assert (key["value"], key["tolerance"], key["unit"]) == ("30.5", "0", False)


@pytest.mark.parametrize(("number", "text"), [("100", "100"), ("1E+2", "100"), ("0.10", "0.1"), (None, "0"), ("", "0")])
def test_numbers_are_written_plainly(number, text):
    assert plain(number) == text


def test_order_has_every_order_that_is_right_once():
    items = [builders.an_item(text) for text in "挑晾装"]
    also = [builders.an_item(text) for text in ("2 1 3", "213", "1 2 3", "7 8 9", "")]
    a, b, c = ids(items)
    assert key_of("ordering", items=items, also_right=also)["orders"] == [[a, b, c], [b, a, c]]


@pytest.mark.parametrize("text", ["2 1 3", "2,1,3", "2、1、3", "213", " 2  1 3 "])
def test_places_are_read_however_they_are_written(text):
    assert places_in(text) == [2, 1, 3]


def test_right_side_of_a_pair_is_not_told_by_its_id():
    pairs = [builders.a_pair("大米", "受潮"), builders.a_pair("腊肉", "闷热")]
    key = key_of("matching", pairs=pairs)
    assert key["pairs"] == {pair["id"]: right_side(pair["id"]) for pair in pairs}
    assert not set(key["left"]) & set(key["right"])


def test_word_to_be_typed_is_kept_as_it_is_compared():
    answers = [builders.an_item(text) for text in ("ＳＦ Express。", "顺丰", "。", "")]
    assert key_of("short", answers=answers)["accepted"] == {answers[0]["id"]: "sfexpress", answers[1]["id"]: "顺丰"}


def test_key_holds_no_words_but_those_to_be_typed():
    questions = [builders.a_question(kind) for kind in builders.QUESTION_VALUES if kind != "short"]
    text = str(canonical_of(Decimal(1), questions))
    assert not [sign for sign in text if "一" <= sign <= "鿿"]


def test_half_written_questions_have_a_key_too():
    halves = {"options": [], "answer": None, "value": None, "tolerance": None, "unit": None, "items": [], "pairs": []}
    halves |= {"answers": [builders.an_item("")]}
    questions = [builders.a_question(kind, **halves, also_right=[]) for kind in builders.QUESTION_VALUES]
    assert len(canonical_of(Decimal(1), questions)["questions"]) == len(questions)


def test_digest_does_not_depend_on_the_order_of_names():
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    assert digest_of({"a": 1}) != digest_of({"a": 2})
