"""Taking an examination text apart line by line: which line begins a question, a choice, an answer, a key."""

import re

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.choices import choices_in
from quizzes.exchange.chinese_text.gathering import next_letter, put
from quizzes.exchange.chinese_text.keys import KEY_HEADING, begins_key, read_key
from quizzes.exchange.chinese_text.labels import parts_of
from quizzes.exchange.chinese_text.left_over import begins_story, behind_heading, is_small_print
from quizzes.exchange.chinese_text.lines import Line
from quizzes.exchange.chinese_text.marks import (
    JUDGED_BY_LETTER,
    Numbered,
    ends_with_verdict,
    heading_kind,
    is_tag_alone,
    kind_in,
    numbered,
    paired,
)
from quizzes.exchange.chinese_text.sheet import Choice, Question, Sheet
from quizzes.exchange.chinese_text.unnumbered import TOKENS, read_unnumbered
from quizzes.exchange.drafts import MOST_QUESTIONS
from quizzes.exchange.sizes import too_many

LOOK_AHEAD, LOOK_FAR_AHEAD = 6, 20
OPEN_ENDED = ("essay", "counting")
EMPTY_AT_END = re.compile(r"[（(] ?[)）][。.]?$")
TRUE_OR_FALSE = (("A", "对"), ("B", "错"))
ASKS = ("?", "？", "（）", "（ ）", "( )", "()", "__", "＿")


