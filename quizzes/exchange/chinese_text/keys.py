"""Keys: the answers to many questions in one place, `1-5 ABCDA`, `1.B 2.C`, a table, or one on each line."""

import re
from collections import defaultdict, deque
from itertools import pairwise

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.choices import choices_in
from quizzes.exchange.chinese_text.labels import parts_of
from quizzes.exchange.chinese_text.lines import LONGEST_LINE, Line
from quizzes.exchange.chinese_text.marks import HANZI, VERDICT, heading_kind, kind_in, numbered
from quizzes.exchange.chinese_text.sheet import KeyEntry, KeyGroup, Question
from quizzes.exchange.chinese_text.unnumbered import SEPARATORS, TOKENS

KEY_HEADING = re.compile(
    r"[【\[(（]? ?(?:附 ?[:：]? ?)?[^ ，。？?:：、0-9]{0,12}?(?:参考|标准|正确|试题)?答 ?案(?:及|与|和|、)?"
    r"(?:试题)?(?:解析|评分标准|评分参考|解答|详解)?(?:部分)? ?[】\])）]? ?[:：]?"
)
SHORT = rf"[A-J]{{1,8}}|{VERDICT}"
RANGE = re.compile(r"第? ?([0-9]{1,3}) ?题? ?(?:[-–—−~]+|至|到) ?第?([0-9]{1,3}) ?题?[.、:)]? ?")
ONE = re.compile(
    rf"第? ?([0-9]{{1,3}}) ?题? ?[.、:)]? ?[(【\[]? ?({SHORT})(?![A-Za-z]) ?[)】\]]?[ ,;。、|]*",
    re.I,
)
LETTER = re.compile(rf"[(【\[]? ?(?:{SHORT}) ?[)】\]]?", re.I)
NUMBER = re.compile(r"(?:^|(?<=[ ,;])(?!第?[0-9]{1,3}[.:][0-9]))第? ?([0-9]{1,3}) ?题? ?[.、:)] ?")
TIGHT = re.compile(r"([0-9]{1,3})[.．](.+)")
HEADED = re.compile(
    rf"(?:[{HANZI}]{{1,3}} ?[、.] ?)?(?P<name>[^ ，。？?！!（(:：0-9]{{1,12}}) ?(?:[（(][^（）()]*[)）])? ?[:：]? ?"
)
SECTION = re.compile(rf"(?:[{HANZI}]{{1,3}} ?[、.]|\( ?[{HANZI}]{{1,3}} ?\)) ?(?=[0-9])")
TABLE_TOP, TABLE_BELOW = re.compile(r"[|｜ ]*题 ?号[|｜: ：]*"), re.compile(r"[|｜ ]*答 ?案[|｜: ：]*")
REASONED = re.compile(rf"({SHORT}) ?[。.,，;；:：（( ] ?(?P<why>.+)", re.I)
ASKED = re.compile(r"[（(] ?[)）]。?$|[?？]$")


def begins_key(lines: list[Line], place: int, *, questions: list[Question]) -> bool:
    """Whether a key begins in this line."""
    text, following = lines[place].text, lines[place + 1].text if place + 1 < len(lines) else ""
    if not questions or len(text) > 2000:
        return False
    if len(compact(text, 0)) > 1 or _is_table(text, following):
        return True
    if not KEY_HEADING.fullmatch(text):
        return False
    if compact(following, 0) or _is_table(following, lines[place + 2].text if place + 2 < len(lines) else ""):
        return True
    if heading_kind(following) is not None:
        return True
    found = numbered(following)
    return bool(found and found.number == 1 and len(questions) > 1 and not questions[0].is_answered)


def read_key(lines: list[Line], place: int, *, after: int, seen: list[str]) -> tuple[int, list[KeyGroup]]:
    """The groups of a key that begins at `place`, and the place of the first line that is no part of it."""
    reading = _Reading(lines, place, after, seen)
    while reading.place < len(lines) and reading.take():
        pass
    return reading.place, [group for group in reading.groups if group.entries]


