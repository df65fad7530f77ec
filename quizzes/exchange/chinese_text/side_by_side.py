"""Choices that stand in columns, `A、…　C、…` above `B、…　D、…`: read line by line, one holds another."""

import re

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.choices import LETTERS
from quizzes.exchange.chinese_text.sheet import Choice, Question

MARK = re.compile(r"(?<=\S) ([A-JＡ-Ｊ]) ?[．.、:：﹒·] ?(?=\S)")
SPACED = re.compile(r"(?<=\S) ([A-JＡ-Ｊ])(?: ?[．.、:：﹒·] ?| )(?=\S)")


def untangle(question: Question) -> None:
    """Each choice by itself in the order of the letters, or a fault: a choice must not be half of two."""
    apart = _all_apart(SPACED, question)
    if len(apart) < len(question.choices) + 2:  # one letter alone may be a word: “维生素 C 片”
        apart = _all_apart(MARK, question)
    if len(apart) == len(question.choices):
        return
    apart.sort(key=lambda choice: choice.letter)
    in_row = "".join(choice.letter for choice in apart) == LETTERS[: len(apart)]
    if in_row and not question.marks:  # of two on a line nobody knows which was marked
        question.choices = apart
    else:
        question.fault = question.fault or _("Two choices stand in one. Write each choice on a line of its own.")


def _all_apart(sign: re.Pattern, question: Question) -> list[Choice]:
    letters = {choice.letter for choice in question.choices}
    return [each for choice in question.choices for each in _apart(sign, choice, letters)]


def _apart(sign: re.Pattern, choice: Choice, letters: set[str]) -> list[Choice]:
    """The choice, and those within it whose letters no other has."""
    text = choice.text
    marks = [mark for mark in sign.finditer(text) if to_halfwidth(mark[1]) not in letters]
    if not marks:
        return [choice]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    within = [
        Choice(to_halfwidth(mark[1]), choice.line, [text[mark.end() : end].strip(" ;；")])
        for mark, end in zip(marks, ends, strict=True)
    ]
    return [Choice(choice.letter, choice.line, [text[: marks[0].start()].strip(" ;；")]), *within]
