"""Our own questions go out and come in again as they were, and are told of nothing. No database."""

import pytest

from quizzes.exchange import aiken, gift
from quizzes.exchange.from_blocks import from_blocks
from quizzes.exchange.into_blocks import into_block
from tests import builders

KINDS = list(builders.QUESTION_VALUES)


def without_ids(value: object) -> object:
    if isinstance(value, dict):
        return {name: without_ids(part) for name, part in value.items() if name != "id"}
    return [without_ids(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", KINDS)
def test_gift_brings_back_every_kind_whole_and_without_a_change(kind):
    question = builders.a_question(
        kind, prompt="先 {想} 一想：\n\n1 = 1？ ~ # \\ <b>", explanation="// 因为 &amp; “如此”。"
    )
    text = gift.write(from_blocks([question]))
    raw, changes = into_block(gift.read(text)[0])
    assert without_ids(raw) == without_ids(question)
    assert changes == []
    assert gift.write(from_blocks([raw])) == text


def test_gift_brings_back_other_right_orders_and_limits_of_a_number():
    ordering = builders.a_question("ordering", also_right=[builders.an_item("2 1 3"), builders.an_item("1 3 2")])
    number = builders.a_question("numeric", value="30.5", tolerance="0.25", unit="")
    read = gift.read(gift.write(from_blocks([ordering, number])))
    assert [without_ids(into_block(draft)[0]) for draft in read] == [without_ids(ordering), without_ids(number)]


@pytest.mark.parametrize("kind", ["single", "multiple", "truefalse"])
def test_aiken_brings_back_what_it_has_a_place_for(kind):
    question = builders.a_question(kind)
    raw, _changes = into_block(aiken.read(aiken.write(from_blocks([question])))[0])
    said, back = question["value"], raw["value"]
    assert (back["prompt"], back.get("answer")) == (said["prompt"], said.get("answer"))
    marked = [
        [(item["value"]["text"], item["value"]["right"]) for item in one.get("options", ())] for one in (said, back)
    ]
    assert marked[0] == marked[1]
