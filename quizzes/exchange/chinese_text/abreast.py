"""Whole questions that stand side by side on a line, `1．要轻放。（√）　2．要泡水。（×）`: each gets its own."""

import re
from itertools import groupby

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.choices import choices_in
from quizzes.exchange.chinese_text.labels import parts_of
from quizzes.exchange.chinese_text.lines import Line
from quizzes.exchange.chinese_text.marks import VERDICT, numbered
from quizzes.exchange.chinese_text.sheet import Question

GAP = re.compile("[ )）]")
INNER = {
    "dot": re.compile(r"(?<=[ )])([0-9]{1,3}) ?[.、)](?! ?[0-9])"),
    "bracket": re.compile(r"(?<=[ )])[(\[] ?([0-9]{1,3}) ?[)\]]"),
    "word": re.compile(r"(?<=[ )])第 ?([0-9]{1,3}) ?题"),
}
BRACKET = rf"[(\[] ?(?:{VERDICT}|[A-J]{{1,6}})? ?[)\]]"
ENDED = re.compile(rf"{BRACKET}.*|.*(?:{BRACKET}|[?？]|[√×✓✔✗✘])[ 。.]*", re.I | re.S)
WORDLESS = re.compile(rf"{BRACKET}|[ 。.]", re.I)


def one_by_one(lines: list[Line]) -> list[Line]:
    """The same lines; of those that hold several whole questions, one for each."""
    return [part for line in lines for part in _apart(line)]


def _apart(line: Line) -> list[Line]:
    found = numbered(line.text) if GAP.search(line.text) else None
    inner = INNER.get(found.style) if found else None
    if not found or not inner:
        return [line]
    starts, number = [0], found.number
    for mark in inner.finditer(to_halfwidth(line.text)):
        if int(mark[1]) == number + 1:
            starts.append(mark.start())
            number += 1
    ends = [*starts[1:], len(line.text)]
    texts = [line.text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(texts) < 2 or not all(map(_is_whole, texts)):
        return [line]
    return [line._replace(text=text, is_abreast=True) for text in texts]


def _is_whole(text: str) -> bool:
    found = numbered(text)
    asked = found.rest if found else text
    if not WORDLESS.sub("", to_halfwidth(asked)) or parts_of(asked)[0].label:
        return False  # a key, “1．（√） 2．（×）”, asks nothing
    return bool(ENDED.fullmatch(to_halfwidth(asked)) or choices_in(asked, "A", asked=False))


def refuse_mingled(questions: list[Question]) -> None:
    """Where below a line of several only some got choices, nobody knows whose they are."""
    for _line, group in groupby((one for one in questions if one.is_abreast), key=lambda one: one.line):
        row = list(group)
        if len({bool(one.choices) for one in row}) > 1:
            for one in row:
                one.fault = _("Several questions stand side by side. Write each with its choices on lines of its own.")
