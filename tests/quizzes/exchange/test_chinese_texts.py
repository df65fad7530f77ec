"""Examination texts in many hands, each with what it must be read as beside it, written by hand."""

import json
from pathlib import Path

import pytest
from django.utils.translation import override

from quizzes.exchange import chinese_text
from quizzes.exchange.reporting import report_of

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))


def read(text: str) -> list[dict]:
    with override("en"):
        return report_of(chinese_text.read(text))["questions"]


def expected_of(path: Path, found: list[dict]) -> list[dict]:
    """What was written by hand; of a reason it holds some words only."""
    wanted = json.loads(path.with_suffix(".json").read_text())["questions"]
    for question, is_found in zip(wanted, found, strict=False):
        if question["reason"] and question["reason"] in is_found["reason"]:
            question["reason"] = is_found["reason"]
    return wanted


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_text_is_read_as_a_teacher_would(path):
    found = read(path.read_text())
    expected = expected_of(path, found)
    assert len(found) == len(expected)
    told = [{key: each.get(key) for key in known} for each, known in zip(found, expected, strict=True)]
    assert told == expected


def test_there_are_forty_hands():
    assert len(TEXTS) >= 40