class Splitter:
    """Reads the lines once, with a short look ahead."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.place = 0
        self.sheet = Sheet()
        self.style = ""
        self.counted = 0  # as if no number had been lost
        self.waiting: list[Line] = []  # lines before a question that has no number

    def split(self) -> Sheet:
        while self.place < len(self.lines):
            if not (self._key() or self._heading() or self._numbered()):
                self._content(self.lines[self.place])
                self.place += 1
        self._settle_waiting()
        return self.sheet

    @property
    def current(self) -> Question | None:
        in_section = self.sheet.questions and self.sheet.questions[-1].section == self._section
        return self.sheet.questions[-1] if in_section else None

    @property
    def _section(self) -> int:
        return len(self.sheet.sections) - 1

    def _text(self, ahead: int) -> str:
        place = self.place + ahead
        return self.lines[place].text if place < len(self.lines) else ""

    def _key(self) -> bool:
        """A key: one heading for many answers, here or to the end of the text."""
        is_heading = bool(KEY_HEADING.fullmatch(self._text(0)))
        behind, groups = read_unnumbered(self.lines, self.place, sheet=self.sheet, is_heading=is_heading)
        if groups:
            self._settle_waiting()
            self.place = behind
            self.sheet.key += groups
            return True
        if not begins_key(self.lines, self.place, questions=self.sheet.questions):
            return False
        self._settle_waiting()
        self.place, groups = read_key(self.lines, self.place, after=self._section, seen=self.sheet.sections)
        self.sheet.key += groups
        if not groups:  # `参考答案与试题解析`, and then the questions once more
            self.sheet.sections.append(heading_kind(self._text(-1)) or "")
            self.style = ""
        return True

    def _heading(self) -> bool:
        text = self._text(0)
        kind = heading_kind(text)
        if kind is not None and self._is_tag_of_question(text):
            return False
        if kind is None:
            found = numbered(text)
            if not found or not (self._is_chapter(found) or self._first_of_many(found, numbered(self._text(1)))):
                return False
            kind = kind_in(text)
        self._settle_waiting()
        line = self.lines[self.place]
        self._leave([line._replace(text=behind_heading(text))], may_be_title=True)
        self.sheet.sections.append(kind)
        if kind == "truefalse" and JUDGED_BY_LETTER.search(to_halfwidth(text)):
            self.sheet.by_letter.add(self._section)
        self.style = ""
        self.place += 1
        return True

    def _is_tag_of_question(self, text: str) -> bool:
        """`3．【多选】（2分）` above its question, or `（多选）` between it and its choices."""
        if not is_tag_alone(text):
            return False
        following = self._text(1)
        if numbered(text):
            return not numbered(following)
        asked = self.current and not self.current.is_answered and not self.current.choices
        return bool(asked and choices_in(following, "A"))

    def _is_chapter(self, found: Numbered) -> bool:
        """`2．价格` above `2.1`."""
        first = self._pair(1) if found.style == "dot" else None
        return bool(first and first.number == found.number * 100 + 1)

    def _first_of_many(self, heading: Numbered, found: Numbered | None) -> bool:
        return bool(heading.style == "hanzi" and found and found.style != "hanzi" and found.number == 1)

    def _numbered(self) -> bool:
        line = self.lines[self.place]
        found = self._pair() or numbered(line.text)
        if not found or not (found.style == "pair" or self._begins_question(found)):
            return False
        self._settle_waiting()
        self.style = "dot" if found.style == "tight" else found.style
        marks = [found.mark] if found.mark else []
        begun = Question(line.number, self._section, found.number, self.style, marks=marks)
        self._begin(begun).is_abreast = line.is_abreast
        self._content(line._replace(text=found.rest))
        self.place += 1
        return True

    def _pair(self, ahead: int = 0) -> Numbered | None:
        """`1.1` where `1.2` follows; a line that begins with a price looks the same."""
        found, before = paired(self._text(ahead)), self.sheet.questions[-1] if self.sheet.questions else None
        if not found:
            return None
        if before and before.style == "pair" and before.number:
            follows = found.number in (before.number + 1, (before.number // 100 + 1) * 100 + 1)
        else:
            behind = (paired(self._text(place)) for place in range(ahead + 1, ahead + LOOK_FAR_AHEAD))
            follows = found.number % 100 == 1 and any(later and later.number == found.number + 1 for later in behind)
        return found if follows else None

    def _begins_question(self, found: Numbered) -> bool:
        before = self.current
        expected = (before.number or 0) + 1 if before else 1
        if found.style == "tight" and found.number != expected:
            return False
        style = "dot" if found.style == "tight" else found.style
        if not before:
            last = self.sheet.questions[-1].number if self.sheet.questions else None
            return style != "bare" or found.number in (1, (last or 0) + 1)
        if self.style and style != self.style:
            may_follow = found.number == expected and before.is_answered and style != "bare"
            return may_follow and not (self._writes_long_answer(before) and self._is_step(before, found))
        return self._is_next(before, found, expected)

    def _is_next(self, before: Question, found: Numbered, expected: int) -> bool:
        """The next number, or any other once the question before it is whole: people miscount."""
        if self._writes_long_answer(before):
            return self._is_no_step(before, found, expected)
        reasons = before.writing is before.explanation and (before.explanation == [""] or before.step)
        if reasons and found.number == before.step + 1 and found.number != expected:
            before.step = found.number
            return False
        if found.style in ("bare", "bracket", "circle"):
            return found.number in (expected, self.counted + 1)
        whole = before.is_answered or before.choices or ends_with_verdict(before.last_asked)
        return bool(whole) or found.number >= expected

    def _writes_long_answer(self, before: Question) -> bool:
        writes_answer = bool(before.answers) and before.writing is before.answers[-1]
        open_ended = (before.kind or self.sheet.sections[-1]) in OPEN_ENDED
        return writes_answer and not before.choices and (open_ended or before.answers[-1] != [""])

    def _is_step(self, before: Question, found: Numbered) -> bool:
        """`（2）` below an answer that begins with `（1）`, where questions are numbered in another way."""
        first = numbered(next(filter(None, before.answers[-1]), ""))
        return first is not None and first.style == found.style and not any(sign in found.rest for sign in ASKS)

    def _is_no_step(self, before: Question, found: Numbered, expected: int) -> bool:
        """Whether a number within a long answer is the next question and not the next step."""
        asks = any(sign in found.rest for sign in ASKS)
        if found.number == before.step + 1 and not asks and (before.step or found.number != expected):
            before.step = found.number
            return False
        return found.number == expected or asks

    def _content(self, line: Line) -> None:
        """A line without a number: parts of the question that is open, or the beginning of one without a number."""
        question = self.current
        if question is None or begins_story(line, question) or self._begins_without_number(line, question):
            self._wait(line)
            return
        for part in parts_of(line.text, in_answer=question.is_answered):
            put(question, part, line, self._text(1))

    def _begins_without_number(self, line: Line, question: Question) -> bool:
        """After a whole question, a line whose choices follow begins another."""
        if self.waiting:
            return True
        if parts_of(line.text)[0].label or self._begins_with_choice(line.text, question):
            return False
        if question.number is not None and not any(question.prompt):
            return False
        if question.number is None and question.answers and parts_of(self._text(1))[0].label == "answer":
            return bool(TOKENS.fullmatch(to_halfwidth("".join(question.answers[-1]))))
        if question.number is None and ends_with_verdict(line.text):
            return not question.prompt or ends_with_verdict(question.last_asked)
        whole = question.is_answered or len(question.choices) > 1
        if whole and question.answers and EMPTY_AT_END.search(line.text):
            return True  # its number was lost
        if not whole or (question.number is not None and not line.after_gap):
            return False
        found = choices_in(line.text, "A", asked=False)
        return bool(found) or self._choices_follow(LOOK_AHEAD if line.after_gap else 2)

    def _begins_with_choice(self, text: str, question: Question) -> bool:
        found = choices_in(text, next_letter(question), self._text(1))
        return found is not None and not found[0]

    def _choices_follow(self, within: int) -> bool:
        for ahead in range(1, within):
            text = self._text(ahead)
            found = choices_in(text, "A", self._text(ahead + 1))
            if found and found[1][0].letter == "A":
                return True
            if not text or numbered(text) or parts_of(text)[0].label or heading_kind(text) is not None:
                return False
        return False

    def _wait(self, line: Line) -> None:
        """Words before any question: a title, or a question without a number once its choices or its answer come."""
        if line.after_gap and not choices_in(line.text, "A") and not parts_of(line.text)[0].label:
            self._settle_waiting()
        self.waiting.append(line)
        parts = parts_of(line.text)
        answered = any(part.label == "answer" for part in parts) or ends_with_verdict(line.text)
        if not (answered or choices_in(line.text, "A", self._text(1))):
            return
        waiting, self.waiting = self.waiting, []
        question = self._begin(Question(waiting[0].number, self._section))
        for each in waiting:
            for part in parts_of(each.text, in_answer=question.is_answered):
                put(question, part, each, self._text(1))

    def _begin(self, question: Question) -> Question:
        self.sheet.questions.append(question)
        if question.section in self.sheet.by_letter:
            question.choices = [Choice(letter, question.line, [said]) for letter, said in TRUE_OR_FALSE]
        self.counted = question.number or self.counted + 1
        if len(self.sheet.questions) > MOST_QUESTIONS:
            raise too_many()
        return question

    def _settle_waiting(self) -> None:
        self._leave(self.waiting, may_be_title=not self.sheet.questions)
        self.waiting = []

    def _leave(self, lines: list[Line], *, may_be_title: bool) -> None:
        self.sheet.left += [line for line in lines if not is_small_print(line.text, may_be_title=may_be_title)]
