"""Choices behind a circle or a box, as a questionnaire exports them: `○晾干（正确答案）`. They get their letters."""

import re

from quizzes.exchange.chinese_text.choices import LETTERS
from quizzes.exchange.chinese_text.lines import Line

BOX = re.compile(r"(?:^|(?<= ))[○◯□☐▢☑] ?(?=\S)")
LETTERED = re.compile(r"[A-JＡ-Ｊ] ?[．.、:：)）]")
TICKED = "☑"


def with_letters(lines: list[Line]) -> list[Line]:
    """The same lines; each box in a row of at least two is a line of its own, with the next letter before it."""
    lettered: list[Line] = []
    row: list[Line] = []
    for line in lines:
        if BOX.match(line.text):
            row += _each_box(line)
            continue
        lettered += [*_lettered(row), line]
        row = []
    return lettered + _lettered(row)


def _each_box(line: Line) -> list[Line]:
    found = list(BOX.finditer(line.text))
    ends = [box.start() for box in found[1:]] + [len(line.text)]
    return [
        line._replace(text=line.text[box.start() : end].strip(), after_gap=line.after_gap and not box.start())
        for box, end in zip(found, ends, strict=True)
    ]


def _lettered(row: list[Line]) -> list[Line]:
    if not 1 < len(row) <= len(LETTERS):
        return row
    said = [f"{BOX.sub('', line.text, count=1)}{' √' if line.text[0] == TICKED else ''}" for line in row]
    if not all(LETTERED.match(text) for text in said):
        said = [f"{letter}．{text}" for letter, text in zip(LETTERS, said, strict=False)]
    return [line._replace(text=text) for line, text in zip(row, said, strict=True)]
