"""Texts that were cut, doubled, mixed and filled with signs: read or refused, never a crash and never slow."""

import random
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.exchange import chinese_text, xlsx
from quizzes.exchange.drafts import Draft, FileRefused, Refused
from quizzes.exchange.formats import read_questions
from quizzes.exchange.reporting import report_of
from tests.quizzes.exchange.workbooks import HEADING, ORANGES, a_workbook

TEXTS = [path.read_text() for path in sorted((Path(__file__).parent / "texts").glob("*.txt"))]
SIGNS = "1．、。（）()【】答案：解析ABCＡ①②一二√×对错　\t\n\x0b\0_－—~|%{}=~#题多选判断9"
LONGEST_WAIT = 5  # seconds of the processor, for a text that takes a fraction of one
LONG = [
    "A．" * 9_000,
    "（" * 19_000,
    "答案：" * 6_000,
    "1.1.1.1.1.1." * 1_600,
    "答案：" + "A" * 19_000 + "！",
    "答案：" + "1-5 ABCDA " * 1_900 + "！",
    "1．湿橙子（ A" + " " * 200_000,
    "一、" * 9_000,
    "1．湿\n" * 20_000,
    "A\n" * 49_000,
    "橙子\n" * 49_000,
    "【单选题】" * 3_900,
    "___" * 6_000,
    "1．题\nA．\nB．\n" * 8_000 + "答案：\n" * 8_000,
    "1．题（√）\n" * 400_000,
    "题" * 1_500_000,
    "题号 " + "1 " * 9_000 + "\n答案 " + "A " * 9_000,
]


def spoilt(chance: random.Random, texts: list[str]) -> str:
    """A text with a few things done to it that hands and programs do."""
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 6)):
        start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        text = chance.choice(
            [
                text[:start] + text[end:],
                text[:end] + text[start:],
                text[:start] + "".join(chance.choices(SIGNS, k=8)) + text[start:],
                text[:start] + chance.choice(texts) + text[end:],
                text.replace(chance.choice(SIGNS), chance.choice(SIGNS)),
            ]
        )[:20_000]
    return text


def hands(times: int, seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    return (spoilt(chance, TEXTS) for _ in range(times))


def read_whole(text: str) -> None:
    """Everything is a draft that can be reported, written and read again, or refused with a sentence."""
    try:
        found = chinese_text.read(text)
    except FileRefused:  # more questions than may be, after doubling
        return
    assert report_of(found)
    assert all(each.reason for each in found if isinstance(each, Refused))
    drafts = [each for each in found if isinstance(each, Draft)]
    assert chinese_text.write(drafts) is not None
    if drafts:
        assert xlsx.read(xlsx.write(drafts[:20]))


def test_spoilt_texts_are_read_or_refused():
    for text in hands(100, seed=5):
        read_whole(text)


@pytest.mark.hard
@pytest.mark.parametrize("seed", range(10))
def test_a_thousand_spoilt_texts_are_read_or_refused(seed):
    for text in hands(1000, seed):
        read_whole(text)


@pytest.mark.hard
@settings(max_examples=2000, deadline=None)
@given(st.text(alphabet=SIGNS, max_size=300))
def test_any_signs_are_read_or_refused(text):
    read_whole(text)


@pytest.mark.hard
@settings(max_examples=2000, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "text", "xlsx"]))
def test_any_bytes_are_read_or_refused(content, format):
    try:
        found = read_questions(content, format)
    except FileRefused:
        return
    assert report_of(found)["questions"]


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:12])
def test_long_text_takes_no_longer_than_its_length(text):
    started = time.thread_time()
    with suppress(FileRefused):
        chinese_text.read(text)
    assert time.thread_time() - started < LONGEST_WAIT


@pytest.mark.hard
def test_spoilt_workbooks_are_read_or_refused():
    chance = random.Random(7)
    whole = a_workbook(HEADING, *[ORANGES] * 5)
    for _ in range(1000):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        with suppress(FileRefused):
            assert report_of(xlsx.read(bytes(content))) is not None


def test_answer_before_any_question_is_refused_and_what_follows_is_read():
    found = chinese_text.read("答案：√\n湿果能装箱。（×）\n橙子要晾。（√）")
    assert [each.prompt for each in found if isinstance(each, Draft)] == ["湿果能装箱。", "橙子要晾。"]
    assert isinstance(found[0], Refused)
