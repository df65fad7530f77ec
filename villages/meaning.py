"""Which place somebody means: every form that asks for one in writing asks here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from foundation.hanzi import to_halfwidth
from villages.codes import last_under, unpadded
from villages.models import Division
from villages.names import short_name
from villages.selectors import matching

LONGEST = 60
LISTED = 6
OFFICE = "办事处"  # of a street: the list of places calls it 涟江街道, its signboard 涟江街道办事处
WIDER = re.compile(r".+?(?:省|自治区|自治州|地区|市|自治县|县|(?<!社)区|旗|街道办事处|街道|镇|乡)")
DEEPEST = 4  # province, prefecture, county, township
ALIKE = 50


class NotMeant(Exception):
    """`reason` is `empty`, `unknown`, `many`, or `several`: then `places` are those that it may be."""

    def __init__(self, reason: str, places: Sequence[Division] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.places = list(places)


def place_meant(text: str, among: QuerySet[Division], *, listed: int = LISTED) -> Division:
    """The one of these places that is meant: by code, by name, or by anything by which `matching` finds it.

    Who is called so exactly goes before those whose names only hold it. `好花红镇 好花红村`, with or without the space
    and with the county in front, is looked for in that township alone. Raises NotMeant.
    """
    typed = " ".join(to_halfwidth(text.replace("\0", " ")).split())[:LONGEST]
    if not typed:
        raise NotMeant("empty")
    places = next(filter(None, (list(way.order_by("code")[: listed + 1]) for way in _ways(typed, among))), [])
    if len(places) == 1:
        return places[0]
    if len(places) > listed:
        raise NotMeant("many")
    raise NotMeant("several" if places else "unknown", places)


def _ways(typed: str, among: QuerySet[Division]) -> Iterator[QuerySet[Division]]:
    """How it may be meant, the likeliest first."""
    yield among.filter(Q(code__in={typed, unpadded(typed)}) | _called(typed))
    yield matching(among, typed)
    for around, name in _taken_apart(typed):
        inside = _lying_in(around, among)
        yield inside.filter(_called(name))
        yield matching(inside, name)


def _called(name: str) -> Q:
    return Q(name=name) | Q(short_name__in={name, short_name(name)})


def _taken_apart(typed: str) -> Iterator[tuple[list[str], str]]:
    """What it may lie in, the widest first, and its own name: as it is spaced, then by the words for kinds of places.

    The syllables of pinyin have spaces between them, too: they are not taken apart. A name may hold such a word
    itself (`好花红镇新镇村`), so fewer parts are tried after more.
    """
    if typed.isascii():
        return
    *around, name = typed.split()
    if around:
        yield around, name
    joined = typed.replace(" ", "")
    parts = WIDER.findall(joined)[:DEEPEST]
    for many in range(len(parts), 0, -1):
        if name := joined[len("".join(parts[:many])) :]:
            yield parts[:many], name


def _lying_in(around: list[str], among: QuerySet[Division]) -> QuerySet[Division]:
    """Those that lie in all of these; none where one of them is no place."""
    wider = Division.objects.filter(level__lt=Division.Level.VILLAGE)
    for place in around:
        found = matching(wider, place.removesuffix(OFFICE)).order_by("code").values_list("code", flat=True)
        below = [Q(code__gte=code, code__lte=last_under(code)) for code in found[:ALIKE]]
        among = among.filter(reduce(or_, below)) if below else among.none()
    return among
