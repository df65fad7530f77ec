"""Patterns that look at each sign once: what was made to be slow takes no longer than its length."""

import time

import pytest

from quizzes.exchange import aiken
from quizzes.exchange.chinese_text.asked import asked_in
from quizzes.exchange.chinese_text.reading import read
from quizzes.exchange.columns import column_of
from quizzes.exchange.drafts import Draft, Refused
from quizzes.exchange.plain_text import plain_text_of
from quizzes.exchange.recognising import format_of

LONGEST_WAIT = 2  # seconds of the processor, for what takes a fraction of one
SLOW = {
    "empty lines before anything": lambda: format_of("\n" * 60_000 + "x"),
    "one endless blank": lambda: asked_in("_" * 40_000 + " x", has_choices=False),
    "a tag that never ends": lambda: plain_text_of("<" + "a" * 40_000, is_html=True),
    "a key of nothing but commas": lambda: read("参考答案：" + "、" * 9_000),
    "brackets in a heading": lambda: column_of("(" * 40_000),
    "an answer of many lines": lambda: aiken.read(
        "湿果？\nA. 晾干\n" + "再晾，晾到果皮不湿\n" * 200_000 + "ANSWER: A\n"
    ),
}


@pytest.mark.parametrize("name", SLOW)
def test_hostile_text_takes_no_longer_than_its_length(name):
    started = time.thread_time()
    SLOW[name]()
    assert time.thread_time() - started < LONGEST_WAIT


def test_prompt_of_many_pages_is_refused_and_its_neighbour_taken():
    long, short = read("1．" + ("橙子" * 40 + "\n") * 300 + "（√）\n2．橙子要晾。（√）")
    assert isinstance(long, Refused)
    assert isinstance(short, Draft)


def test_answer_of_many_lines_is_refused_and_its_neighbour_taken():
    long, short = aiken.read(
        "湿果？\nA. 晾干\n" + "再晾\n" * 200 + "B. 装箱\nANSWER: A\n\n甜吗？\nA. 甜\nB. 酸\nANSWER: A"
    )
    assert isinstance(long, Refused)
    assert isinstance(short, Draft)
