"""Answers as people write them in a cell or after “答案：”: letters, shares, numbers, orders, texts."""

import re
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.drafts import Answer
from quizzes.numbers import read_number

SHARE = re.compile(r"([A-J]) ?[:：]? ?(-?[0-9]+(?:\.[0-9]+)?) ?%")
OFF_BY = re.compile(r"(.+?) ?(?:±|\+-|\+/-) ?([0-9.]+) ?(.*)")
FROM_TO = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?) ?(?:[~～—–]|至|到|\.\.) ?(-?[0-9]+(?:\.[0-9]+)?)(.*)")
AMOUNT = re.compile(r"[-+]?[0-9][0-9.,]* ?([^0-9.,].*)?")
IN_BRACKETS = re.compile(r"([0-9]) ?\(([^()0-9]{1,8})\)$")
SIGN_BEHIND = re.compile("(.*[0-9]) ?(℃|°C|㎡|m²|㎏|m|L|W|V)")
ARROWS = re.compile("[-—–─→⇒＞>]+")
OTHERWISE = re.compile(r" ?(?:或者|或|\|\||｜|\|) ?")
SMALLEST_SHARE, LARGEST_SHARE = Decimal("-1"), Decimal(1)


class Unreadable(Exception):
    """Says in a sentence what is wrong with one question and what to write."""


def named_choices(answer: str, letters: list[str]) -> list[str]:
    """`A、C` as letters, each of them one of the choices."""
    said = to_halfwidth(answer).upper().strip(" 。.;；")
    named = re.sub(r"[ ,、;；/.。()【】\[\]和及与]", "", said)
    if not re.fullmatch("[A-Z]+", named):
        raise Unreadable(_("“%(answer)s” is no letter of a choice. Write only the letter.") % {"answer": answer[:40]})
    missing = next((letter for letter in named if letter not in letters), "")
    if missing:
        sentence = _("The answer names “%(letter)s”, but there is no such choice. Mend the answer or add the choice.")
        raise Unreadable(sentence % {"letter": missing})
    return list(dict.fromkeys(named))


def shares_of(answer: str, letters: list[str]) -> dict[str, Decimal]:
    """`A 50%，C 50%，D -100%` as weights; nothing if it is not written so."""
    said = to_halfwidth(answer).upper()
    shares = {found[1]: Decimal(found[2]) / 100 for found in SHARE.finditer(said)}
    if not shares:
        return {}
    named_choices("".join(shares), letters)
    if any(not SMALLEST_SHARE <= share <= LARGEST_SHARE for share in shares.values()):
        raise Unreadable(_("A share lies between −100% and 100%."))
    return shares


def number_of(answer: str) -> tuple[Answer, str] | None:
    """`24元`, `24±0.5`, `23.5～24.5 元` as an answer and its unit; None for what is no number."""
    said = IN_BRACKETS.sub(r"\1\2", to_halfwidth(answer).strip(" 。;；"))
    if (signed := SIGN_BEHIND.fullmatch(said)) and (bare := number_of(signed[1])):
        return bare[0], signed[2]
    if found := FROM_TO.fullmatch(said):
        low, high = sorted([Decimal(found[1]), Decimal(found[2])])
        return Answer(_plain((low + high) / 2), low, high), found[3].strip()
    value, off_by, unit = said, "0", ""
    if found := OFF_BY.fullmatch(said):
        value, off_by, unit = found[1], found[2], found[3].strip()
    number, tolerance = read_number(value), _decimal(off_by)
    if number is None or tolerance is None:
        return None
    if not unit and (amount := AMOUNT.fullmatch(value)):
        unit = amount[1] or ""
    return Answer(_plain(number), number - tolerance, number + tolerance), unit


def orders_of(answer: str, letters: list[str]) -> list[list[str]]:
    """`BCA` or `BCA 或 CBA`: every order names each line once."""
    orders = [named_choices(ARROWS.sub("", text), letters) for text in OTHERWISE.split(answer) if text.strip()]
    if not orders or any(len(order) != len(letters) for order in orders):
        raise Unreadable(_("The answer must name each line once, such as “BCA”."))
    return orders


def texts_of(answer: str) -> list[str]:
    """`晾干 或 晾一晾` as the texts that are right."""
    return [text for text in (each.strip(" 。;；") for each in OTHERWISE.split(answer)) if text] or [answer]


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
