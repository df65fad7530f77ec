"""Ages as rosters give them, to a band. What it was read from is not kept."""

from __future__ import annotations

import datetime
import re

from trainees.models import AgeBand

BAND_STARTS = {
    16: AgeBand.YOUTH,
    18: AgeBand.TO_25,
    26: AgeBand.TO_35,
    36: AgeBand.TO_45,
    46: AgeBand.TO_55,
    56: AgeBand.TO_65,
    66: AgeBand.OLDER,
}
OLDEST = 120
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?:[ T]00:00(?::00)?)?")
DIGITS_OF_A_DAY = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})?")
YEAR = re.compile(r"((?:19|20)\d{2})年?生?")
AGE = re.compile(r"(\d{1,3})(?:岁|周岁)?")
BAND = re.compile(r"(\d{2})\s*[-–—~至到]\s*(\d{2})岁?")
OPEN_BAND = re.compile(r"(?:66\+|66岁?及?以上)")
HAN_DIGITS = dict(zip("零〇○一二三四五六七八九", "000123456789", strict=True))
HAN_NUMBER = re.compile(f"[{''.join(HAN_DIGITS)}十]+")
BESIDE = re.compile(r"\s+(?!\d\d:)|[.。]\Z")  # `1980 年 5 月`, `1980.5.3.`; the time after a day stays
# Excel counts days from here; a bare number between these two is such a day and no age.
EXCEL_BEGINS, FIRST_DAY, LAST_DAY = datetime.date(1899, 12, 30), 5000, 60000


class NoAge(Exception):
    """It says no age that a living person has."""


class TooYoung(Exception):
    """She is under sixteen."""


def band_of(text: str, today: datetime.date) -> str:
    """`26-35`, `31岁`, `1994`, `1994-05-03`, `1994/5/3`, `1994.5.3`, `1994年5月3日`, `19940503` and Excel's days.

    Also in Chinese numerals, and with blanks between.
    """
    text = with_digits(BESIDE.sub("", text))
    if OPEN_BAND.fullmatch(text):
        return AgeBand.OLDER
    if found := BAND.fullmatch(text):
        return _same_band(int(found[1]), int(found[2]))
    return band_at(_age(text, today))


def with_digits(text: str) -> str:
    """`一九八〇年十二月` gives `1980年12月`, `三十八` gives `38`; all else stays."""
    return HAN_NUMBER.sub(lambda found: _in_digits(found[0]), text)


def band_at(age: int) -> str:
    if not 0 <= age <= OLDEST:
        raise NoAge
    if age < min(BAND_STARTS):
        raise TooYoung
    return BAND_STARTS[max(start for start in BAND_STARTS if start <= age)]


def age_on(birth: datetime.date, today: datetime.date) -> int:
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def _in_digits(said: str) -> str:
    tens, ten, ones = said.partition("十")
    digits = "".join(HAN_DIGITS.get(sign, sign) for sign in (tens or "一") + (ones or "零") if ten) if ten else ""
    return digits or "".join(HAN_DIGITS[sign] for sign in said)


def _same_band(first: int, last: int) -> str:
    """A band of ours; one that reaches over two of ours says neither."""
    if band_at(first) != band_at(last):
        raise NoAge
    return band_at(first)


def _age(text: str, today: datetime.date) -> int:
    if found := YEAR.fullmatch(text):
        return today.year - int(found[1])
    if found := DAY.fullmatch(text) or DIGITS_OF_A_DAY.fullmatch(text):
        return age_on(_day(found[1], found[2], found[3] or "1"), today)
    if text.isascii() and text.isdigit() and FIRST_DAY <= int(text[:6]) <= LAST_DAY:
        return age_on(EXCEL_BEGINS + datetime.timedelta(days=int(text)), today)
    if found := AGE.fullmatch(text):
        return int(found[1])
    raise NoAge


def _day(year: str, month: str, day: str) -> datetime.date:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        raise NoAge from None
