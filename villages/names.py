"""What people call a place, and what kind of place its name and code say it is."""

import re

from foundation.hanzi.pinyin import full_and_initials
from villages.codes import FULL_LENGTH

# The committee's title, and what stays of it in the name that people say.
COMMITTEES = (("村民委员会", "村"), ("村委会", "村"), ("居民委员会", ""), ("居委会", ""))
STANDS_ALONE = ("村", "社区", "嘎查", "队", "场", "区")
NEIGHBOURHOOD = "社区"
ONLY_A_NUMBER = re.compile(r"第?[一二三四五六七八九十〇百\d]*")
TOWNSHIP_KINDS = (
    ("街道", "street"),
    ("街道办事处", "street"),
    ("镇", "town"),
    ("乡", "township"),
    ("苏木", "township"),
)
VILLAGERS = ("村", "村民委员会", "村委会", "嘎查")
RESIDENTS = ("社区", "居民委员会", "居委会", "社区居委")
UPPER_KINDS = {2: "province", 4: "prefecture", 6: "county"}
LONGEST_PINYIN = 1000
ALIAS_BREAK = re.compile(r"[、,，;；\s]+")


def spoken_name(name: str) -> str:
    """The name without its committee: `好花红村村民委员会` gives `好花红村`, `高坪村委会` gives `高坪村`."""
    for title, rest in COMMITTEES:
        place = name.removesuffix(title)
        if place not in ("", name):
            return place if place.endswith(STANDS_ALONE) else place + rest
    return name


def short_name(name: str) -> str:
    """What a list shows: `凤山社区居民委员会` gives `凤山`, `好花红村村民委员会` gives `好花红村`.

    Where next to nothing would be left (`第一社区`, `六居委会`) the name keeps what makes it a name.
    """
    spoken = spoken_name(name)
    for candidate in (spoken.removesuffix(NEIGHBOURHOOD), spoken):
        if len(candidate) > 1 and not ONLY_A_NUMBER.fullmatch(candidate):
            return candidate
    return name


def kind_of(code: str, name: str) -> str:
    """One of `Division.Kind`. The name decides; where it does not say, the digits of the code do."""
    if len(code) in UPPER_KINDS:
        return UPPER_KINDS[len(code)]
    return _village_kind(code, name) if len(code) == FULL_LENGTH else _township_kind(name)


def _township_kind(name: str) -> str:
    return next((kind for tail, kind in TOWNSHIP_KINDS if name.endswith(tail)), "special")


def _village_kind(code: str, name: str) -> str:
    if name.endswith(VILLAGERS):
        return "villagers"
    if name.endswith(RESIDENTS):
        return "residents"
    return {"0": "residents", "1": "residents", "2": "villagers", "3": "villagers"}.get(code[9], "other")


def split_aliases(text: str) -> list[str]:
    """Other names, written with any usual sign between them, each once, in the order given."""
    return list(dict.fromkeys(word for word in ALIAS_BREAK.split(text) if word))


def join_aliases(text: str) -> str:
    return "、".join(split_aliases(text))


def with_old_name(aliases: str, old: str) -> str:
    """The other names of a place that was called so until today: people go on calling it that."""
    return join_aliases(f"{aliases}、{spoken_name(old)}")


def pinyin_words(name: str, aliases: str = "") -> str:
    """What a place is found by when typed in Latin letters: `fengshanshequ fssq`, then the same of each other name."""
    names = [spoken_name(name), *split_aliases(aliases)]
    return " ".join(word for each in names for word in full_and_initials(each) if word)[:LONGEST_PINYIN]
