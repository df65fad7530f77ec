"""Gathering what belongs to a question: its words, its choices, its answer and what is said about it."""

import re

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.choices import ASKED, CORRECT, choices_in
from quizzes.exchange.chinese_text.labels import Part
from quizzes.exchange.chinese_text.lines import Line
from quizzes.exchange.chinese_text.sheet import Choice, Question

NUMBER_OF_BLANK = re.compile(r"[（(] ?[1-9] ?[)）]")


def put(question: Question, part: Part, line: Line, following: str) -> None:
    """A part of a line where it belongs; `following` is the next line, which may show what is a choice."""
    if not part.label:
        _put_text(question, part.text, line, following)
    elif part.label == "answer":
        question.answers.append([part.text])
        question.writing = question.answers[-1]
    elif part.label == "explanation":
        question.explanation.append(part.text)
        question.writing = question.explanation
    elif part.label == "feedback":
        question.writing = question.feedback.setdefault(to_halfwidth(part.letter), [])
        question.writing.append(part.text)
    else:
        question.asides.append(part.text)


def _put_text(question: Question, text: str, line: Line, following: str) -> None:
    if NUMBER_OF_BLANK.fullmatch(text) and "__" in question.last_asked:
        return  # the line that a platform gives to the answer of each blank
    found = None
    if question.may_have_choices:
        asked, ended = any(question.prompt), bool(ASKED.search(question.last_asked))
        found = choices_in(text, next_letter(question), following, asked=asked, ended=ended)
    if not found:
        question.writing.append(text)
        return
    before, choices = found
    question.answered_first = question.answered_first or (question.is_ended and not question.choices)
    if before:
        question.writing.append(before)
    for letter, said in choices:
        if marked := CORRECT.search(said):
            question.marks.append(letter)
            said = (said[: marked.start()] + said[marked.end() :]).strip()
        question.choices.append(Choice(letter, line.number, [said]))
    question.writing = question.choices[-1].said


def next_letter(question: Question) -> str:
    return chr(ord(question.choices[-1].letter) + 1) if question.choices else "A"
