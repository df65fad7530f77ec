"""Which village a roster means: by its code, or by its name as people say it, with the township, old names too.

A form asks `villages.meaning`, which asks the database. A roster asks fifty thousand times, with a column for each part
of an address, and is answered from memory.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from trainees.register.cells import SHORTENED, BadCell
from villages.codes import unpadded
from villages.models import Division
from villages.names import spoken_name

LONGEST_NAME = 40
SPACE = re.compile(r"\s+")
VILLAGE_ENDS = ("社区", "村")
COUNTY_ENDS = ("县", "市", "区")
HERE = {"本县", "本市", "本区", "县内"}
BETWEEN = re.compile(r"[\s·•/\\、,;>|-]+")  # between the parts of an address
POST = re.compile(r"(?:委会|支部|副)*(?:主任|支书|书记|文书|会计|干部|委员)\Z")  # 好花红村村委会主任
TOWNSHIP_ENDS = ("街道办事处", "街道", "镇", "乡")
CODE_IN_TEXT = re.compile(r"(?<!\d)[1-9]\d{11}(?!\d)", re.ASCII)


class VillageNames:
    """The villages that a roster may name: those of one area that exist today.

    `named` are pairs: a village with its names and code, old ones too, and the village of today that they mean.
    `around` are the townships near by that are not hers: a line that names one is told so, and not to compare names.
    """

    def __init__(self, named: Iterable[tuple[Division, Division]], around: Iterable[Division] = ()) -> None:
        self.by_code: dict[str, Division] = {}
        self._by_name: dict[str, dict[int, Division]] = defaultdict(dict)
        self._townships: dict[str, set[int]] = defaultdict(set)
        self._counties: dict[str, set[int]] = defaultdict(set)
        self._kept: dict[tuple[str, ...], tuple[Division, str] | str] = {}
        for village, meaning in named:
            self._add(village, meaning)
        strange = [one for one in around if _bare(one.name, TOWNSHIP_ENDS) not in self._townships]
        said = {_bare(name, TOWNSHIP_ENDS) for one in strange for name in (one.name, one.short_name, *one.alias_list)}
        self._strange = said - set(self._townships)
        self._strange_in_full = tuple(_said(one.name) for one in strange)

    def meant(
        self, code: str, township: str, village: str, address: str = "", county: str = ""
    ) -> tuple[Division, str]:
        """The village, and what an address says beyond it (a hamlet). Raises BadCell."""
        asked = (code, township, village, address, county)
        if asked not in self._kept:
            self._kept[asked] = self._found(*asked)
        found = self._kept[asked]
        if isinstance(found, str):
            raise BadCell(found)
        return found

    def _found(self, code: str, township: str, village: str, address: str, county: str) -> tuple[Division, str] | str:
        within = self._in_county(county)
        if within == set():
            return _(
                "No village of this county is among those you bring people in for. Correct it, or delete the line."
            )
        if code and (wrong := self._wrong_code(code)):
            return wrong
        strange = bool(township) and self._is_strange(township)
        by_name = "" if strange else self._named(township, village, address, within)
        if not code:
            return by_name or self._nowhere(township, village or address, strange=strange)
        coded = self.by_code[_digits(code)]
        if (
            strange
            or (within and coded.parent_id not in within)
            or (isinstance(by_name, tuple) and by_name[0] != coded)
        ):
            return _("The code and the name of the village do not belong together. Correct one of them.")
        return coded, by_name[1] if isinstance(by_name, tuple) else ""

    def _is_strange(self, township: str) -> bool:
        """Whether a cell names a township of others, with its county before it or without, or one that nobody knows."""
        said = _said(township)
        counties = (f"{county}{end}" for county in self._counties for end in COUNTY_ENDS)
        bare = _bare(next((said.rpartition(one)[2] for one in counties if one in said), said), TOWNSHIP_ENDS)
        if bare in self._strange or said.endswith(self._strange_in_full):
            return True
        if said.startswith("本") or said.endswith(VILLAGE_ENDS):
            return False
        ours = self._townships if said.endswith(TOWNSHIP_ENDS) else self._counties
        return said.endswith(TOWNSHIP_ENDS + COUNTY_ENDS) and not any(name in said for name in ours)

    def _nowhere(self, township: str, village: str, *, strange: bool) -> str:
        said = _said(f"{township}{village}")
        if strange or any(name in said for name in self._strange_in_full):
            return _("This township is not among the places you answer for. Correct its name, or delete the line.")
        return _nowhere(village, township)

    def _wrong_code(self, code: str) -> str:
        if SHORTENED.fullmatch(code):
            return _("Excel has shortened this code. Format the column as text and type the number again.")
        if _digits(code) not in self.by_code:
            return _("No village of this code is among those you bring people in for. It has twelve digits.")
        return ""

    def _in_county(self, county: str) -> set[int] | None:
        """The townships of the county that a cell names, with its province or without; None for an empty one."""
        said = _said(county)
        if not said or said in HERE:
            return None
        return next((around for name, around in self._counties.items() if name in said), set())

    def _named(self, township: str, village: str, address: str, within: set[int] | None) -> tuple[Division, str] | str:
        """Empty when nothing is found; a sentence when it cannot be decided."""
        around = self._townships.get(_bare(township, TOWNSHIP_ENDS)) if township else None
        if within is not None:
            around = within if around is None else within & around
        if village and (found := self._of_name(village, around)):
            return (found[0], "") if len(found) == 1 else _several(village)
        for look in (self._in_text, self._leading):
            if meant := look(village, around) or look(f"{township}{address}", around):
                return meant
        return ""

    def _leading(self, text: str, around: set[int] | None) -> tuple[Division, str] | str:
        """`好花红村三组`: a whole name with 村 or 社区 at the beginning, the township left to the other column."""
        text = BETWEEN.sub("", to_halfwidth(text))
        for name in (f"{county}{end}" for county in self._counties for end in COUNTY_ENDS):
            text = text.rpartition(name)[2]
        for length in range(min(len(text), LONGEST_NAME), 2, -1):
            said = _said(text[:length])
            found = self._of_name(said, around) if said.endswith(VILLAGE_ENDS) else []
            if found:
                return (found[0], _beyond(text[length:])) if len(found) == 1 else _several(said)
        return ""

    def _of_name(self, village: str, around: set[int] | None) -> list[Division]:
        """By the name as it is said; else without 村 or 社区 at its end, which many leave out."""
        for name in (_said(village), _bare(village, VILLAGE_ENDS)):
            found = self._by_name.get(name, {}).values()
            near = [one for one in found if around is None or one.parent_id in around]
            if near:
                return near
        return []

    def _in_text(self, text: str, around: set[int] | None) -> tuple[Division, str] | str:
        """`好花红镇好花红村三组`: the longest name of a village right after that of its township."""
        text = BETWEEN.sub("", to_halfwidth(text))
        best: tuple[int, Division, str] | None = None
        for name, parents in self._townships.items():
            at = text.find(name) if len(name) > 1 else -1
            if at < 0:
                continue
            rest = _without_start(text[at + len(name) :], TOWNSHIP_ENDS)
            within = parents if around is None else parents & around
            for length in range(min(len(rest), LONGEST_NAME), 1, -1):
                found = [one for one in self._by_name.get(rest[:length], {}).values() if one.parent_id in within]
                if len(found) == 1 and (best is None or length > best[0]):
                    best = (length, found[0], _beyond(rest[length:]))
                    break
        return (best[1], best[2]) if best else ""

    def _add(self, village: Division, meaning: Division) -> None:
        self.by_code[village.code] = meaning
        for name in (village.name, village.short_name, *village.alias_list):
            self._by_name[_said(name)][meaning.pk] = meaning
            self._by_name[_bare(name, VILLAGE_ENDS)][meaning.pk] = meaning
        for around in filter(None, (village.parent, meaning.parent)):
            for name in (around.name, around.short_name, *around.alias_list):
                self._townships[_bare(name, TOWNSHIP_ENDS)].add(meaning.parent_id or 0)
            if county := around.parent:
                self._counties[_bare(county.name, COUNTY_ENDS)].add(meaning.parent_id or 0)


def code_in(text: str) -> str:
    """Twelve digits that stand somewhere in a cell."""
    found = CODE_IN_TEXT.search(text)
    return found[0] if found else ""


def _digits(code: str) -> str:
    return unpadded(code.removesuffix(".0").replace(" ", ""))


def _said(name: str) -> str:
    return spoken_name(SPACE.sub("", to_halfwidth(name)))


def _bare(name: str, ends: tuple[str, ...]) -> str:
    said = _said(name)
    return next((said.removesuffix(end) for end in ends if said.endswith(end) and len(said) > len(end) + 1), said)


def _without_start(text: str, starts: tuple[str, ...]) -> str:
    return next((text.removeprefix(start) for start in starts if text.startswith(start)), text)


def _beyond(text: str) -> str:
    """The hamlet in what follows the name of a village; a post in its committee is none."""
    return POST.sub("", _without_start(text, VILLAGE_ENDS))


def _several(village: str) -> str:
    return _("Several villages are called %(name)s. Write the township too, or the code.") % {"name": village[:20]}


def _nowhere(village: str, township: str) -> str:
    if not village:
        return _("The village is missing. Write its name with the township, or its code.")
    if township:
        return _("No village of this name in this township is among those you bring people in for. Compare both names.")
    return _("No village of this name is among those you bring people in for. Write the township too, or the code.")
