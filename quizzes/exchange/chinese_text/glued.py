"""Keys whose answers stand glued together, `1.晾干2.500克`: nobody knows where one ends, so it is said."""

import re
from itertools import pairwise

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.asked import asked_in
from quizzes.exchange.chinese_text.keys import BLANK
from quizzes.exchange.chinese_text.sheet import Question, Sheet, joined

NUMBER = re.compile(r"(?:(?<![0-9.])|(?<=\())([0-9]{1,3}) ?[.、)]")


def refuse_glued(sheet: Sheet) -> None:
    """An answer with the number of a neighbour in it that has none of its own. Asked once the keys are given."""
    for before, after in pairwise(sheet.questions):
        if before.section != after.section or before.number is None or after.number != before.number + 1:
            continue
        if _waits(after) and after.number in _numbers_in(before)[:1]:
            before.fault = before.fault or _several(before)
        elif _waits(before) and {before.number, after.number} <= set(_numbers_in(after)):
            after.fault = after.fault or _several(after)


def _waits(question: Question) -> bool:
    if question.is_answered or not (question.choices or BLANK.search(joined(question.prompt))):
        return False
    return not asked_in(joined(question.prompt), has_choices=bool(question.choices)).answers


def _numbers_in(question: Question) -> list[int]:
    """Of the answer to one with a blank or with choices: another may tell of steps."""
    if len(question.answers) != 1 or not (question.choices or BLANK.search(joined(question.prompt))):
        return []
    return [int(number) for number in NUMBER.findall(to_halfwidth(joined(question.answers[0])))]


def _several(question: Question) -> str:
    sentence = _("“%(answer)s” seems to hold several answers. Write a space before each number, such as “1.A 2.B”.")
    return sentence % {"answer": joined(question.answers[0])[:40]}
