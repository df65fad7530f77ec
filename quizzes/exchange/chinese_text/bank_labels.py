"""Names that banks of questions write before its parts: `【题型】单选题`, `题干：…`, `选项：A.晾干 B.喷水`."""

import re

from quizzes.exchange.chinese_text.choices import choices_in
from quizzes.exchange.chinese_text.labels import parts_of
from quizzes.exchange.chinese_text.lines import Line
from quizzes.exchange.chinese_text.marks import TAG

BEGINNINGS = "【[题试问选备答"
KIND = re.compile(r"[【\[]?(?:题型|题目类型|试题类型) ?(?:[】\]] ?[:：]?|[:：]) ?(?P<kind>\S{2,10})")
ASKED = re.compile(r"[【\[]?(?:题干|题目|试题|问题)(?:内容)? ?(?:[】\]] ?[:：]?|[:：]) ?")
CHOICE = re.compile(r"选项 ?([A-JＡ-Ｊ]) ?[:：.．、] ?(?=\S)")
CHOICES = re.compile(r"[【\[]?(?:备选)?(?:选项|答案选项|备选答案) ?(?:[】\]] ?[:：]?|[:：]) ?")


def without_names(lines: list[Line]) -> list[Line]:
    """The same parts without their names; the kind as a tag before what is asked."""
    bare: list[Line] = []
    tag = ""
    for place, line in enumerate(lines):
        if line.text[0] not in BEGINNINGS and not tag:
            bare.append(line)
            continue
        following = lines[place + 1].text if place + 1 < len(lines) else ""
        if kind := _kind_above(line, following):
            tag = kind
            continue
        text = tag + _bare(line.text, following)
        if text:
            bare.append(line._replace(text=text, after_gap=line.after_gap or bool(tag)))
        tag = ""
    return bare


def _kind_above(line: Line, following: str) -> str:
    """`【题型】单选题` above a question; behind one it is left out and said."""
    found = KIND.fullmatch(line.text) if line.after_gap else None
    tag = f"【{found['kind']}】" if found else ""
    return tag if following and TAG.fullmatch(tag) and not parts_of(following)[0].label else ""


def _bare(text: str, following: str) -> str:
    if found := CHOICE.match(text):
        return f"{found[1]}．{text[found.end() :]}"
    if found := ASKED.match(text):
        return text[found.end() :]
    found = CHOICES.match(text)
    rest = text[found.end() :] if found else ""
    begins = found and choices_in(rest or following, "A", following if rest else "")
    return rest if begins and not begins[0] else text
