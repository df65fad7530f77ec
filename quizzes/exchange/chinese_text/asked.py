"""What is asked, without what is only written around it: the answer in its bracket, points, “单选题”."""

import re
from typing import NamedTuple

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.marks import POINTS, TAG, VERDICT, kind_in, numbered

BLANK = "（　）"
BLANKS_AT_END = re.compile(rf"(?: ?(?:{BLANK}|_{{4,5}}|——))+[。. ]*$")
EMPTY = re.compile(r"[（(] ?[_＿—]* ?[)）]")
LETTERS = re.compile(
    r"[（(【\[] ?([A-JＡ-Ｊa-j](?: ?[、,，]? ?[A-JＡ-Ｊa-j]){0,9}) ?[)）】\]]"
    r"|(?<![_＿])[_＿]+ ?([A-JＡ-Ｊ]{1,8}) ?[_＿]+(?![_＿])"
)
MARKED = re.compile(rf"[（(【\[] ?({VERDICT})[。.]? ?[)）】\]]", re.I)
MARKED_AT_END = re.compile(r" ?([√×✓✔✗✘✕╳])[。.]?$")
SAID_AT_END = re.compile(rf"(?<=[。？?！!；;]) ?({VERDICT})[。.]?$", re.I)
MARKED_AT_START = re.compile(r"([√×✓✔✗✘✕╳☑☒]) (?=\S)")
JUDGED_AT_END = re.compile(rf" ({VERDICT})[。.]?$", re.I)
JUDGED_AT_START = re.compile(r"([√×✓✔✗✘✕╳☑☒])(?=\S)")
NUMBER, PLAIN = "[0-9０-９][0-9０-９.．，,]*", "[^_＿ ，。、；：？！,;:?!（）()]"
FILLED = re.compile(
    rf"[（(] ?({NUMBER}) ?[)）]|(?<![_＿])[_＿]+ ?({NUMBER}{PLAIN}{{0,2}}) ?[_＿]+"
    rf"|(?<![_＿])[_＿]{{1,2}} ?({PLAIN}{{0,19}}(?![和与及或再]){PLAIN}) ?[_＿]{{1,2}}(?![_＿])"
)
BRACKETED = re.compile(rf"[（(] ?((?![填写选请可注用如例或即见每任单提保结限])(?:{PLAIN}){{1,12}}) ?[)）]")
YEAR = re.compile("(?:19|20)[0-9]{2}")
NAMES_BEFORE = ("》", "”", "」", "』", '"')
UNDERLINED = re.compile(r"[_＿]{2,}")
MOODLES = "_" * 5  # as GIFT brings it
STOPS = "。？?！!；;"
FILLING = ("blank", "counting")


class Asked(NamedTuple):
    prompt: str
    answers: list[str]
    kind: str


def asked_in(text: str, *, has_choices: bool, section_kind: str = "", is_answered: bool = False) -> Asked:
    """The prompt, the answers that stand in it, and the kind that a tag such as “（多选）” names.

    One that `is_answered` elsewhere may end in a word that would else be its verdict.
    """
    kind = "".join(kind_in(tag) for tag in TAG.findall(text)[:1])
    text = POINTS.sub("", TAG.sub("", text)).strip()
    text = text.removesuffix("*").strip() if kind else text  # `[单选题] *`: it must be answered
    if has_choices:
        text, answers = _taken_out(_waiting_for_none(list(LETTERS.finditer(text)), text), text)
    else:
        text, answers = _verdict_in(text, "answered" if is_answered else kind or section_kind)
        if not answers and kind not in ("truefalse", "essay"):
            text, answers = _taken_out(_filled_in(text, years=(kind or section_kind) in FILLING), text)
        if not answers and not is_answered and (kind or section_kind) == "blank":
            text, answers = _taken_out(_words_in_bracket(text), text)
    return Asked(_with_plain_blanks(text, has_choices=has_choices), answers, kind)


def _verdict_in(text: str, hint: str) -> tuple[str, list[str]]:
    """Below 判断题 no stop is needed before a word at the end, and no space behind a sign at the beginning."""
    said = to_halfwidth(text)  # one sign stays one sign
    at_end, at_start = [MARKED_AT_END], []
    if not hint:
        at_end, at_start = [MARKED_AT_END, SAID_AT_END], [MARKED_AT_START]
    elif hint == "truefalse":
        at_end, at_start = [MARKED_AT_END, SAID_AT_END, JUDGED_AT_END], [MARKED_AT_START, JUDGED_AT_START]
    for found in filter(None, (pattern.search(said) for pattern in at_end)):
        return text[: found.start()], [found[1]]
    for found in filter(None, (pattern.match(said) for pattern in at_start)):
        return text[found.end() :], [found[1]]
    return _taken_out(list(MARKED.finditer(said)), text)


def without_blank_at_end(prompt: str) -> str:
    """What is only judged has nothing to fill in."""
    bare = BLANKS_AT_END.sub("", prompt)
    return bare or prompt


def _filled_in(text: str, *, years: bool) -> list[re.Match]:
    """Blanks that say something. “《办法》（2026）” is none, and of several nobody knows which is meant."""
    found = [
        each
        for each in _waiting_for_none(list(FILLED.finditer(text)), text)
        if not text[: each.start()].rstrip().endswith(NAMES_BEFORE) and (years or not YEAR.fullmatch(each[1] or ""))
    ]
    return found if len(found) == 1 else []


def _words_in_bracket(text: str) -> list[re.Match]:
    """Below 填空题 `正月初一叫（春节）。`, if that is the only bracket and no word about how to fill it in."""
    found = list(BRACKETED.finditer(text))
    only = len(found) == 1 and not EMPTY.search(text) and not UNDERLINED.search(text)
    return found if only and not text[: found[0].start()].rstrip().endswith(NAMES_BEFORE) else []


def _waiting_for_none(found: list[re.Match], text: str) -> list[re.Match]:
    """Those behind which nothing is left to fill in: in “维生素(C)最多的是（　）” the letter is no answer."""
    left = max((empty.start() for pattern in (EMPTY, UNDERLINED) for empty in pattern.finditer(text)), default=-1)
    return [each for each in found if each.end() > left]


def _taken_out(found: list[re.Match], text: str) -> tuple[str, list[str]]:
    """The last of what was found, with a blank in its place."""
    if not found:
        return text, []
    last = found[-1]
    answer = next(filter(None, last.groups()))
    blank = "____" if last[0][0] in "_＿" else BLANK
    return f"{text[: last.start()]}{blank}{text[last.end() :]}", [to_halfwidth(answer)]


def _with_plain_blanks(text: str, *, has_choices: bool) -> str:
    """Every blank alike; one that only waits for the letter at the end of a whole sentence is no part of it."""
    text = UNDERLINED.sub(lambda found: MOODLES if found[0] == MOODLES else "____", EMPTY.sub(BLANK, text)).strip()
    if text.startswith(BLANK) and not has_choices:
        text = text.removeprefix(BLANK).strip()
        if found := numbered(text):
            text = found.rest
    bare = text.rstrip("。. ")
    if bare.endswith(BLANK):
        before = bare.removesuffix(BLANK).rstrip()
        if before and before[-1] in STOPS:
            return before
    return text
