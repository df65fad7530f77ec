"""Which place somebody means: every form that asks for one in writing asks here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from django.db.models import Q, QuerySet

from foundation.hanzi import to_halfwidth
from villages.codes import unpadded
from villages.models import Division
from villages.names import short_name
from villages.selectors import matching

LONGEST = 60
LISTED = 6
WITHIN_A_TOWNSHIP = re.compile(r"(.+?(?:街道办事处|街道|镇|乡))(.+)")


class NotMeant(Exception):
    """`reason` is `empty`, `unknown`, `many`, or `several`: then `places` are those that it may be."""

    def __init__(self, reason: str, places: Sequence[Division] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.places = list(places)


def place_meant(text: str, among: QuerySet[Division], *, listed: int = LISTED) -> Division:
    """The one of these places that is meant: by code, by name, or by anything by which `matching` finds it.

    Who is called so exactly goes before those whose names only hold it. `好花红镇 好花红村`, with or without the space,
    is looked for in that township alone. Raises NotMeant.
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
    around, name = _in_two(typed)
    if around:
        wider = Division.objects.filter(level__lt=Division.Level.VILLAGE)
        inside = among.filter(parent__in=matching(wider, around).order_by())
        yield inside.filter(_called(name))
        yield matching(inside, name)


def _called(name: str) -> Q:
    return Q(name=name) | Q(short_name__in={name, short_name(name)})


def _in_two(typed: str) -> tuple[str, str]:
    """A place and what it lies in. The syllables of pinyin have spaces between them, too: they are not taken apart."""
    if typed.isascii():
        return "", ""
    around, _space, name = typed.rpartition(" ")
    if around:
        return around.split()[-1], name
    found = WITHIN_A_TOWNSHIP.fullmatch(typed)
    return (found[1], found[2]) if found else ("", "")
