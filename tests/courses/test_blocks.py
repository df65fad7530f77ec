"""Each kind of card, without a database: what it accepts and what it shows."""

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from wagtail.blocks import StreamBlock

from courses.blocks import CARDS, SumBlock
from courses.blocks.said import SentencesBlock

KINDS = StreamBlock(CARDS)


def render(kind: str, **words) -> str:
    block = KINDS.child_blocks[kind]
    value = block.to_python({"title": "晾", **words})
    context = {"value": value, "card_id": "c1", "position": 1, "total": 3}
    return render_to_string(block.meta.template, context)


@pytest.mark.parametrize("kind", [name for name, _ in CARDS])
def test_every_kind_has_a_template_and_a_title(kind):
    sums = {"price": {"label": "一箱卖", "amount": "30"}, "rows": [], "left": {"label": "剩", "amount": "30"}}
    needed = {"sum": sums, "check_single": {"options": []}, "check_multiple": {"options": []}}
    assert 'id="t-c1"' in render(kind, **needed.get(kind, {}))


def test_folded_up_a_card_is_called_by_its_title_or_question():
    """Not by the first thing in it, which is the tick of a picture: “Card: No”."""
    called = {name: block.meta.label_format for name, block in KINDS.child_blocks.items()}
    assert {name: words for name, words in called.items() if words not in ("{title}", "{prompt}")} == {}
    assert KINDS.child_blocks["card"].child_blocks["picture"].meta.label_format == "{alt_text}"


def test_four_sentences_are_refused_with_what_to_do():
    with pytest.raises(ValidationError, match="4"):
        SentencesBlock().clean("一。\n二。\n三。\n四。")


def test_blank_lines_are_dropped():
    assert SentencesBlock().clean(" 一。\n\n 二。 \n") == "一。\n二。"


def test_title_of_ten_thousand_characters_is_refused():
    title = KINDS.child_blocks["card"].child_blocks["title"]
    with pytest.raises(ValidationError):
        title.clean("长" * 10_000)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\u202e反过来", "🍊橙子"])
def test_strange_text_is_shown_as_text(text):
    html = render("card", text=text)
    assert "<script>" not in html
    assert 'dir="auto"' in html


def test_parts_of_a_sum_add_up_to_the_price():
    value = SumBlock().to_python(
        {
            "title": "一箱剩多少？",
            "price": {"label": "一箱卖", "amount": "30"},
            "rows": [{"label": name, "amount": cost} for name, cost in (("橙子", "10"), ("箱", "4.5"), ("快递", "9"))],
            "left": {"label": "剩", "amount": "6.5"},
        }
    )
    assert sum(part["width"] for part in value.parts) == pytest.approx(100)
    assert value.parts[-1]["tone"] == "d"


def test_answer_is_hidden_until_she_asks_for_it():
    html = render("card", ask="一箱多少钱？", answer="1元5角。")
    assert html.index("<details>") < html.index("1元5角")
