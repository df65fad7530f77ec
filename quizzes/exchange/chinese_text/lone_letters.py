"""Choices out of a table: each letter on a line of its own, what it says below it."""

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.choices import LETTERS
from quizzes.exchange.chinese_text.labels import parts_of
from quizzes.exchange.chinese_text.lines import Line
from quizzes.exchange.chinese_text.marks import numbered


def with_their_words(lines: list[Line]) -> list[Line]:
    """The same lines; where A and B, and what follows them, stand alone, each has its words behind it."""
    whole: list[Line] = []
    place = 0
    while place < len(lines):
        row = _row(lines, place)
        whole += row or [lines[place]]
        place += 2 * len(row) or 1
    return whole


def _row(lines: list[Line], place: int) -> list[Line]:
    """Nothing behind a number that stands alone: that is a key, `1`, `A`, `2`, `B`, line by line."""
    row: list[Line] = []
    if place and lines[place - 1].text.isdecimal():
        return row
    for letter, at in zip(LETTERS, range(place, len(lines) - 1, 2), strict=False):
        said = lines[at + 1].text
        if to_halfwidth(lines[at].text) != letter or not _are_words(said):
            break
        row.append(lines[at]._replace(text=f"{letter}．{said}"))
    return row if len(row) > 1 else []


def _are_words(said: str) -> bool:
    found = numbered(said)
    return to_halfwidth(said) not in LETTERS and not (found and found.style == "dot") and not parts_of(said)[0].label
