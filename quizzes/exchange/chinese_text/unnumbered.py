"""Keys without numbers: `参考答案：ABCBA`, a line of them for each section, or one answer a line.

Such a key is one only if it fits: just as many answers as there are questions without one, each among what that
question offers. Anything else is left to whoever reads answers with numbers, or beside their question.
"""

import re
from itertools import pairwise, takewhile

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.asked import asked_in
from quizzes.exchange.chinese_text.labels import parts_of
from quizzes.exchange.chinese_text.lines import Line
from quizzes.exchange.chinese_text.marks import HANZI, VERDICT, heading_kind, kind_in, value_of, verdict
from quizzes.exchange.chinese_text.sheet import KeyEntry, KeyGroup, Question, Sheet, joined

TOKENS = re.compile(rf"{VERDICT}|[A-J]", re.I)
SEPARATORS = re.compile(r"[ ,;。、/|]+")
NAMED = re.compile(
    rf"\(?(?P<number>[{HANZI}]{{1,3}}) ?[、.)] ?(?:(?P<name>[^ :：0-9]{{2,12}}?)(?:[:：]|(?<=题)) ?)?"
    r"|(?P<other>[^ :：0-9]{2,12}?)[:：] ?"
)
CERTAIN = 3  # so many questions without an answer are no accident


def read_unnumbered(lines: list[Line], place: int, *, sheet: Sheet, is_heading: bool) -> tuple[int, list[KeyGroup]]:
    """The place behind the key and its groups; no groups where none begins here."""
    said = "" if is_heading else _answer_in(lines[place].text)
    may_begin = _may_follow(lines[place + 1 : place + 2]) if is_heading else len(_tokens(said)) > 1
    if not may_begin:
        return place, []
    given = max((group.after for group in sheet.key), default=-1)
    asked = [one for one in sheet.questions if one.section > given and not one.is_answered]
    if len(asked) < 2:
        return place, []
    if is_heading:
        return _by_section(lines, place + 1, asked, sheet) or _one_a_line(lines, place + 1, asked, sheet) or (place, [])
    return _in_one_line(lines[place]._replace(text=said), place, asked, sheet) or (place, [])


Found = tuple[int, list[KeyGroup]] | None


def _may_follow(lines: list[Line]) -> bool:
    """Asked of each heading before anything else: a text may be nothing but headings."""
    text = lines[0].text if lines else ""
    return bool(_tokens(text) or NAMED.match(to_halfwidth(text)) or heading_kind(text) is not None)


def _answer_in(text: str) -> str:
    """What stands behind `答案：` where the line holds nothing else."""
    parts = parts_of(text)
    return parts[0].text if len(parts) == 1 and parts[0].label == "answer" else ""


def _in_one_line(line: Line, place: int, asked: list[Question], sheet: Sheet) -> Found:
    """Of the section that it stands below, or of all."""
    last = [one for one in asked if one.section == asked[-1].section]
    for questions in (last, asked):
        answers = _answers_to(line.text, questions)
        if answers and not _may_be_of_the_last(answers, questions[-1], sheet):
            return place + 1, [_group(line.number, answers, questions)]
    return None


def _one_a_line(lines: list[Line], place: int, asked: list[Question], sheet: Sheet) -> Found:
    """Also all in the one line below the heading."""
    if place < len(lines) and (found := _in_one_line(lines[place], place, asked, sheet)):
        return found
    below = zip(lines[place : place + len(asked)], asked, strict=False)
    answers = [answer for (answer,) in takewhile(bool, (_answers_to(line.text, [one]) for line, one in below))]
    end = place + len(asked)
    if len(answers) != len(asked) or any(_tokens(line.text) for line in lines[end : end + 1]):
        return None
    return end, [_group(lines[place].number, answers, asked)]


