"""One cell of a roster, cleaned; or a sentence for whoever filled it in."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from trainees.ages import is_too_young
from trainees.models import AgeBand, Gender, Person, Schooling
from trainees.names import BadName, cleaned_name
from trainees.numbers import trainee_number
from trainees.phone_numbers import cleaned_number
from trainees.register.ages import NoAge, TooYoung, age_on, band_at, band_of
from trainees.register.id_numbers import birth_of, is_id_number

LONGEST = 2000  # a cell that is longer is not even looked through
AS_TEXT = re.compile(r'="(\d+)"')
SHORTENED = re.compile(r"(\d)(?:\.(\d+))?[eE]\+?(\d{1,3})")
OLD_ID = re.compile(r"[1-9]\d{14}", re.ASCII)
TAIL = re.compile(r"\.0+\Z")
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # come along with a number copied on a phone
TWO_NUMBERS = re.compile(r"(?<!\d)(?:\+?86)?1\d{10}\D{1,9}1\d{10}(?!\d)", re.ASCII)
DASHES = re.compile(r"[-–—/\\]{1,4}")
SCHOOL_TAIL = re.compile(r"(?:文化)?(?:在读|毕业|肄业|结业)?\Z")
PEOPLES = re.compile(
    "(?:汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳"
    "|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒"
    "|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)"
)
NONE = {"无", "没有", "none", "no", "-", "/", "—", "——"}
YES = {"是", "√", "✓", "1", "y", "yes", "true", "有"}
NO = {"否", "×", "不是", "0", "n", "no", "false", "无", "没有"}
SAME = {"是", "同一人", "同一个人", "同一个", "same", "sameperson", "yes"}
OTHER = {"否", "不是", "另一人", "另一个人", "不是同一人", "不同的人", "other", "another", "anotherperson", "no"}
GENDERS = {"女": Gender.FEMALE, "female": Gender.FEMALE, "f": Gender.FEMALE, "女性": Gender.FEMALE} | {
    "男": Gender.MALE,
    "male": Gender.MALE,
    "m": Gender.MALE,
    "男性": Gender.MALE,
}
SCHOOLINGS = {
    Schooling.NONE: "文盲|半文盲|文盲或半文盲|未上学|没上过学|不识字|no schooling|none",
    Schooling.PRIMARY: "小学|小学及以下|primary school|primary",
    Schooling.MIDDLE: "初中|初级中学|中学|middle school|middle",
    Schooling.HIGH: "高中|普通高中|中专|中等专科|职高|职业高中|技校|高中/中专|高中或中专|中职"
    "|high or vocational school|high school|high",
    Schooling.COLLEGE: "大专|专科|高职|大学专科|大学大专|college",
    Schooling.UNIVERSITY: "本科|大学|大学本科|研究生|硕士|博士|本科及以上|university or more|university",
}
SCHOOLED = {word: key for key, words in SCHOOLINGS.items() for word in words.split("|")}
BETWEEN = set(" ·•.,，、-–/()（）#:：'’&+")


class BadCell(Exception):
    """`sentence` says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def plain(text: str) -> str:
    """The cell as it was meant: half width, without the tricks by which people keep Excel from counting."""
    if len(text) > LONGEST:
        raise BadCell(_("This cell is far too long. Shorten it."))
    text = to_halfwidth(text).strip().lstrip("'’‘`").strip()
    if found := AS_TEXT.fullmatch(text):
        return found[1]
    if text.startswith("="):
        raise BadCell(_("This is a formula. Copy the column and paste it as values."))
    return text


def written_out(text: str) -> str:
    """`1.3700000001E+10` as it was typed; what has lost digits stays as it is."""
    found = SHORTENED.fullmatch(text)
    return f"{found[1]}{found[2]}" if found and len(found[2] or "") == int(found[3]) > 0 else text


def name(text: str) -> str:
    try:
        return cleaned_name(text)
    except BadName as bad:
        raise BadCell(_bad_name(bad.reason)) from None


