"""Lines to be put in order, or to choose from, that stand in the question itself: `①装箱 ②称重`. They get letters."""

import re

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.asked import asked_in
from quizzes.exchange.chinese_text.choices import LETTERS
from quizzes.exchange.chinese_text.marks import CIRCLES, value_of
from quizzes.exchange.chinese_text.sheet import Choice, Question, joined
from quizzes.exchange.written import OTHERWISE

MARK = re.compile(rf"([{CIRCLES}])[、．.]? ?|[（(]([1-9])[)）][、．.]? ?|(?<=[ ）)])([1-9])[)）] ?")
IN_STEM = re.compile(rf"[（(] ?([{CIRCLES}]{{2,10}}) ?[)）]")
PLACE = re.compile(rf"[{CIRCLES}1-9]")
BETWEEN = re.compile(rf"[^{CIRCLES}0-9A-Za-z\u4e00-\u9fff]+")
SIGNS = re.compile(rf"[{CIRCLES}](?:[ ,，、;；和]*[{CIRCLES}])*")
CHOOSING = ("", "choice", "single", "multiple")
AROUND = " ;；,，、。"


def letter_lines(question: Question, section_kind: str) -> None:
    """Where one that asks for an order, or is answered by `②`, has no choices, its numbered lines become them."""
    prompt = joined(question.prompt)
    hint = asked_in(prompt, has_choices=True).kind or section_kind
    if hint == "ordering" and not question.answers and (found := IN_STEM.search(prompt)):
        prompt = f"{prompt[: found.start()]}（　）{prompt[found.end() :]}"
        question.answers = [[found[1]]]
    marks = list(MARK.finditer(prompt))
    if question.choices or not (hint == "ordering" or _names_some(question, hint, len(marks))):
        return
    if [value_of(mark[1] or mark[2] or mark[3]) for mark in marks] != list(range(1, len(marks) + 1)) or len(marks) < 2:
        return
    ends = [mark.start() for mark in marks[1:]] + [len(prompt)]
    lines = [prompt[mark.end() : end].strip(AROUND) for mark, end in zip(marks, ends, strict=True)]
    if len(lines) > len(LETTERS):
        return
    question.prompt = [prompt[: marks[0].start()].strip()]
    question.choices = [Choice(letter, question.line, [said]) for letter, said in zip(LETTERS, lines, strict=False)]
    question.answers = [[_in_letters(joined(answer), lines)] for answer in question.answers]


def _names_some(question: Question, hint: str, lines: int) -> bool:
    """`②` or `①③`; all of them in a row would be an order."""
    named = [joined(answer).strip(AROUND) for answer in question.answers]
    chosen = len(named) == 1 and SIGNS.fullmatch(named[0])
    return bool(chosen) and hint in CHOOSING and (bool(hint) or len(PLACE.findall(named[0])) < lines)


def _in_letters(answer: str, lines: list[str]) -> str:
    return " 或 ".join(_order_in_letters(order, lines) for order in OTHERWISE.split(answer))


def _order_in_letters(order: str, lines: list[str]) -> str:
    """`②①③`, `2、1、3` or the lines themselves as BAC; anything else as it stands."""
    words = [word for word in BETWEEN.split(to_halfwidth(order)) if word]
    places = [value_of(place) for place in PLACE.findall("".join(words))]
    if sorted(words) == sorted(lines):
        places = [lines.index(word) + 1 for word in words]
    elif PLACE.sub("", "".join(words)) or max(places, default=0) > len(lines):
        return order
    return "".join(LETTERS[place - 1] for place in places) or order
