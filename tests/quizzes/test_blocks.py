"""Each kind of question without a database: what a trainer may publish, and what she is told when she may not."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.blocks import ListBlock, StreamBlock, StructBlock

from quizzes.blocks import QUESTIONS
from tests import builders

STREAM = StreamBlock(QUESTIONS)
KINDS = [name for name, _ in QUESTIONS]


def cleaned(kind: str, *, draft: bool = False, **value):
    question = builders.a_question(kind, **value)
    stream = STREAM.to_python([question])
    return (STREAM.clean_deferred if draft else STREAM.clean)(stream)


def told(kind: str, field: str, **value) -> str:
    """What she reads beside the field, in English."""
    with pytest.raises(ValidationError) as refused:
        cleaned(kind, **value)
    with override("en"):
        return " ".join(refused.value.block_errors[0].block_errors[field].messages)


def options(*rights: bool) -> list[dict]:
    return [builders.an_option(f"答案{number}", right=right) for number, right in enumerate(rights)]


@pytest.mark.parametrize("kind", KINDS)
def test_whole_question_is_accepted(kind):
    assert cleaned(kind)[0].value["prompt"] == "怎么办？"


@pytest.mark.parametrize("kind", KINDS)
def test_new_question_has_every_field_of_every_part(kind):
    """Wagtail's form writes “undefined” where one is left out."""
    block = STREAM.child_blocks[kind]
    for name, part in block.child_blocks.items():
        if isinstance(part, ListBlock) and isinstance(part.child_block, StructBlock):
            filled = block.get_form_state(block.get_default())[name]
            assert filled
            assert all(item["value"].keys() == part.child_block.child_blocks.keys() for item in filled)


@pytest.mark.parametrize("kind", KINDS)
def test_half_written_question_is_kept_as_a_draft(kind):
    halves = {"options": options(False), "answer": None, "value": None, "items": [], "pairs": [], "answers": []}
    assert cleaned(kind, draft=True, prompt="", explanation="", **halves)


@pytest.mark.parametrize("kind", KINDS)
def test_question_without_a_reason_is_accepted(kind):
    assert cleaned(kind, explanation="")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "opening", ["对。", "错，", "不对，", "正确。", "答对了。", "Right. ", "Wrong: ", "No, ", "Yes! "]
)
def test_reason_that_opens_with_a_verdict_is_refused(kind, opening):
    assert "Begin with why" in told(kind, "explanation", explanation=f"{opening}湿果会发霉。")


@pytest.mark.parametrize("opening", ["对半分开，", "错开时间，", "No copy is allowed, ", "Rightly packed, "])
def test_reason_that_only_begins_alike_is_accepted(opening):
    assert cleaned("single", explanation=f"{opening}就不会坏。")


@pytest.mark.parametrize(
    ("kind", "rights", "said"),
    [
        ("single", [True], "at least two"),
        ("single", [False, False], "No answer is marked"),
        ("multiple", [False, False], "No answer is marked"),
        ("single", [True, True, False], "Only one answer"),
        ("single", [True, True], "Only one answer"),
        ("multiple", [True, True], "All answers are right"),
        ("multiple", [], "at least two"),
    ],
)
def test_answers_that_make_no_question_are_refused_with_what_to_do(kind, rights, said):
    assert said in told(kind, "options", options=options(*rights))


def test_two_answers_that_say_the_same_are_refused():
    same = [builders.an_option("晾干", right=True), builders.an_option(" 晾干 ")]
    assert "晾干" in told("single", "options", options=same)


def test_wrong_answer_without_a_reason_is_accepted():
    bare = builders.an_option("装")
    bare["value"]["feedback"] = ""
    assert cleaned("multiple", options=[*options(True), bare])


def test_true_or_false_without_an_answer_is_refused():
    assert told("truefalse", "answer", answer="")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("value", {"value": "99999999999"}, "too large"),
        ("value", {"value": "26.667"}, "two places"),
        ("tolerance", {"tolerance": "-1"}, "0 or a number above"),
        ("tolerance", {"value": "4", "tolerance": "4"}, "almost any number"),
    ],
)
def test_number_that_makes_no_sense_is_refused(field, value, said):
    assert said in told("numeric", field, **value)


@pytest.mark.parametrize("number", ["4", "4.5", "-3", "0", "30.50"])
def test_number_to_the_jiao_is_accepted(number):
    assert cleaned("numeric", value=number, tolerance="0")


@pytest.mark.parametrize("order", ["2 1", "1 1 2", "1 2 4", "二一三", "2 1 3 x", "213 5"])
def test_other_order_that_does_not_name_each_line_once_is_refused(order):
    items = [builders.an_item(text) for text in "挑晾装"]
    assert "2 1 3" in told("ordering", "also_right", items=items, also_right=[builders.an_item(order)])


def test_order_of_one_line_and_of_equal_lines_is_refused():
    assert "at least two" in told("ordering", "items", items=[builders.an_item("挑")])
    assert "挑" in told("ordering", "items", items=[builders.an_item("挑"), builders.an_item("挑")])


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([("大米", "受潮")], "at least two"),
        ([("大米", "受潮"), ("大米", "闷热")], "大米"),
        ([("大米", "受潮"), ("腊肉", "受潮")], "受潮"),
    ],
)
def test_pairs_that_cannot_be_told_apart_are_refused(pairs, said):
    assert said in told("matching", "pairs", pairs=[builders.a_pair(*pair) for pair in pairs])


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([], "at least one"),
        (["顺丰", "。"], "letters or figures"),
        (["顺丰", "顺 丰。"], "顺丰"),
        (["SF", "ＳＦ"], "sf"),
    ],
)
def test_words_that_nobody_could_type_or_twice_are_refused(answers, said):
    assert said in told("short", "answers", answers=[builders.an_item(answer) for answer in answers])


def test_prompt_of_ten_thousand_characters_is_refused():
    assert told("single", "prompt", prompt="长" * 10_000)


def test_ids_and_orders_are_not_given_to_translators():
    block = STREAM.child_blocks["ordering"].child_blocks
    assert block["explains"].get_translatable_segments("x") == []
    assert block["also_right"].child_block.get_translatable_segments("2 1") == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_it_is_in_both_languages(kind):
    block = STREAM.child_blocks[kind]
    said = {}
    for code in ("zh-hans", "en"):
        with override(code):
            said[code] = f"{block.label} {block.meta.description}"
    assert said["en"] != said["zh-hans"]
    assert not [sign for sign in said["en"] if "一" <= sign <= "鿿"]