def phone(text: str) -> str:
    """Eleven digits; empty for somebody who has none."""
    if text.lower() in NONE:
        return ""
    text = written_out(UNSEEN.sub("", text))
    if TWO_NUMBERS.search(text):
        raise BadCell(_("Two numbers stand here. Write only one, the one that she answers."))
    if SHORTENED.fullmatch(text):
        raise BadCell(_("Excel has shortened this number. Format the column as text and type the number again."))
    number = cleaned_number(TAIL.sub("", text))
    if number is None:
        raise BadCell(
            _("This is no mobile number. It has eleven digits and begins with 1; leave it empty if she has none.")
        )
    return number


def id_number(text: str, today: datetime.date) -> str:
    number = re.sub(r"[\s\-]", "", text).upper()
    if OLD_ID.fullmatch(number):
        raise BadCell(_("This is an old number of fifteen digits. Write the new one of eighteen, from the card."))
    if SHORTENED.fullmatch(number) or (number.endswith("000") and not is_id_number(number)):
        raise BadCell(_("Excel has damaged this number. Format the column as text and type it again."))
    if not is_id_number(number):
        raise BadCell(_("This is no ID number: its eighteen digits do not belong together. Compare it with the card."))
    born = birth_of(number)
    _band(lambda: band_at(age_on(born, today)) if born else "")
    return number


def age(text: str, today: datetime.date) -> str:
    return _band(lambda: band_of(text.removesuffix(".0"), today))


def birth(text: str, today: datetime.date) -> str:
    """`05/06/1980` is two days, so it is none."""
    return _band(lambda: band_of(text.removesuffix(".0"), today), _("Write the year first, like 1980-06-05 or 1980."))


def gender(text: str) -> str:
    return _chosen(GENDERS, text, _("Write 女 or 男."))


def schooling(text: str) -> str:
    text = text.strip().lower()
    text = text if text in SCHOOLED else SCHOOL_TAIL.sub("", text)
    return _chosen(SCHOOLED, text, _("Write one of: %(words)s.") % {"words": "文盲、小学、初中、高中、大专、本科"})


def ethnicity(text: str, longest: int) -> str:
    """`布依` is `布依族`: one people is one column of a table."""
    said = words(text, longest)
    return f"{said}族" if PEOPLES.fullmatch(said) else said


def yes(text: str) -> bool:
    if text.lower() in YES | NO:
        return text.lower() in YES
    raise BadCell(_("Write 是 or 否."))


def answer(text: str) -> str:
    """`same` or `other`: what was said about somebody who may be in the register already."""
    said = text.replace(" ", "").lower()
    if said in SAME or said in OTHER:
        return "same" if said in SAME else "other"
    raise BadCell(_("Write 同一人 (same person) or 另一人 (another person)."))


def trainee(text: str) -> int:
    number = trainee_number(TAIL.sub("", text))
    if number is None:
        raise BadCell(_("A trainee's number looks like H-0012. Leave it empty for somebody new."))
    return number


def words(text: str, longest: int) -> str:
    """A few words: letters, digits and what stands between them."""
    said = " ".join(unicodedata.normalize("NFC", text).split())
    if not all(sign in BETWEEN or unicodedata.category(sign)[0] in "LMN" for sign in said):
        raise BadCell(_("There are signs here that belong to no word. Type it again."))
    if len(said) > longest:
        raise BadCell(_("At most %(many)s characters. Shorten it.") % {"many": longest})
    return said


def _band(read: Callable[[], str], sentence: str = "") -> str:
    try:
        band = read()
        if band == AgeBand.YOUTH and is_too_young(Person.Age.YOUTH):
            raise TooYoung
        return band
    except TooYoung:
        raise BadCell(_("She is too young to take part. Take her out of the file.")) from None
    except NoAge:
        none = _("This is no age. Write an age, a year of birth, or a band like 26-35.")
        raise BadCell(sentence or none) from None


def _chosen(known: dict, text: str, sentence: str) -> str:
    found = known.get(text.strip().lower())
    if found is None:
        raise BadCell(sentence)
    return str(found)


def _bad_name(reason: str) -> str:
    return {
        "empty": _("Write her name."),
        "long": _("A name has at most 30 characters. Shorten it."),
    }.get(reason, _("There are signs here that belong to no name. Type it again."))
