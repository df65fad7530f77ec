"""Aiken: the question, its answers behind `A.` or `A)`, and `ANSWER: B`. For a choice, and for true or false.

Several letters (`ANSWER: A, C`) are ours: all that fit. Two answers that say “true” and “false” are a true or false.
What Aiken has no place for (reasons, names, other kinds) is not written; `holds` says which questions are.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.drafts import MOST_QUESTIONS, RIGHT, WRONG, Draft, FileRefused, Option, Refused
from quizzes.exchange.plain_text import without_controls

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
OPTION = re.compile(r"([A-Za-zＡ-Ｚａ-ｚ])[.)．）、](?![A-Za-z0-9])\s*(.+)")
ANSWER = re.compile(r"ANSWERS?\s*[:：]\s*(.*)", re.I)
TRUTHS = [("true", "false"), ("对", "错"), ("正确", "错误"), ("√", "×")]
CHINESE = re.compile("[\u3400-\u9fff]")
LONGEST = 20_000


@dataclass
class _Sheet:
    """A question while its lines come. `loose` is a line behind the answers that may be the next question's first."""

    line: int
    prompt: list[str]
    choices: list[list[str]] = field(default_factory=list)
    loose: tuple[int, str] | None = None
    after_blank: bool = False
    fault: str = ""

    @property
    def options(self) -> list[str]:
        return [" ".join(lines) for lines in self.choices]


def read(text: str) -> list[Draft | Refused]:
    reading = _Reading()
    for number, line in enumerate(without_controls(text.lstrip("\ufeff")).split("\n"), start=1):
        reading.take(number, line.strip())
        if len(reading.questions) > MOST_QUESTIONS:
            raise FileRefused(
                _("There are more than %d questions in this file. Bring them in with several files.") % MOST_QUESTIONS
            )
    reading.end()
    return reading.questions


class _Reading:
    def __init__(self) -> None:
        self.questions: list[Draft | Refused] = []
        self.sheet: _Sheet | None = None

    def take(self, number: int, line: str) -> None:
        if not line:
            if self.sheet:
                self.sheet.after_blank = True
        elif answer := ANSWER.fullmatch(line):
            self._answer(number, answer[1])
        elif option := self._option_in(line):
            self._option(number, *option)
        else:
            self._text(number, line)
        if self.sheet and line:
            self.sheet.after_blank = False

    def end(self) -> None:
        if self.sheet:
            self._refuse(_("There is no line “ANSWER:”. Write the letter of the right answer, such as ANSWER: B."))

    def _option_in(self, line: str) -> tuple[str, str] | None:
        """Letter and words. The first line of a question is what is asked, whatever it begins with."""
        found = OPTION.fullmatch(line)
        if not found or not self.sheet:
            return None
        letter = to_halfwidth(found[1]).upper()
        return (letter, found[2]) if letter == "A" or self.sheet.choices else None

    def _option(self, number: int, letter: str, text: str) -> None:
        sheet = self.sheet
        if sheet and sheet.choices and letter == "A":  # the question before had no ANSWER
            begun = sheet.loose or (number, "")
            self.end()
            sheet = self.sheet = _Sheet(begun[0], [begun[1]] if begun[1] else [])
        assert sheet
        expected = LETTERS[len(sheet.choices) : len(sheet.choices) + 1]
        if letter != expected and not sheet.fault:
            sheet.fault = _("In line %(line)d stands answer %(letter)s where %(expected)s should be.") % {
                "line": number,
                "letter": letter,
                "expected": expected or "ANSWER:",
            }
        sheet.choices.append([text.strip()])
        sheet.loose = None

    def _text(self, number: int, line: str) -> None:
        sheet = self.sheet
        if sheet and sheet.choices and sheet.after_blank:
            self.end()
            sheet = None
        if not sheet:
            self.sheet = _Sheet(number, [line])
        elif sheet.choices:  # an answer that goes on in the next line
            sheet.loose = (number, line)
            sheet.choices[-1].append(line)
        else:
            sheet.prompt.append(line)

    def _answer(self, number: int, said: str) -> None:
        if not self.sheet:
            self.sheet = _Sheet(number, [])
        fault = self.sheet.fault or _fault_of(self.sheet, letters_in(said), said)
        if fault:
            return self._refuse(fault)
        self.questions.append(_draft(self.sheet, letters_in(said)))
        self.sheet = None
        return None

    def _refuse(self, sentence: str) -> None:
        assert self.sheet
        prompt = "\n".join(self.sheet.prompt)[:LONGEST]
        self.questions.append(Refused(self.sheet.line, sentence, "single", prompt=prompt))
        self.sheet = None


def letters_in(said: str) -> str:
    """`a, C` and `A和C` are AC; empty when anything else stands there."""
    letters = re.sub(r"[\s,，、;；.。&和]+", "", to_halfwidth(said)).upper()
    return letters if len(set(letters)) == len(letters) and set(letters) <= set(LETTERS) else ""


def _fault_of(sheet: _Sheet, letters: str, said: str) -> str:
    given = LETTERS[: len(sheet.choices)]
    beyond = [letter for letter in letters if letter not in given]
    for is_so, sentence in (
        (not "".join(sheet.prompt), _("Nothing is asked. Write the question above the answers.")),
        (_is_long(sheet), _("This is too long for one question.")),
        (len(sheet.choices) < 2, _("There are no answers to choose from. Write at least two: A. … and B. …")),
        (not letters, _("“%s” is no letter of an answer. Write it like this: ANSWER: B.") % said[:30]),
        (beyond, _("The right answer is %(letter)s, but the answers end with %(last)s.")
            % {"letter": "".join(beyond), "last": given[-1:]}),
    ):  # fmt: skip
        if is_so:
            return sentence
    return ""


def _is_long(sheet: _Sheet) -> bool:
    parts = [sheet.prompt, *sheet.choices]
    return any(len(lines) > 100 or sum(map(len, lines)) > LONGEST for lines in parts)


def _draft(sheet: _Sheet, letters: str) -> Draft:
    prompt = "\n".join(sheet.prompt)
    said = tuple(text.lower() for text in sheet.options)
    if said in TRUTHS and len(letters) == 1:
        return Draft(sheet.line, "truefalse", prompt=prompt, true=letters == "A")
    options = [
        Option(text, RIGHT if letter in letters else WRONG)
        for letter, text in zip(LETTERS, sheet.options, strict=False)
    ]
    return Draft(sheet.line, "single" if len(letters) == 1 else "multiple", prompt=prompt, options=options)


def holds(draft: Draft) -> bool:
    """Whether Aiken has a place for this question."""
    return draft.kind == "truefalse" or (
        draft.kind in ("single", "multiple")
        and len(draft.options) <= len(LETTERS)
        and any(option.weight > 0 for option in draft.options)
    )


def write(drafts: Iterable[Draft]) -> str:
    """The questions that Aiken holds, with a blank line between them."""
    return "\n\n".join(_written(draft) for draft in drafts if holds(draft)) + "\n"


def _written(draft: Draft) -> str:
    if draft.kind == "truefalse":
        texts = ["对", "错"] if CHINESE.search(draft.prompt) else ["True", "False"]
        right = "A" if draft.true else "B"
    else:
        texts = [option.text for option in draft.options]
        right = ", ".join(letter for letter, option in zip(LETTERS, draft.options, strict=False) if option.weight > 0)
    lines = [draft.prompt, *(f"{letter}. {text}" for letter, text in zip(LETTERS, texts, strict=False))]
    return "\n".join([*(" ".join(line.split()) for line in lines), f"ANSWER: {right}"])
