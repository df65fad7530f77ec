"""Parts of a line that are named: “答案：”, “解析：”, “反馈A：”, and what banks of questions add, such as “难度：”."""

import re
from typing import NamedTuple

from quizzes.exchange.chinese_text.marks import LABEL, VERDICT, WORKED

SHORT_ANSWER = re.compile(rf"[【(（\[]? ?(?:[A-JＡ-Ｊ]{{1,8}}|{VERDICT})[】\]]?(?:$|[ 。，,；;）)])", re.I)
CHOSEN = re.compile(
    r"(?:^(?:应|答案)?|(?:故|所以|因此)(?:本题|答案)?)选 ?[:：]? ?(?P<letters>[A-JＡ-Ｊ]{1,8}) ?[。.．]?$"
)
STOPS = " 。；;，,.！!？?）)】]"
NAMES = ("answer", "explanation", "feedback", "aside")


class Part(NamedTuple):
    """`label` is empty for words that no label stands before."""

    label: str
    text: str
    letter: str = ""


def parts_of(text: str, *, in_answer: bool = False) -> list[Part]:
    """At least one part; the first has no label unless the line begins with one."""
    if chosen := CHOSEN.search(text):
        before = text[: chosen.start()].rstrip(" ,，;；")
        return [*(parts_of(before, in_answer=in_answer) if before else []), Part("answer", chosen["letters"])]
    found = [
        label
        for label in LABEL.finditer(text)
        if _is_label(label, text) or _follows(label, text) or (in_answer and _opens(label, text))
    ]
    starts = [label.start() for label in found] + [len(text)]
    parts = []
    before = text[: starts[0]].strip()
    if before or not found:
        worked = WORKED.match(before)
        parts.append(Part("explanation", before[worked.end() :]) if worked else Part("", before))
    for label, end in zip(found, starts[1:], strict=True):
        parts.append(_part(label, text[label.end() : end].strip()))
    return parts


def _part(label: re.Match, said: str) -> Part:
    name = next(name for name in NAMES if label[name])
    if label["open"] and not label["close"]:
        said = said.rstrip("】])） ")
    if name == "aside":
        said = f"{label['aside']}：{said}"
    return Part(name, said, label["letter"] or "")


def _is_label(label: re.Match, text: str) -> bool:
    """A word is a label in brackets or before a colon; “答案 B” also at the beginning of a line."""
    if label["open"] and label["close"]:
        # “（正确答案）” behind a choice marks it; “【答案】” names what follows.
        return label["open"][0] not in "（(" or label.end() < len(text)
    if label["colon"]:
        return _may_begin_at(label.start(), text, label)
    return bool(label["answer"]) and not label.start() and bool(SHORT_ANSWER.match(text, label.end()))


def _opens(label: re.Match, text: str) -> bool:
    """“解析 先有货……” behind an answer, where the colon was forgotten."""
    return bool(label["explanation"]) and not label.start() and text[label.end() - 1] == " "


def _follows(label: re.Match, text: str) -> bool:
    """“正确答案 B 解析 先有货……”, where every colon was forgotten."""
    between = bool(label["explanation"]) and text[label.start() - 1 :][:1] == " " == text[label.end() - 1]
    return between and bool((first := LABEL.match(text)) and first["answer"])


def _may_begin_at(place: int, text: str, label: re.Match) -> bool:
    """“把答案：写在……” within a sentence is none: before a label stands nothing, a space, a stop or a bracket."""
    if not place or label["open"]:
        return True
    return text[place - 1] in STOPS or text[place - 1].isascii()
