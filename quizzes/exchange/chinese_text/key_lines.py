"""One line of a key as its entries: `1-5 ABCDA`, `1.B 2.晾干`, `1-3 ABA 4.晾干 5-6 √×`, `一、A 二、√`."""

import re
from itertools import pairwise

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.labels import parts_of
from quizzes.exchange.chinese_text.marks import CIRCLES, HANZI, POINTS, VERDICT, value_of
from quizzes.exchange.chinese_text.sheet import KeyEntry
from quizzes.exchange.chinese_text.unnumbered import SEPARATORS, TOKENS

SHORT = rf"[A-J]{{1,8}}|{VERDICT}"
RANGE = re.compile(r"第? ?([0-9]{1,3}) ?题? ?(?:[-–—−~]+|至|到) ?第?([0-9]{1,3}) ?题?[.、:)]? ?")
ONE = re.compile(
    rf"第? ?([0-9]{{1,3}}) ?题? ?[.、:)]? ?[(【\[]? ?([A-J](?:[,、 ]?[A-J]){{0,7}}|{VERDICT})(?![A-Za-z])"
    r" ?[)】\]]?[ ,;。、|]*",
    re.I,
)
LETTERS = re.compile(r"[A-JＡ-Ｊ](?:[ ,，、]{0,2}[A-JＡ-Ｊ]){1,7}[ 。.]?")
LETTER = re.compile(rf"[(【\[]? ?(?:{SHORT}) ?[)】\]]?", re.I)
MIXED = re.compile(
    r"(?:^|(?<=[ ,;。]))第? ?(?P<first>[0-9]{1,3}) ?题?"
    r"(?: ?(?:[-–—−~]+|至|到) ?第?(?P<last>[0-9]{1,3}) ?题?[.、:)]? ?| ?[.、:)] ?)"
)
BETWEEN_SECTIONS = re.compile(
    rf"(?<=[ ,;。])(?:[{HANZI}]{{1,3}} ?[、.]|\( ?[{HANZI}]{{1,3}} ?\)) ?(?:[^ ,;:0-9]{{2,10}}题 ?:? ?)?(?=第?[0-9])"
)
SET_NUMBER = re.compile(rf"\(([0-9]{{1,3}})\) ?|([{CIRCLES}]) ?")
IN_BRACKETS = re.compile(r"\( ?([0-9]{1,3}) ?\) ?")
HANZI_ONE = re.compile(rf"([{HANZI}]{{1,3}}) ?[、.:] ?(?:\( ?)?([A-J]|{VERDICT})(?![A-Za-z]) ?\)?[ ,;。、]*", re.I)
NUMBER = re.compile(r"(?:^|(?<=[ ,;])(?!第?[0-9]{1,3}[.:][0-9]))第? ?([0-9]{1,3}) ?题? ?[.、:)] ?")
TIGHT = re.compile(r"([0-9]{1,3})[.．](.+)")
HEADED = re.compile(
    rf"(?:[{HANZI}]{{1,3}} ?[、.] ?)?(?P<name>[^ ，。？?！!（(:：0-9]{{1,12}}) ?(?:[（(][^（）()]*[)）])? ?[:：]? ?"
)
SECTION = re.compile(rf"(?:[{HANZI}]{{1,3}} ?[、.]|\( ?[{HANZI}]{{1,3}} ?\)) ?(?=[0-9])")
REASONED = re.compile(rf"({SHORT}) ?[。.,，;；:：（( ] ?(?P<why>.+)", re.I)
ASKED = re.compile(r"[（(] ?[)）]。?$|[?？]$")
AROUND = " ,;，；。"


