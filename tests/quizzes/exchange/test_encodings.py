"""The same text in whichever encoding a trainer's program saved it."""

import codecs

import pytest
from django.utils.translation import override

from quizzes.exchange.drafts import LARGEST_TEXT, FileRefused
from quizzes.exchange.encodings import text_of
from quizzes.exchange.formats import read_questions

TEXT = "1．湿橙子可以装箱。（×）\r\n2．㬎龘是生僻字。（√）\r\n"
SAVED = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16 with a mark": TEXT.encode("utf-16"),
    "utf-16 the other way": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16 without a mark": TEXT.encode("utf-16-le"),
    "utf-16 the other way without a mark": TEXT.encode("utf-16-be"),
    "gb18030": TEXT.encode("gb18030"),
}


def refusal(content: bytes) -> str:
    with override("en"), pytest.raises(FileRefused) as refused:
        read_questions(content)
    return refused.value.sentence


@pytest.mark.parametrize("content", SAVED.values(), ids=SAVED)
def test_text_is_the_same_in_every_encoding(content):
    assert text_of(content) == TEXT


@pytest.mark.parametrize("content", [b"", b" \r\n\t", codecs.BOM_UTF8 + b" "])
def test_nothing_is_refused_as_nothing(content):
    assert refusal(content)


@pytest.mark.parametrize("start", [b"\xd0\xcf\x11\xe0", b"%PDF-1.7", b"{\\rtf1", b"\x89PNG\r\n\x1a\n\0\0"])
def test_what_is_no_text_is_refused_with_what_to_do(start):
    assert "paste them here" in refusal(start + bytes(range(256)) * 4)


def test_damage_is_named_by_its_line():
    content = ("1．湿橙子可以马上装箱吗？\n" * 3).encode() + b"\xe6\xa9\n"
    assert "line 4" in refusal(content)


def test_what_is_too_large_is_refused_before_it_is_read():
    assert "5 MB" in refusal(b"1" * (LARGEST_TEXT + 1))
    assert "10 MB" in refusal(b"1" * (50 * 1024 * 1024))


def test_more_questions_than_can_be_looked_over_are_refused():
    assert "more than 500 questions" in refusal(
        "".join(f"{n}．湿橙子可以装箱。（×）\n" for n in range(1, 502)).encode()
    )


def test_text_without_a_question_is_refused():
    assert "No question was found" in refusal("橙子熟了。".encode())
