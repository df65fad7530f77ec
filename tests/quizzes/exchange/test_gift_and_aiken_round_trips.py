"""What is written is read back as it was, and no text makes a reader fail or hang."""

import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.exchange import aiken, gift
from quizzes.exchange.drafts import Draft, FileRefused, Refused
from tests.quizzes.exchange.made_drafts import aiken_drafts, gift_drafts

QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=QUIET, database=None, derandomize=True)
LONG = settings(QUICK, max_examples=3_000, derandomize=False)

SEEDS = st.sampled_from([
    *"{}~=#:\\%\n", "\n\n", "{", "}", "::", "->", "####", "{#", "..", "//", "$CATEGORY:", "[html]", "<p>", "<!--", "&#",
    "TRUE", "A. ", "b) ", "ANSWER: B\n", "ANSWER:", "橙子", "（　）", "1e9", "%50%", "\\n", "\r", "\0", "\u2028",
])  # fmt: skip
files = st.lists(st.one_of(SEEDS, st.text(max_size=5)), max_size=60).map("".join)


def unplaced(questions: list) -> list:
    """Without the lines where they stood."""
    for question in questions:
        question.line = 0
    return questions


def check_gift(drafts: list[Draft]) -> None:
    text = gift.write(drafts)
    assert unplaced(gift.read(text)) == drafts
    assert gift.write(gift.read(text)) == text


def check_aiken(drafts: list[Draft]) -> None:
    assert unplaced(aiken.read(aiken.write(drafts))) == drafts


def check_any_text(text: str) -> None:
    """Every question is taken or refused with a line of the file and a reason; what was taken survives a round trip."""
    for form in (gift, aiken):
        questions = form.read(text)
        assert all(1 <= question.line <= text.count("\n") + text.count("\r") + 1 for question in questions)
        assert all(question.reason for question in questions if isinstance(question, Refused))
    taken = [question for question in gift.read(text) if isinstance(question, Draft)]
    once = unplaced(gift.read(gift.write(taken)))
    assert unplaced(gift.read(gift.write(once))) == once


@QUICK
@given(st.lists(gift_drafts, max_size=3))
def test_gift_that_was_written_is_read_back(drafts):
    check_gift(drafts)


@QUICK
@given(st.lists(aiken_drafts, max_size=3))
def test_aiken_that_was_written_is_read_back(drafts):
    check_aiken(drafts)


@QUICK
@given(files)
def test_any_text_is_read_to_its_end(text):
    check_any_text(text)


@pytest.mark.hard
@LONG
@given(st.lists(gift_drafts, max_size=3))
def test_thousands_of_gift_questions_are_read_back(drafts):
    check_gift(drafts)


@pytest.mark.hard
@LONG
@given(st.lists(aiken_drafts, max_size=3))
def test_thousands_of_aiken_questions_are_read_back(drafts):
    check_aiken(drafts)


@pytest.mark.hard
@LONG
@given(files)
def test_thousands_of_texts_are_read_to_their_end(text):
    check_any_text(text)


HOSTILE = [
    "{",
    "}",
    "{\n\n",
    "{\n\n::",
    "~",
    "=",
    "\\",
    "#",
    "<",
    "<a ",
    "<!--",
    "&",
    "::",
    "a\n",
    "[html]<p",
    "A. x\n",
    "%",
]


@pytest.mark.parametrize("form", [gift, aiken], ids=["gift", "aiken"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_large_hostile_file_takes_no_longer_than_its_length(form, piece):
    begun = time.thread_time()
    with suppress(FileRefused):
        form.read(piece * (300_000 // len(piece)))
    assert time.thread_time() - begun < 3