class _Reading:
    def __init__(self, lines: list[Line], place: int, after: int, seen: list[str]) -> None:
        self.lines, self.place, self.seen = lines, place, seen
        self.groups = [KeyGroup(after)]
        self.after = after
        self.first = place
        self.in_reasons = False
        self.latest: KeyEntry | None = None
        self.without_reason: dict[int, deque[KeyEntry]] = defaultdict(deque)

    def take(self) -> bool:
        """One line, or two of a table; False for what is no key any more."""
        line = self.lines[self.place]
        following = self.lines[self.place + 1].text if self.place + 1 < len(self.lines) else ""
        if _is_table(line.text, following):
            self._add(_from_table(line, following))
            self.place += 2
            return True
        if self._begins_reasons(line, following):
            self.place += 1
            return True
        taken = self._heading(line, following) or self._compact(line)
        if not taken and heading_kind(line.text) is None:
            taken = self._single(line, following)
        self.place += taken
        return taken

    def _begins_reasons(self, line: Line, following: str) -> bool:
        """`解析：1．… 2．…` behind the answers, or `解析：` above such lines."""
        part = parts_of(line.text)[0]
        if part.label != "explanation" or not self.groups[-1].entries or KEY_HEADING.fullmatch(line.text):
            return False
        entries = compact(part.text, line.number, in_key=True)
        if not entries and (part.text or not numbered(following)):
            return False
        self.in_reasons = True
        self._add(entries)
        return True

    def _heading(self, line: Line, following: str) -> bool:
        if KEY_HEADING.fullmatch(line.text):
            self.in_reasons = False
            return True
        kind = heading_kind(line.text)
        if kind is None or compact(line.text, 0, in_key=True):
            return False
        if not (compact(following, 0) or kind in self.seen or TABLE_TOP.match(following)):
            return False
        self.groups.append(KeyGroup(self.after, kind))
        return True

    def _compact(self, line: Line) -> bool:
        entries = compact(line.text, line.number, in_key=True)
        headed = HEADED.match(_without_label(line.text))
        if entries and headed and (kind := kind_in(headed["name"])):
            self.groups.append(KeyGroup(self.after, kind))
        self._add(entries)
        return bool(entries)

    def _single(self, line: Line, following: str) -> bool:
        """`3．24 元 解析：…`, or a line that goes on."""
        found = numbered(SECTION.sub("", line.text))
        if not found or found.style == "hanzi":
            return self._goes_on(line.text)
        if ASKED.search(found.rest) or choices_in(following, "A"):
            return False
        self._add([_entry(line.number, found.number, found.rest)])
        return True

    def _goes_on(self, text: str) -> bool:
        last = self.latest
        if not last or not (self.in_reasons or self.groups[-1].entries):
            return self.place == self.first
        if len(last.answer) + len(last.explanation) > LONGEST_LINE:
            return False
        for part in parts_of(text, in_answer=True):
            if part.label == "explanation" or last.explanation:
                last.explanation += part.text
            else:
                last.answer += part.text
        return True

    def _add(self, entries: list[KeyEntry]) -> None:
        for entry in entries:
            waiting = self.without_reason[entry.number]
            if self.in_reasons and waiting:
                self.latest = waiting.popleft()
                self.latest.explanation = entry.answer + entry.explanation
                continue
            group = self.groups[-1]
            if group.entries and entry.number <= group.entries[-1].number:
                group = KeyGroup(self.after)
                self.groups.append(group)
            group.entries.append(entry)
            self.latest = entry
            if not entry.explanation:
                waiting.append(entry)


def compact(text: str, line: int, *, in_key: bool = False) -> list[KeyEntry]:
    """Entries of `1-5 ABCDA 6-10 …` or `1.B 2.C`, with or without words before it; none if it is not that.

    Among the letters may stand `3.晾干`; words alone, `1. 24 2. 晾干`, are entries only where a key has begun.
    """
    unlabelled = _without_label(text)
    said = to_halfwidth(unlabelled)  # one sign stays one sign
    headed = HEADED.match(said)
    section = SECTION.match(said)
    for start in sorted({0, section.end() if section else 0, headed.end() if headed else 0}):
        body = said[start:].strip()
        if entries := _ranges(body, line) or _ones(body, line):
            return entries
        whole = unlabelled[start:].strip()
        if entries := _tight(whole, line, in_key=in_key) or _with_words(whole, line, in_key=in_key):
            return entries
    return []


