"""GIFT by example: what Moodle's own documents show, and what people really write."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from quizzes.exchange import gift
from quizzes.exchange.drafts import Answer, Draft, FileRefused, Option, Pair, Refused


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def only(text: str) -> Draft | Refused:
    (question,) = gift.read(text)
    return question


def said(question: Draft) -> list[tuple[str, str]]:
    return [(option.text, str(option.weight)) for option in question.options]


def refusal(text: str) -> str:
    question = only(text)
    assert isinstance(question, Refused), question
    return question.reason


def test_single_choice_has_its_name_reasons_and_explanation():
    question = only("::晾:: 湿橙子？ {=晾干#好 ~马上装#会烂 ~擦擦####水分要走}")
    assert (question.kind, question.name, question.prompt) == ("single", "晾", "湿橙子？")
    assert question.options == [Option("晾干", Decimal(1), "好"), Option("马上装", Decimal(0), "会烂"), Option("擦擦")]
    assert question.explanation == "水分要走"


def test_shares_make_a_choice_of_several():
    question = only("哪些？{~%50%晾 ~%50%套网 ~%-33.33333%洒水 ~%0%看}")
    assert question.kind == "multiple"
    assert said(question) == [("晾", "0.5"), ("套网", "0.5"), ("洒水", "-0.33333"), ("看", "0")]


def test_third_is_five_places():
    assert [weight for _, weight in said(only("q{~%33.333%a ~%33.33333%b ~%66.66667%c}"))] == [
        "0.33333",
        "0.33333",
        "0.66667",
    ]


@pytest.mark.parametrize(
    ("answer", "true"), [("T", True), ("TRUE", True), ("true", True), ("F", False), (" FALSE ", False)]
)
def test_true_and_false(answer, true):
    question = only(f"橙子怕水。{{{answer}}}")
    assert (question.kind, question.true) == ("truefalse", true)


def test_what_is_said_to_true_and_false_becomes_one_reason_and_that_is_told():
    question = only("橙子怕水。{F#会烂的#水会进皮####全文}")
    assert question.explanation == "全文\n会烂的\n水会进皮"
    assert "put together" in question.changes[0]
    assert only("橙子怕水。{F#会烂的}").changes == []


@pytest.mark.parametrize(
    ("inside", "value", "low", "high"),
    [
        ("#3.14:0.01", "3.14", "3.13", "3.15"),
        ("#1..5", "3", "1", "5"),
        ("#=30", "30", "30", "30"),
        ("#-4", "-4", "-4", "-4"),
        ("#-5..-3", "-4", "-5", "-3"),
        ("#.5", "0.5", "0.5", "0.5"),
        ("#1e2", "100", "100", "100"),
        ("# 30 : 0.5 ", "30", "29.5", "30.5"),
    ],
)
def test_number_is_its_value_and_its_limits(inside, value, low, high):
    assert only(f"q {{{inside}}}").answers == [Answer(value, Decimal(low), Decimal(high))]


def test_several_numbers_have_their_shares_and_reasons():
    question = only("When? {#=1822:0#exact\n=%50%1822:2#near\n~#look it up}")
    assert [(answer.value, str(answer.weight), answer.feedback) for answer in question.answers] == [
        ("1822", "1", "exact"),
        ("1822", "0.5", "near"),
    ]
    assert question.explanation == "look it up"


def test_word_behind_a_number_is_its_unit_where_the_sentence_has_ended():
    assert (only("一箱多少钱？ {#30} 元").unit, only("一箱多少钱？ {#30} 元").prompt) == ("元", "一箱多少钱？")
    assert only("一箱卖 {#30} 元").prompt == "一箱卖 _____ 元"


def test_pairs_have_two_sides():
    question = only("连一连{=大米 -> 受潮\n=腊肉->闷热 = -> 折痕}")
    assert question.pairs == [Pair("大米", "受潮"), Pair("腊肉", "闷热"), Pair("", "折痕")]


def test_short_answers_have_shares():
    question = only("寄什么？{=顺丰 =%50%中通#也行}")
    assert question.answers == [Answer("顺丰"), Answer("中通", weight=Decimal("0.5"), feedback="也行")]
    assert only("寄什么？{顺丰}").answers == [Answer("顺丰")]


def test_braces_in_the_middle_leave_a_gap():
    assert only("橙子要先{=晾 ~洗}再装箱。").prompt == "橙子要先_____再装箱。"


def test_full_stop_behind_a_whole_question_is_no_gap():
    assert only("π是多少？ {#3.1415:0.0005}.").prompt == "π是多少？"
    assert only("她来自{=都匀}。").prompt == "她来自_____。"


def test_empty_braces_are_an_essay_and_none_a_description():
    assert [question.kind for question in gift.read("说说。{}\n\n说说。{ ####想想}\n\n今天讲包装。")] == [
        "essay",
        "essay",
        "description",
    ]


def test_steps_stand_below_each_other():
    question = only("先后？{>3 ALL VERTICAL\n挑\n晾\n装\n=2 1 3\n}")
    assert ([option.text for option in question.options], question.answers) == (["挑", "晾", "装"], [Answer("2 1 3")])


def test_escaped_signs_are_text():
    question = only(r"2 \+ 2 \= 4 \{x\} \~ \# \: a\\b 一\n二 {=\=4 ~\#5}")
    assert question.prompt == "2 \\+ 2 = 4 {x} ~ # : a\\b 一\n二"
    assert said(question) == [("=4", "1"), ("#5", "0")]


def test_wide_signs_are_text():
    question = only("橙子｛＝甲～乙｝　＃一：：二")
    assert (question.kind, question.prompt) == ("description", "橙子｛＝甲～乙｝　＃一：：二")


def test_comments_and_categories_are_no_questions():
    questions = gift.read("// 备注\n$CATEGORY: 包装/水果\n\n// 又一句\n一{T}\n// 中间\n\n$CATEGORY:\n二{F}")
    assert [(q.line, q.prompt, q.category) for q in questions] == [(5, "一", "包装/水果"), (9, "二", "")]


def test_blank_lines_may_stand_within_braces():
    assert said(only("问？{\n\n=甲\n\n// 备注\n\n~乙\n\n}")) == [("甲", "1"), ("乙", "0")]


def test_html_becomes_text_and_its_pictures_are_told():
    question = only(
        '[html]<p>一\n二 &lt;b&gt;&nbsp;&amp;</p><p>三<br/>四</p><img x\\="x"><script>x</script> {=<b>甲</b> ~乙}'
    )
    assert question.prompt == "一 二 <b> &\n三\n四"
    assert said(question) == [("甲", "1"), ("乙", "0")]
    assert [change.split()[1] for change in question.changes] == ["picture", "colours,"]


def test_text_that_only_looks_like_html_stays():
    assert only("[plain]<p>3 < 4 &amp;</p> {T}").prompt == "<p>3 < 4 &amp;</p>"
    assert only("3 < 4 > 2 <橙子> <x> A&T {T}").prompt == "3 < 4 > 2 <橙子> <x> A&T"
    assert only("[markdown]**快**一点 {T}").prompt == "快一点"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("问？{=甲 ~乙", "never closed"),
        ("问？=甲 ~乙}", "without a “{”"),
        ("问？{=甲 ~乙} {T}", "two pairs"),
        ("{=甲 ~乙}", "Nothing is asked"),
        ("::名:: {T}", "Nothing is asked"),
        ("问？{~甲 ~乙}", "No answer is right"),
        ("问？{=甲 ~}", "only one answer"),
        ("问？{~%200%甲 ~乙}", "more than a whole"),
        ("问？{#}", "No number"),
        ("问？{#三十}", "no number that can be asked"),
        ("问？{#1e99}", "no number that can be asked"),
        ("问？{#5..1}", "holds no number"),
        ("问？{#5:-1}", "holds no number"),
        ("问？{=大米 -> 受潮}", "only one pair"),
        ("问？{=大米 -> 受潮 =腊肉}", "has no “->”"),
        ("问？{=大米 -> =腊肉 -> 闷}", "there is nothing"),
        ("问？{>ALL\n挑\n}", "nothing to put in order"),
        ("问？{=}", "No answer is given"),
        ("问" * 20_001 + "{T}", "too long"),
    ],
)
def test_refused_question_says_what_to_do(text, told):
    assert told in refusal(text)


@pytest.mark.parametrize(
    "bad", ["问？{=甲 ~乙", "问？{=甲 ~乙\n\n", "问？}", "{T}", "问？{~甲 ~乙}", "::::", "$CATEGORY"]
)
def test_bad_question_does_not_spoil_its_neighbours(bad):
    questions = gift.read(f"一{{T}}\n\n{bad}\n\n::末:: 二{{F}}")
    assert isinstance(questions[0], Draft)
    assert (questions[-1].name, questions[-1].true) == ("末", False)


def test_bad_question_is_told_with_its_line_and_what_is_known_of_it():
    question = gift.read("一{T}\n\n// 备注\n::乙:: 问？{~甲 ~乙}")[1]
    assert (question.line, question.name, question.prompt, question.kind) == (4, "乙", "问？", "multiple")


def test_question_behind_a_brace_needs_no_blank_line():
    assert [question.name for question in gift.read("::一:: 问{T}\n::二:: 问{F}")] == ["一", "二"]


def test_more_questions_than_a_file_may_have_are_refused_at_once():
    assert len(gift.read("问{T}\n\n" * 500)) == 500
    with pytest.raises(FileRefused, match="500"):
        gift.read("问{T}\n\n" * 501)


def test_all_that_fit_is_written_in_equal_shares_as_moodle_wants_it():
    options = [Option(text, Decimal(weight)) for text, weight in (("甲", 1), ("乙", 1), ("丙", 1), ("丁", 0))]
    text = gift.write([Draft(1, "multiple", prompt="哪些？", options=options)])
    assert text.count("%33.333%") == 3
    assert gift.write(gift.read(text)) == text