def compact(text: str, line: int, *, in_key: bool = False) -> list[KeyEntry]:
    """Entries of `1-5 ABCDA 6-10 …` or `1.B 2.C`, with or without words before it; none if it is not that.

    Among the letters may stand `3.晾干`; words alone, `1. 24 2. 晾干`, are entries only where a key has begun.
    """
    unlabelled = _without_sections(without_label(POINTS.sub(" ", text)))
    said = to_halfwidth(unlabelled)  # one sign stays one sign
    if entries := _hanzi_ones(said, line):
        return entries
    headed = HEADED.match(said)
    section = SECTION.match(said)
    for start in sorted({0, section.end() if section else 0, headed.end() if headed else 0}):
        body = said[start:].strip()
        if entries := _ranges(body, line) or _ones(_with_plain_numbers(body), line):
            return entries
        whole = unlabelled[start:].strip()
        if entries := _mixed(whole, line) or _tight(whole, line, in_key=in_key):
            return entries
        if entries := _with_words(whole, line, in_key=in_key):
            return entries
    return _in_brackets(unlabelled.strip(), line, in_key=in_key)


def without_label(text: str) -> str:
    part = parts_of(text)[0]
    return part.text if part.label == "answer" else text


def _ranges(body: str, line: int) -> list[KeyEntry]:
    heads = list(RANGE.finditer(body))
    if not heads or heads[0].start():
        return []
    entries: list[KeyEntry] = []
    for head, said in zip(heads, _behind(heads, body, around=None), strict=True):
        if not said or SEPARATORS.sub("", TOKENS.sub("", said)):
            return []
        entries += _of_range(int(head[1]), int(head[2]), said, line)
    return entries


def _behind(heads: list[re.Match], body: str, around: str | None = AROUND) -> list[str]:
    """What stands behind each number, up to the next one, without the signs around it."""
    ends = [*(head.start() for head in heads[1:]), len(body)][: len(heads)]
    return [body[head.end() : end].strip(around) for head, end in zip(heads, ends, strict=True)]


def _of_range(first: int, last: int, said: str, line: int) -> list[KeyEntry]:
    numbers = range(first, last + 1)
    words = [word for word in SEPARATORS.split(said) if word]
    answers = words if len(words) == len(numbers) else TOKENS.findall(said)
    if len(answers) == len(numbers):
        return [KeyEntry(line, number, answer) for number, answer in zip(numbers, answers, strict=True)]
    fault = _("The key in line %(line)s has %(count)s answers for %(first)s to %(last)s. Mend the key.") % {
        **{"line": line, "count": len(answers), "first": first, "last": last}
    }
    return [KeyEntry(line, number, "", fault=fault) for number in numbers]


def _with_plain_numbers(body: str) -> str:
    """`(1)A (2)B` and `①A ②B` as `1.A 2.B`."""
    if body[:1] not in (*"(", *CIRCLES):
        return body
    return SET_NUMBER.sub(lambda found: f"{value_of(found[1] or found[2])}.", body)


def _ones(body: str, line: int) -> list[KeyEntry]:
    """Letters and marks alone, to the end. One entry after the other: nothing is ever looked at twice."""
    entries, place = [], 0
    while found := ONE.match(body, place):
        entries.append(KeyEntry(line, int(found[1]), found[2]))
        place = found.end()
    return entries if place == len(body) else []


def _without_sections(text: str) -> str:
    """`1-3 ABA 二、判断题：4-5 √×` without the name of the section between the answers."""
    kept, place = [], 0
    for between in BETWEEN_SECTIONS.finditer(to_halfwidth(text)):
        kept.append(text[place : between.start()])
        place = between.end()
    return "".join((*kept, text[place:]))