def _without_label(text: str) -> str:
    part = parts_of(text)[0]
    return part.text if part.label == "answer" else text


def _ranges(body: str, line: int) -> list[KeyEntry]:
    heads = list(RANGE.finditer(body))
    if not heads or heads[0].start():
        return []
    ends = [head.start() for head in heads[1:]] + [len(body)]
    entries: list[KeyEntry] = []
    for head, end in zip(heads, ends, strict=True):
        said = body[head.end() : end].strip()
        if not said or SEPARATORS.sub("", TOKENS.sub("", said)):
            return []
        entries += _of_range(int(head[1]), int(head[2]), said, line)
    return entries


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


def _ones(body: str, line: int) -> list[KeyEntry]:
    """Letters and marks alone, to the end. One entry after the other: nothing is ever looked at twice."""
    entries, place = [], 0
    while found := ONE.match(body, place):
        entries.append(KeyEntry(line, int(found[1]), found[2]))
        place = found.end()
    return entries if place == len(body) else []


def _with_words(body: str, line: int, *, in_key: bool) -> list[KeyEntry]:
    """At least two rising numbers, each with something behind it."""
    heads = list(NUMBER.finditer(to_halfwidth(body)))
    numbers = [int(head[1]) for head in heads]
    if len(heads) < 2 or heads[0].start() or numbers != sorted(set(numbers)):
        return []
    ends = [head.start() for head in heads[1:]] + [len(body)]
    said = [body[head.end() : end].strip(" ,;，；。") for head, end in zip(heads, ends, strict=True)]
    if not _are_answers(said, in_key=in_key):
        return []
    return [_entry(line, number, each) for number, each in zip(numbers, said, strict=True)]


def _tight(body: str, line: int, *, in_key: bool) -> list[KeyEntry]:
    """`1.24 2.30 3.1.5`: every word begins with the next number."""
    words = [word for word in SEPARATORS.split(body) if word]
    ones = [one for word in words if (one := TIGHT.fullmatch(word))]
    if len(ones) < max(2, len(words)) or not _are_answers([one[2] for one in ones], in_key=in_key):
        return []
    follow = all(int(after[1]) == int(before[1]) + 1 for before, after in pairwise(ones))
    certain = len(ones) > 2 or all(one[2][0].isdecimal() for one in ones)
    return [_entry(line, int(one[1]), one[2]) for one in ones] if follow and certain else []


def _are_answers(said: list[str], *, in_key: bool) -> bool:
    """No questions and no beginning of a long answer; where no key has begun, half of them letters."""
    letters = sum(bool(LETTER.fullmatch(to_halfwidth(each)) or REASONED.fullmatch(each)) for each in said)
    certain = in_key or letters * 2 >= len(said)
    return certain and not any(not each or each[0] == "答" or ASKED.search(each) for each in said)


def _is_table(text: str, following: str) -> bool:
    return bool(TABLE_TOP.match(text) and TABLE_BELOW.match(following) and _from_table(Line(0, text, False), following))


def _from_table(line: Line, following: str) -> list[KeyEntry]:
    numbers = [word for word in SEPARATORS.split(to_halfwidth(TABLE_TOP.sub("", line.text, count=1))) if word]
    answers = [word for word in SEPARATORS.split(to_halfwidth(TABLE_BELOW.sub("", following, count=1))) if word]
    if len(numbers) != len(answers) or not all(number.isdecimal() for number in numbers):
        return []
    return [KeyEntry(line.number + 1, int(number), answer) for number, answer in zip(numbers, answers, strict=True)]


def _entry(line: int, number: int, rest: str) -> KeyEntry:
    entry = KeyEntry(line, number, "")
    for part in parts_of(rest):
        if part.label == "explanation":
            entry.explanation += part.text
        else:
            entry.answer += part.text
    if not entry.explanation and (reasoned := REASONED.fullmatch(entry.answer)):
        entry.answer, entry.explanation = reasoned[1], reasoned["why"].rstrip("）)")
    return entry
