"""Numbers of GIFT: `30`, `30:0.5` (off by), `29.5..30.5` (from … to)."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from quizzes.canonical import plain
from quizzes.exchange.drafts import Answer
from quizzes.exchange.gift.texts import Unreadable, unescaped
from quizzes.numbers import read_number

NUMBER = re.compile(r"[-+]?(?:[0-9]{1,15}(?:\.[0-9]{0,10})?|\.[0-9]{1,10})(?:[eE][-+]?[0-9]{1,2})?")
LARGEST = Decimal(10) ** 12


def numeric_answer(said: str, weight: Decimal, feedback: str) -> Answer:
    said = unescaped(said).strip()
    least, dots, most = said.partition("..")
    if dots:
        low, high = number_in(least), number_in(most)
    else:
        middle, _colon, off_by = said.partition(":")
        value, tolerance = number_in(middle), number_in(off_by) if off_by.strip() else Decimal(0)
        low, high = value - tolerance, value + tolerance
    if low > high:
        raise Unreadable(
            _("“%s” holds no number. Write the smaller one first; what it may be off by is not below 0.") % said[:30]
        )
    return Answer(plain((low + high) / 2), low, high, weight, feedback)


def number_in(said: str) -> Decimal:
    said = said.strip()
    number = Decimal(said) if NUMBER.fullmatch(said) else read_number(said)
    if number is None or abs(number) > LARGEST:
        raise Unreadable(
            _("“%s” is no number that can be asked for. Write it in figures, such as 30 or 4.5.") % said[:30]
        )
    return number


def number_written(answer: Answer) -> str:
    low, high = answer.low, answer.high
    if low is None or high is None or low == high:
        return plain(answer.value if low is None or high is None else low)
    middle = (low + high) / 2
    return f"{plain(low)}..{plain(high)}" if plain(middle) != answer.value else f"{answer.value}:{plain(high - middle)}"
