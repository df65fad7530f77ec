"""Answers to many questions in one line: letters, and words or numbers among them."""

import time

import pytest

from quizzes.exchange.chinese_text.keys import compact, read_key
from quizzes.exchange.chinese_text.lines import LONGEST_LINE, lines_of

LONGEST_WAIT = 5  # seconds of the processor, for what takes a fraction of one


def entries(text: str, *, in_key: bool = False) -> list[tuple[int, str]]:
    return [(entry.number, entry.answer) for entry in compact(text, 1, in_key=in_key)]


def test_word_may_stand_at_the_end_of_many_letters():
    letters = " ".join(f"{number}.A" for number in range(1, 31))
    assert entries(f"{letters} 31.晾干") == [*((number, "A") for number in range(1, 31)), (31, "晾干")]


def test_word_may_stand_between_letters_and_have_a_reason():
    found = compact("答案：1．B（湿果发霉） 2．略 3．√", 4)
    assert [(each.number, each.answer, each.explanation) for each in found] == [
        (1, "B", "湿果发霉"),
        (2, "略", ""),
        (3, "√", ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三、1. 24 2. 晾干", [(1, "24"), (2, "晾干")]),
        ("1. 3.5 2. 4", [(1, "3.5"), (2, "4")]),
        ("1.24 2.30 3.1.5", [(1, "24"), (2, "30"), (3, "1.5")]),
        ("1．先晾干，再装箱；2．贴面单", [(1, "先晾干，再装箱"), (2, "贴面单")]),
    ],
)
def test_words_and_numbers_are_entries_once_a_key_has_begun(text, expected):
    assert entries(text, in_key=True) == expected
    assert entries(text) == []


@pytest.mark.parametrize(
    "text", ["1. 每斤 2.5 元", "1．答：1、先晾干 2、再装箱", "2. 早上 10:30 发货", "1．晾干 2．装箱还要（ ）"]
)
def test_one_long_answer_is_not_taken_apart(text):
    assert entries(text, in_key=True) == []


@pytest.mark.parametrize(
    "line",
    ["1 A " * 5_000 + "共", "1.A" * 6_000 + "！", "1. 晾" * 4_000, ", " * 9_000 + "1.", "1.A 2.A " * 240 + "20.晾干"],
)
def test_long_key_takes_no_longer_than_its_length(line):
    started = time.thread_time()
    compact(line, 1, in_key=True)
    assert time.thread_time() - started < LONGEST_WAIT


def test_entry_is_not_lengthened_for_ever():
    lines = lines_of("答案：\n1．√\n" + ("晾干" * 50 + "\n") * 1_000)
    place, groups = read_key(lines, 0, after=0, seen=[""])
    assert place < len(lines)
    assert len(groups[0].entries[0].answer) < 2 * LONGEST_LINE
