from decimal import Decimal

import pytest

from foundation.templatetags.said import clauses, dots, sentences, yuan


def test_chinese_clause_stays_on_one_line():
    assert clauses("湿橙子装箱，容易发霉。") == (
        '<span class="clause">湿橙子装箱，</span><span class="clause">容易发霉。</span>'
    )


def test_english_is_left_as_it_is():
    assert clauses("Wet oranges, mouldy box.") == "Wet oranges, mouldy box."


def test_short_title_is_left_as_it_is():
    assert clauses("晾") == "晾"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>，坏", "坏，<img src=x onerror=alert(1)>"])
def test_markup_in_a_text_is_shown_not_run(text):
    assert "<script" not in clauses(text)
    assert "<img" not in clauses(text)


def test_no_character_is_lost_between_clauses():
    text = "“今天”学五个字：挑、晾、套、塞、封！？（好）"
    assert "".join(clauses(text).replace("</span>", "").split('<span class="clause">')) == text


def test_each_line_is_a_paragraph():
    assert sentences("一。\n二。").count('<p class="said">') == 2


def test_dots_before_here_and_ahead():
    assert dots(2, 3) == ["seen", "now", ""]


@pytest.mark.parametrize(("amount", "shown"), [("30.00", "30"), ("6.50", "6.5"), ("0.10", "0.1"), ("100", "100")])
def test_amounts_carry_no_needless_zeros(amount, shown):
    assert yuan(Decimal(amount)).split()[0].removesuffix("元") == shown