def _hanzi_ones(said: str, line: int) -> list[KeyEntry]:
    """`一、A 二、√`: one answer to each number from the first on."""
    entries, place = [], 0
    while found := HANZI_ONE.match(said, place):
        entries.append(KeyEntry(line, value_of(found[1]), found[2]))
        place = found.end()
    in_row = [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    return entries if in_row and len(entries) > 1 and place == len(said) else []


def _mixed(body: str, line: int) -> list[KeyEntry]:
    """`1-3 ABA 4.晾干 5-6 √×`: each number follows the one before it, else it is a word of an answer."""
    said = to_halfwidth(body)
    heads: list[re.Match] = []
    for head in MIXED.finditer(said):
        follows = int(head["first"]) == _last_of(heads[-1]) + 1 if heads else not head.start()
        if follows and _last_of(head) >= int(head["first"]) and said[heads[-1].end() if heads else 0 :][:1].strip():
            heads.append(head)
    ranges = sum(bool(head["last"]) for head in heads)
    if not ranges or ranges == len(heads):
        return []
    entries: list[KeyEntry] = []
    for head, answer in zip(heads, _behind(heads, body), strict=True):
        if not head["last"]:
            entries.append(entry_of(line, int(head["first"]), answer))
        elif SEPARATORS.sub("", TOKENS.sub("", to_halfwidth(answer))):
            return []
        else:
            entries += _of_range(int(head["first"]), int(head["last"]), to_halfwidth(answer), line)
    return entries if _are_answers([entry.answer or "A" for entry in entries], in_key=True) else []


def _last_of(head: re.Match) -> int:
    return int(head["last"] or head["first"])


def _with_words(body: str, line: int, *, in_key: bool) -> list[KeyEntry]:
    """At least two rising numbers, each with something behind it."""
    heads = list(NUMBER.finditer(to_halfwidth(body)))
    numbers = [int(head[1]) for head in heads]
    if len(heads) < 2 or heads[0].start() or numbers != sorted(set(numbers)):
        return []
    said = _behind(heads, body)
    if not _are_answers(said, in_key=in_key):
        return []
    return [entry_of(line, number, each) for number, each in zip(numbers, said, strict=True)]


def _in_brackets(body: str, line: int, *, in_key: bool) -> list[KeyEntry]:
    """`（1）晾干（2）500`: the next number in a bracket ends an answer, with or without a space."""
    heads: list[re.Match] = []
    for head in IN_BRACKETS.finditer(to_halfwidth(body)):
        if int(head[1]) == int(heads[-1][1]) + 1 if heads else not head.start():
            heads.append(head)
    said = _behind(heads, body)
    if len(heads) < 2 or not _are_answers(said, in_key=in_key):
        return []
    return [entry_of(line, int(head[1]), each) for head, each in zip(heads, said, strict=True)]


def _tight(body: str, line: int, *, in_key: bool) -> list[KeyEntry]:
    """`1.24 2.30 3.1.5`: every word begins with the next number."""
    words = [word for word in SEPARATORS.split(body) if word]
    ones = [one for word in words if (one := TIGHT.fullmatch(word))]
    if len(ones) < max(2, len(words)) or not _are_answers([one[2] for one in ones], in_key=in_key):
        return []
    follow = all(int(after[1]) == int(before[1]) + 1 for before, after in pairwise(ones))
    certain = len(ones) > 2 or all(one[2][0].isdecimal() for one in ones)
    return [entry_of(line, int(one[1]), one[2]) for one in ones] if follow and certain else []


def _are_answers(said: list[str], *, in_key: bool) -> bool:
    """No questions and no beginning of a long answer; where no key has begun, half of them letters."""
    letters = sum(bool(LETTER.fullmatch(to_halfwidth(each)) or REASONED.fullmatch(each)) for each in said)
    certain = in_key or letters * 2 >= len(said)
    return certain and not any(not each or each[0] == "答" or ASKED.search(each) for each in said)


def entry_of(line: int, number: int, rest: str) -> KeyEntry:
    entry = KeyEntry(line, number, "")
    for part in parts_of(rest):
        if part.label == "explanation":
            entry.explanation += part.text
        else:
            entry.answer += part.text
    if LETTERS.fullmatch(entry.answer):
        return entry
    if not entry.explanation and (reasoned := REASONED.fullmatch(entry.answer)):
        entry.answer, entry.explanation = reasoned[1], reasoned["why"].rstrip("）)")
    return entry
