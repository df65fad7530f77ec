"""The lines of a pasted text, without what Word and WPS hide in them."""

import re
from typing import NamedTuple

from quizzes.exchange.sizes import line_too_long, too_many_lines

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]|\\*\\*")
SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
LINE_END = re.compile("\r\n|\n|\r")
SOFT_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
TICKED_CHOICE = re.compile(r"[√✓✔☑*] ?(?=[A-JＡ-Ｊ] ?[．.、:：)）])")
CIRCLED_LETTER = re.compile("([Ⓐ-Ⓙⓐ-ⓙ])( ?(?=[^ Ⓐ-Ⓙⓐ-ⓙ、，,;；/。.．）)和及与或]))?")
ORNAMENTS = "★☆※◆◇▲▼ "
BULLET = re.compile(r"^[#>•●■◆*·-]+ (?=\S)")

NUMBERS_OF_ONE_SIGN = {
    **{0x2488 + place: f"{place + 1}." for place in range(20)},  # ⒈
    **{0x2474 + place: f"({place + 1})" for place in range(20)},  # ⑴
    **{0x3220 + place: f"({sign})" for place, sign in enumerate("一二三四五六七八九十")},  # ㈠
}

FURNITURE = [
    re.compile(r"第 ?[0-9０-９一二三四五六七八九十]+ ?页.{0,12}"),
    re.compile(r"[^。？?]{0,40} 第 ?[0-9０-９]+ ?页[ ,，（(]*共 ?[0-9０-９]+ ?页[)）]?.{0,20}"),
    re.compile(r"[-—–_ ]*[0-9]{1,3} ?/ ?[0-9]{1,3}[-—–_ ]*"),
    re.compile(r"[-—–]+ ?[0-9]{1,3} ?[-—–]+"),
    re.compile(r"(?:得 ?分|评 ?卷 ?人|阅 ?卷 ?人|总 ?分|题 ?号 ?总分|[|｜ ])+"),
    re.compile(r"[-—–=_＿*·.…~～ ]{2,}"),
    re.compile(r"[-—–_. ]*密[-—–_. ]*封[-—–_. ]*线[-—–_. ]*"),
    re.compile(r"[|｜][-—:： |｜]+"),
    re.compile(r"[（(【]?(?:完|全卷完|试卷结束|以下空白|转下页|接上页|密封线.{0,12})[)）】]?"),
    re.compile(r"[（(]?(?:注意|请)[^。？?]{0,30}(?:作答|填在|写在|打在|涂在|答题)[^？?]{0,20}[)）]?[。！]?"),
    re.compile(r"(?:(?:[命出审]题|制卷) ?人?[:：] ?[^ 。？?:：]{1,12} ?)+"),
    re.compile(r"[-—–*☆★ ]*祝.{0,12}[!！]?[-—–*☆★ ]*"),
]
TO_BE_FILLED_IN = re.compile(
    r"(?:姓 ?名|班 ?级|得 ?分|成 ?绩|单 ?位|学 ?号|日 ?期|电 ?话|村 ?组|乡 ?镇|村 ?名)[ :：]*(?:[_＿]|—{3}|—+ |—+$)"
)


LONGEST_LINE = 20_000
MOST_LINES = 50_000


class Line(NamedTuple):
    """`number` counts the lines of the file from 1; `after_gap` says that an empty line stands before it."""

    number: int
    text: str
    after_gap: bool
    is_abreast: bool = False


def lines_of(text: str) -> list[Line]:
    """Lines with something to read in them."""
    lines: list[Line] = []
    gap = True
    for number, raw in enumerate(LINE_END.split(text), start=1):
        for part in SOFT_BREAK.split(raw):
            bare = CIRCLED_LETTER.sub(_plain_letter, SPACES.sub(" ", INVISIBLE.sub("", part)).strip())
            said = cleaned(bare)
            if len(said) > LONGEST_LINE:
                raise line_too_long(number)
            if len(lines) > MOST_LINES:
                raise too_many_lines()
            if said and not is_furniture(bare) and not is_furniture(said):
                lines.append(Line(number, said, gap))
            gap = not said
    return lines


def _plain_letter(found: re.Match) -> str:
    """`Ⓑ晾干` is `B．晾干`; in `答案 Ⓑ` and `ⒶⒷ` it is the letter alone."""
    first = "Ⓐ" if found[1] < "ⓐ" else "ⓐ"
    return chr(ord("A") + ord(found[1]) - ord(first)) + ("．" if found[2] is not None else "")


def cleaned(bare: str) -> str:
    said = BULLET.sub("", bare).strip(ORNAMENTS)
    if ticked := TICKED_CHOICE.match(said):
        said = f"{said[ticked.end() :]} √"
    return NUMBERS_OF_ONE_SIGN.get(ord(said[0]), said[0]) + said[1:] if said else ""


def is_furniture(said: str) -> bool:
    """Page numbers, the line for her name, rules: no part of any question."""
    return len(said) < 200 and (any(kind.fullmatch(said) for kind in FURNITURE) or bool(TO_BE_FILLED_IN.match(said)))
