"""Finding `A．… B．… C．…`, each on its own line or all on one, glued together or not."""

import re
from itertools import pairwise
from typing import NamedTuple

from foundation.hanzi import to_halfwidth

LETTERS = "ABCDEFGHIJ"
PUNCTUATED = re.compile(r"(?<![A-Za-z0-9（(【\[])(?<![（(【\[] )([A-JＡ-Ｊ])(?: ?[．.、:：,，﹒·。]|[)）]) ?")
BRACKETED = re.compile(r"[（(【\[] ?([A-JＡ-Ｊ]) ?[)）】\]] ?[．.、:：]? ?")
SPACED = re.compile(r"(?:^|(?<= ))([A-JＡ-Ｊ]) (?=\S)")
SMALL = re.compile(r"(?:^|(?<= ))([a-j]) ?[．.、:：)）] ?")
SMALL_BRACKETED = re.compile(r"(?:^|(?<= ))[（(]([a-j])[)）] ?")
GLUED = re.compile(r"(?:^|(?<= ))([A-JＡ-Ｊ])(?=[\u4e00-\u9fff0-9“《])")
STYLES = (BRACKETED, PUNCTUATED, SPACED, SMALL_BRACKETED, SMALL, GLUED)
CERTAIN = (PUNCTUATED, SMALL)
BEFORE_CHOICES = ("", "）", ")", "？", "?", "：", ":", "。")
ASKED = re.compile(r"[（(] ?[)）][。.]?$|[?？]$")
CORRECT = re.compile(r"[（(【\[] ?(?:正确答案|正确|答案|√|✓|✔) ?[)）】\]]$| ?[√✓✔☑]$")


class Choice(NamedTuple):
    letter: str
    text: str


class Mark(NamedTuple):
    letter: str
    begin: int
    end: int


def choices_in(
    text: str, expected: str, following: str = "", *, asked: bool = True, ended: bool = False
) -> tuple[str, list[Choice]] | None:
    """What stands before the first choice, and the choices; None if the line has none.

    `expected` is the letter that comes next. The following line helps where a letter alone could be a word: “A店”
    begins a choice only if B comes after it; and before anything is `asked`, a line cannot begin with a choice.
    Where the question has `ended`, with its mark or its bracket, `A水 B风` are two.
    """
    for style in STYLES:
        if run := _run_of(style, text, expected, from_start=asked):
            first = run[0]
            two = style is GLUED and len(run) == 2 and _are_two(text, run, ended=ended)
            if two or _is_choice(style, text, run) or _goes_on(style, following, run[-1].letter):
                ends = [mark.begin for mark in run[1:]] + [len(text)]
                choices = [
                    Choice(mark.letter, text[mark.end : end].strip(" ;；")) for mark, end in zip(run, ends, strict=True)
                ]
                return text[: first.begin].strip(), choices
    return None


def _run_of(style: re.Pattern, text: str, expected: str, *, from_start: bool) -> list[Mark]:
    """Marks of one style in the order of the alphabet, from the expected letter, or from any at the line's start."""
    run: list[Mark] = []
    for found in style.finditer(text, 0 if from_start else 1):
        letter = to_halfwidth(found[1]).upper()
        if (run and letter == _next(run[-1].letter)) or (not run and (letter == expected or found.start() == 0)):
            run.append(Mark(letter, *found.span()))
        elif len(run) == 1 and letter == run[0].letter and run[0].begin:
            run[0] = Mark(letter, *found.span())  # “A、B 两种，哪种好？ A．…”: the nearer one
    return run


def _is_choice(style: re.Pattern, text: str, run: list[Mark]) -> bool:
    """Two in a row with words between them, or one at the beginning of the line in a style that nothing else has."""
    if style is GLUED and len(run) > 1 and run[0].letter == "A":  # “A店 B店哪家好？” has no choices
        return len(run) > 2 and text[: run[0].begin].rstrip()[-1:] in BEFORE_CHOICES and not ASKED.search(text)
    if len(run) > 1:
        return all(text[mark.end : after.begin].strip() for mark, after in pairwise(run))
    certain = style in CERTAIN or (run[0].letter != "A" and bool(text[run[0].end :].strip()))
    return run[0].begin == 0 and certain


def _are_two(text: str, run: list[Mark], *, ended: bool) -> bool:
    """Behind the end of the question, on its line or below it; “A店 B店哪家好？” asks itself."""
    before = text[: run[0].begin].rstrip()
    return run[0].letter == "A" and bool(ASKED.search(before) if before else ended) and not ASKED.search(text)


def _goes_on(style: re.Pattern, following: str, letter: str) -> bool:
    found = style.match(following)
    return found is not None and to_halfwidth(found[1]).upper() == _next(letter)


def _next(letter: str) -> str:
    place = LETTERS.find(letter) + 1
    return LETTERS[place] if place < len(LETTERS) else ""
