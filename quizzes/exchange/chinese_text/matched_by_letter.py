"""Pairs in two columns, `1.霜冻　A.盖膜`, and below them which belongs to which: `答案：1-A 2-B`."""

import re

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.choices import LETTERS
from quizzes.exchange.chinese_text.labels import parts_of
from quizzes.exchange.chinese_text.lines import Line
from quizzes.exchange.chinese_text.marks import CIRCLES, numbered, value_of

RIGHT = re.compile(r"(?P<left>\S.*?) (?P<letter>[A-J]) ?[.、:)] ?(?P<right>\S.*)")
PAIR = re.compile(rf"[(]?([1-9{CIRCLES[:10]}])[)]? ?(?:[-—–~→:.、]|对|连|配)* ?([A-J])[ ,，;；。、]*")


def as_pairs(lines: list[Line]) -> list[Line]:
    """The same lines; rows that an answer puts together are `霜冻——盖膜`, and the answer is gone."""
    told: list[Line] = []
    place = 0
    while place < len(lines):
        rows = _rows(lines, place) if " " in lines[place].text else []
        pairs = _pairs(lines[place + len(rows)].text) if len(rows) > 1 and place + len(rows) < len(lines) else {}
        if pairs and pairs.keys() == set(range(1, len(rows) + 1)) and set(pairs.values()) == set(LETTERS[: len(rows)]):
            rights = {letter: right for _line, _left, letter, right in rows}
            told += [
                line._replace(text=f"{left}——{rights[pairs[number]]}")
                for number, (line, left, _letter, _right) in enumerate(rows, start=1)
            ]
            place += len(rows) + 1
            continue
        told.append(lines[place])
        place += 1
    return told


def _rows(lines: list[Line], place: int) -> list[tuple[Line, str, str, str]]:
    """From number 1 and letter A on, each on a line."""
    rows: list[tuple[Line, str, str, str]] = []
    for line, letter in zip(lines[place : place + len(LETTERS)], LETTERS, strict=False):
        found = numbered(line.text)
        row = RIGHT.fullmatch(to_halfwidth(found.rest)) if found and found.number == len(rows) + 1 else None
        if not found or not row or row["letter"] != letter:
            break
        left, right = (found.rest[slice(*row.span(side))].strip() for side in ("left", "right"))
        rows.append((line, left, letter, right))
    return rows


def _pairs(text: str) -> dict[int, str]:
    """`1-A 2-C` by number; nothing where anything else stands in the answer."""
    part = parts_of(text)[0]
    said = to_halfwidth(part.text)
    if part.label != "answer" or PAIR.sub("", said).strip():
        return {}
    return {value_of(number): letter for number, letter in PAIR.findall(said)}
