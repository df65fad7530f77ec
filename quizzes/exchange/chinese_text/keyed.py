"""Which question does an entry of a key belong to?"""

from collections import defaultdict

from django.utils.translation import gettext as _

from quizzes.exchange.chinese_text.sheet import KeyEntry, KeyGroup, Question, Sheet
from quizzes.exchange.drafts import Refused

LONGEST_ENTRY, MOST_NAMED = 40, 10


def give_keys(sheet: Sheet) -> None:
    """Put the answers of the keys to their questions. Numbers count the whole text or each section anew."""
    by_section = _numbered(sheet.questions)
    numbers = [question.number for question in sheet.questions]
    throughout = len(set(numbers)) == len(numbers)
    taken: set[int] = set()
    for group in sheet.key:
        if group.questions:
            for one, entry in zip(group.questions, group.entries, strict=True):
                _give(one, entry)
            continue
        section = None if throughout else _section_of(group, sheet, by_section, taken)
        if section is not None:
            taken.add(section)
        questions = by_section[section] if section is not None else {q.number: q for q in sheet.questions}
        for entry in group.entries:
            if question := questions.get(entry.number):
                _give(question, entry)
            else:
                sheet.unasked.append(entry)


def refused_entries(sheet: Sheet) -> list[Refused]:
    """What a key says of numbers that no question has, in one line: a question was lost, or a number is wrong."""
    if not sheet.unasked:
        return []
    said = [f"{entry.number}．{entry.answer}"[:LONGEST_ENTRY] for entry in sheet.unasked]
    named = " ".join(said[:MOST_NAMED]) + ("…" if len(said) > MOST_NAMED else "")
    reason = _(
        "No question that was read has these numbers of the key: “%(entries)s”. "
        "Look for the question, or mend the number."
    )
    return [Refused(sheet.unasked[0].line, reason % {"entries": named})]


def _numbered(questions: list[Question]) -> dict[int, dict[int | None, Question]]:
    """Questions by section and number; one without a number gets the next."""
    by_section: dict[int, dict[int | None, Question]] = defaultdict(dict)
    for question in questions:
        section = by_section[question.section]
        if question.number is None:
            question.number = len(section) + 1
        section.setdefault(question.number, question)
    return by_section


def _section_of(group: KeyGroup, sheet: Sheet, by_section: dict, taken: set[int]) -> int | None:
    """The section of that kind, else the one that the key stands below, else the next in order."""
    free = [section for section in sorted(by_section) if section not in taken]
    named = [section for section in free if group.kind and sheet.sections[section] == group.kind]
    if named:
        return named[0]
    if len(sheet.key) == 1 or (group.after in free and group.after != max(by_section)):
        return group.after if group.after in by_section else None
    return free[0] if free else None


def _give(question: Question, entry: KeyEntry) -> None:
    if entry.fault:
        question.fault = entry.fault
    if entry.answer:
        question.answers.append([entry.answer])
    if entry.explanation:
        question.explanation.append(entry.explanation)
