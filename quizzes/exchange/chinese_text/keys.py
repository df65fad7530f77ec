"""Keys: the answers to many questions in one place, `1-5 ABCDA`, `1.B 2.C`, a table, or one on each line."""

import re
from collections import defaultdict, deque

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.choices import choices_in
from quizzes.exchange.chinese_text.key_lines import ASKED, HEADED, SECTION, SHORT, compact, entry_of, without_label
from quizzes.exchange.chinese_text.labels import parts_of
from quizzes.exchange.chinese_text.lines import LONGEST_LINE, Line
from quizzes.exchange.chinese_text.marks import ends_with_verdict, heading_kind, kind_in, numbered
from quizzes.exchange.chinese_text.sheet import KeyEntry, KeyGroup, Question, joined
from quizzes.exchange.chinese_text.unnumbered import SEPARATORS

KEY_HEADING = re.compile(
    r"[【\[(（]? ?(?:附 ?[:：]? ?)?[^ ，。？?:：、0-9]{0,12}?(?:参考|标准|正确|试题)?答 ?案"
    r"(?:一览)?表?(?:如下)?(?:及|与|和|、)?(?:试题)?(?:解析|评分标准|评分参考|解答|详解)?(?:部分)? ?[】\])）]? ?[:：]?"
    r"|题 ?号[ |｜]+(?:正确|参考)?答 ?案"
)
TABLE_TOP, TABLE_BELOW = re.compile(r"[|｜ ]*题 ?号[|｜: ：]*"), re.compile(r"[|｜ ]*答 ?案[|｜: ：]*")
SHORT_ENTRY = re.compile(rf"(?:{SHORT})[ .。]*", re.I)
NUMBERED_WORDS = re.compile("[^0-9]{0,12}[0-9]{1,3} ?[.．、)）].+[0-9]{1,3} ?[.．、)）]")
BLANK = re.compile("[（(] ?[)）]|[_＿]{2}")
LONGEST_VERDICT = 5  # `√（对）`; what says more is a question that was judged


def begins_key(lines: list[Line], place: int, *, questions: list[Question]) -> bool:
    """Whether a key begins in this line."""
    text, following = lines[place].text, lines[place + 1].text if place + 1 < len(lines) else ""
    if not questions or len(text) > 2000:
        return False
    if len(compact(text, 0)) > 1 or _is_table(text, following):
        return True
    if _are_single_entries(text, following, questions) or _fills_blanks(text, questions):
        return True
    if not KEY_HEADING.fullmatch(text):
        return False
    if compact(following, 0) or _is_table(following, lines[place + 2].text if place + 2 < len(lines) else ""):
        return True
    if heading_kind(following) is not None:
        return True
    found = numbered(following)
    return bool(found and found.number == 1 and len(questions) > 1 and not questions[0].is_answered)


def _are_single_entries(text: str, following: str, questions: list[Question]) -> bool:
    """`1．A` and then `2．B`, each on its line, of questions that have no answer yet."""
    found, after = numbered(text), numbered(following)
    if not found or not after or after.number != found.number + 1:
        return False
    waiting = {one.number for one in questions if not one.is_answered}
    entries = [entry_of(0, one.number, one.rest).answer for one in (found, after)]
    return {found.number, after.number} <= waiting and all(
        SHORT_ENTRY.fullmatch(to_halfwidth(each)) for each in entries
    )


def _fills_blanks(text: str, questions: list[Question]) -> bool:
    """`1.晾干 2.500`, up to the last question, where those with a blank or with choices wait for an answer."""
    if questions[-1].is_answered or not NUMBERED_WORDS.match(text):
        return False
    waiting = {one.number: one for one in questions if not one.is_answered}
    numbers = [entry.number for entry in compact(text, 0, in_key=True)]
    named = [waiting[number] for number in numbers if number in waiting]
    whole = len(named) == len(numbers) > 1 and numbers[-1] == questions[-1].number
    return whole and all(one.choices or BLANK.search(joined(one.prompt)) for one in named)


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
        taken = self._named(line, following) or self._heading(line, following) or self._compact(line)
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
        headed = HEADED.match(without_label(line.text))
        if entries and headed and (kind := kind_in(headed["name"])):
            self.groups.append(KeyGroup(self.after, kind))
        self._add(entries)
        return bool(entries)

    def _named(self, line: Line, following: str) -> bool:
        """`简答题：6、先道歉，再退款`: the one question of that kind."""
        headed = HEADED.match(without_label(line.text))
        rest = without_label(line.text)[headed.end() :] if headed and kind_in(headed["name"]) else ""
        found = numbered(rest)
        if not found or found.style != "dot" or compact(rest, 0, in_key=True) or not found.rest:
            return False
        if ASKED.search(found.rest) or choices_in(following, "A") or choices_in(found.rest, "A"):
            return False
        self._add([entry_of(line.number, found.number, found.rest)])
        return True

    def _single(self, line: Line, following: str) -> bool:
        """`3．24 元 解析：…`, or a line that goes on."""
        found = numbered(SECTION.sub("", line.text))
        if not found or found.style == "hanzi":
            return self._goes_on(line.text)
        judged = ends_with_verdict(found.rest) and len(found.rest) > LONGEST_VERDICT
        if judged or ASKED.search(found.rest) or choices_in(following, "A"):
            return False
        self._add([entry_of(line.number, found.number, found.rest)])
        return True

    def _goes_on(self, text: str) -> bool:
        last = self.latest
        if not last or not (self.in_reasons or self.groups[-1].entries):
            return self.place == self.first
        if len(last.answer) + len(last.explanation) > LONGEST_LINE:
            return False
        for part in parts_of(text, in_answer=True):
            if part.label == "answer" and last.answer.strip(" 。.．") == part.text:
                continue  # “故选：B” behind its reason
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


def _is_table(text: str, following: str) -> bool:
    return bool(TABLE_TOP.match(text) and TABLE_BELOW.match(following) and _from_table(Line(0, text, False), following))


def _from_table(line: Line, following: str) -> list[KeyEntry]:
    numbers = [word for word in SEPARATORS.split(to_halfwidth(TABLE_TOP.sub("", line.text, count=1))) if word]
    answers = [word for word in SEPARATORS.split(to_halfwidth(TABLE_BELOW.sub("", following, count=1))) if word]
    if len(numbers) != len(answers) or not all(number.isdecimal() for number in numbers):
        return []
    return [KeyEntry(line.number + 1, int(number), answer) for number, answer in zip(numbers, answers, strict=True)]
