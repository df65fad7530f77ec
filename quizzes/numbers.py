"""What number did she mean? Read as people type: full-width, with a comma, as an amount in speech.

The phone reads in exactly the same way (static/quizzes/numbers.js); the rules stand in docs/quiz-editions.md.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from foundation.hanzi import to_halfwidth

LONGEST = 60

SPACES = re.compile("[ \t\r\n\u00a0\u2009\u200b\u202f\u3000\ufeff]+")
SIGNS = {ord(sign): "-" for sign in "−–—﹣负"} | {ord(stop): "." for stop in "。｡"} | {ord("￥"): "¥"}
AROUND_POINT = re.compile(r" ?([.,]) ?")

WHOLE = re.compile(r"([-+]?) ?¥? ?([0-9][0-9., ]*|[.,][0-9]+)(.*)")
GROUPED = [
    re.compile(r"([1-9][0-9]{0,2}(?: [0-9]{3})+)(?:[.,]([0-9]+))?"),
    re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?"),
    re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]+)"),
    re.compile(r"([0-9]*)(?:[.,]([0-9]*))?"),
]
NO_DIGIT = re.compile("[^0-9]")

WORD = "(?:%|g|[A-Za-z]{2,6}|[\u4e00-\u9fff]{1,4})"
UNIT = re.compile(f"{WORD}(?:/{WORD})?")
NO_UNIT = re.compile("^[元块圆角毛]|[一二三四五六七八九十百千万亿半零〇几多]")
YUAN = re.compile(f"[元块圆][钱整]?(?:/{WORD})?")
JIAO = re.compile("[角毛]钱?")
YUAN_AND_MORE = re.compile("[元块圆](?:零?([0-9])[角毛](?:([0-9])分?)?钱?|零?([0-9]{1,2})分钱?|([0-9]{1,2})|(半))")
JIAO_AND_FEN = re.compile("[角毛]([0-9])(?:分钱?)?")


class Digits(NamedTuple):
    """A number as its digits and how many of them stand behind the point."""

    digits: str
    places: int


def read_number(text: str) -> Decimal | None:
    """`３０，５元`, `30块5`, `1,234.50`, `−4 %` as numbers; None for what is no number."""
    found = WHOLE.fullmatch(_plain(text))
    number = _grouped(found[2].strip()) if found else None
    if not found or number is None:
        return None
    amount = _with_unit(number, found[3].replace(" ", ""))
    return Decimal(f"{found[1]}{amount.digits}E-{amount.places}") if amount else None


def _plain(text: str) -> str:
    if len(text) > LONGEST:
        return ""
    narrow = SPACES.sub(" ", to_halfwidth(text).translate(SIGNS))
    return AROUND_POINT.sub(r"\1", narrow).strip(" ").rstrip(".,")


def _grouped(number: str) -> Digits | None:
    """Thousands by comma, point or space; what is no thousands is a decimal comma or point."""
    for shape in GROUPED:
        if found := shape.fullmatch(number):
            fraction = found[2] or ""
            return Digits(NO_DIGIT.sub("", found[1]) + fraction, len(fraction))
    return None


def _with_unit(number: Digits, unit: str) -> Digits | None:
    """An amount in yuan from what stands behind the number; any other unit is on the screen and is passed over."""
    if not unit or YUAN.fullmatch(unit):
        return number
    if JIAO.fullmatch(unit):
        return Digits(number.digits, number.places + 1)
    if number.places == 0 and (more := _spoken(number.digits, unit)):
        return more
    return number if UNIT.fullmatch(unit) and not NO_UNIT.search(unit) else None


def _spoken(whole: str, unit: str) -> Digits | None:
    """`30块5毛`, `30块5`, `30元零5分`, `3块半`, `5毛5`."""
    if found := JIAO_AND_FEN.fullmatch(unit):
        return Digits(whole + found[1], 2)
    found = YUAN_AND_MORE.fullmatch(unit)
    if not found:
        return None
    jiao, fen, only_fen, digits, half = found.groups()
    if jiao:
        return Digits(whole + jiao + (fen or "0"), 2)
    return Digits(whole + ("5" if half else digits or only_fen.zfill(2)), len("5" if half else digits or "00"))