def _by_section(lines: list[Line], place: int, asked: list[Question], sheet: Sheet) -> Found:
    """`一、单选题：ABA`, `一、ABA`, or the name of the section on a line of its own; all sections, or none."""
    free = sorted({one.section for one in asked})
    groups: list[KeyGroup] = []
    name = ""
    while free and place < len(lines):
        line = lines[place]
        place += 1
        section, body = _section_meant(name, line.text, free, sheet)
        questions = [one for one in asked if one.section == section]
        answers = _answers_to(body, questions)
        if not answers and not name and heading_kind(line.text) is not None:
            name = line.text
            continue
        if not answers:
            return None
        free.remove(section)
        groups.append(_group(line.number, answers, questions))
        name = ""
    return (place, groups) if groups and not free else None


def _section_meant(heading: str, text: str, free: list[int], sheet: Sheet) -> tuple[int, str]:
    """That of its kind, else of its number, else the next; and what stands behind the name."""
    said = to_halfwidth(text)
    named = None if heading else NAMED.match(said)
    words = heading or (named and (named["name"] or named["other"])) or ""
    kind = kind_in(words)
    of_kind = [one for one in free if kind and sheet.sections[one] == kind]
    place = value_of(named["number"]) - 1 if named and named["number"] else 0
    sections = sorted({one.section for one in sheet.questions})
    by_number = [sections[place]] if named and named["number"] and place < len(sections) else []
    found = next((one for one in (*of_kind, *by_number) if one in free), free[0])
    return found, said[named.end() :] if named else said


def _answers_to(text: str, questions: list[Question]) -> list[str]:
    """One for each of these questions, if the line holds nothing else and each fits."""
    words, tokens = [word for word in SEPARATORS.split(to_halfwidth(text)) if word], _tokens(text)
    answers = words if tokens and len(words) == len(questions) else tokens
    fits = len(answers) == len(questions) and all(map(_fits, questions, answers))
    return answers if fits else []


def _tokens(text: str) -> list[str]:
    said = to_halfwidth(text)
    return [] if SEPARATORS.sub("", TOKENS.sub("", said)) else TOKENS.findall(said)


def _fits(question: Question, answer: str) -> bool:
    if not question.choices:
        return verdict(answer) is not None
    return set(answer.upper()) <= {choice.letter for choice in question.choices}


def _may_be_of_the_last(answers: list[str], last: Question, sheet: Sheet) -> bool:
    """`AB` below two questions may be two answers to the second one, if that may have two."""
    letters = "".join(answers).upper()
    if sheet.sections[last.section] == "single":
        return False
    rising = all(before < after for before, after in pairwise(letters)) and verdict(answers[0]) is None
    return rising and len(answers) < CERTAIN


def refuse_what_may_be_a_key(sheet: Sheet, with_own: list[Question]) -> None:
    """`参考答案：AB` behind three questions without an answer: two answers to the last one, or a key cut short?

    Asked once the keys are given; `with_own` are those that had an answer of their own before.
    """
    waiting: list[Question] = []
    for question in sheet.questions:
        if waiting and waiting[-1].section != question.section:
            waiting = []
        hint, is_answered = _hint_and_answered(question, sheet)
        if question.choices and not is_answered:
            waiting.append(question)
            continue
        letters = "".join(map(joined, question.answers))
        fewest = 1 if hint == "single" else CERTAIN - 1
        doubtful = len(waiting) >= fewest and hint not in ("multiple", "ordering") and len(_tokens(letters)) > 1
        if doubtful and any(question is own for own in with_own):
            question.fault = question.fault or _unclear(letters, len(waiting) + 1)
        waiting = []


def _hint_and_answered(question: Question, sheet: Sheet) -> tuple[str, bool]:
    asked = asked_in(joined(question.prompt), has_choices=bool(question.choices))
    return asked.kind or sheet.sections[question.section], bool(question.answers or question.marks or asked.answers)


def _unclear(letters: str, questions: int) -> str:
    sentence = _(
        "“%(letters)s” stands below %(questions)s questions that have no answer: whose is it? "
        "Write each answer below its question, or a key such as “1.A 2.B”."
    )
    return sentence % {"letters": letters, "questions": questions}


def _group(line: int, answers: list[str], questions: list[Question]) -> KeyGroup:
    entries = [KeyEntry(line, 0, answer) for answer in answers]
    return KeyGroup(questions[-1].section, entries=entries, questions=questions)
