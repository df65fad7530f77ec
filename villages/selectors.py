"""Reading places. Every function gives places that were loaded to the end, with the place around them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from operator import attrgetter

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils import timezone

from foundation.hanzi import to_halfwidth
from villages.codes import last_under, unpadded
from villages.models import Division


def division_by_code(code: str) -> Division | None:
    """The place of a code in its short form or padded with zeros to twelve digits."""
    code = to_halfwidth(code).strip()
    found = {division.code: division for division in Division.objects.filter(code__in={code, unpadded(code)})}
    return found.get(code) or found.get(unpadded(code))


def divisions_under(prefix: str) -> QuerySet[Division]:
    """The place of this code and all that lies in it, ended ones too; everything for an empty prefix."""
    if not prefix:
        return Division.objects.all()
    return Division.objects.filter(code__gte=prefix, code__lte=last_under(prefix))


def valid_on(divisions: QuerySet[Division], day: datetime.date | None = None) -> QuerySet[Division]:
    """Those that exist on a day (today in China unless given). The day of an end still counts."""
    day = day or timezone.localdate()
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return divisions.filter(begun, Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def villages_under(prefix: str, day: datetime.date | None = None) -> QuerySet[Division]:
    """The villages that exist on a day in a province, prefecture, county or township."""
    return valid_on(divisions_under(prefix).filter(level=Division.Level.VILLAGE), day)


def children_of(division: Division, day: datetime.date | None = None) -> QuerySet[Division]:
    """The places right below one, that exist on a day."""
    return valid_on(Division.objects.filter(parent=division), day)


def matching(divisions: QuerySet[Division], text: str) -> QuerySet[Division]:
    """Those whose name or alias holds the text, or whose pinyin, initials or code begin with it; ended ones too.

    `好花红`, `haohuahong`, `hao hua hong`, `hhh` and `522731102213` all find the village.
    """
    text = to_halfwidth(text).strip()
    if not text:
        return divisions.none()
    if text.isascii() and text.isdigit():
        return divisions.filter(Q(code__startswith=unpadded(text)) | Q(name__contains=text))
    sound = "".join(text.lower().replace("ü", "v").replace("'", " ").split())
    if sound.isascii():
        return divisions.filter(Q(pinyin__startswith=sound) | Q(pinyin__contains=f" {sound}") | Q(name__icontains=text))
    return divisions.filter(Q(name__contains=text) | Q(aliases__contains=text) | Q(short_name__contains=text))


def villages_called(villages: QuerySet[Division], text: str) -> QuerySet[Division]:
    """Those that `matching` finds, who is called so exactly first; after them all of a township so called."""
    named = to_halfwidth(text).strip()
    found = matching(villages, text).order_by()
    townships = matching(Division.objects.filter(level=Division.Level.TOWNSHIP), text).order_by()
    itself_first = Case(
        When(Q(short_name=named) | Q(name=named), then=Value(0)),
        When(pk__in=found.values("pk"), then=Value(1)),
        default=Value(2),
    )
    return villages.filter(Q(pk__in=found.values("pk")) | Q(parent__in=townships)).order_by(itself_first, "code")


def current_codes(leaving_out: str = "") -> dict[str, str]:
    """For each place that became part of another: the code of the place that it is part of today. One query.

    A circle of successors has no end: its places stand for themselves. `leaving_out` is a code that is taken to have
    no successor.
    """
    merged = Division.objects.filter(successor__isnull=False).exclude(code=leaving_out).order_by()
    followed = dict(merged.values_list("code", "successor__code"))
    return {code: _end_of(code, followed) for code in followed}


def codes_today(*codes: str) -> set[str]:
    """Of the places that these are part of today: their codes, and those of all that became part of them. One query.

    Whoever looks for the people of a village looks here, for she may still stand under its old code.
    """
    current = current_codes()
    meant = {current.get(code, code) for code in codes}
    return meant.union(codes, (code for code, now in current.items() if now in meant))


def codes_that_came(divisions: QuerySet[Division]) -> list[str]:
    """The codes of places that became part of these. Two queries, however many these are."""
    current = current_codes()
    into = set(divisions.filter(code__in=set(current.values())).values_list("code", flat=True))
    return [code for code, now in current.items() if now in into]


def know_today(divisions: Iterable[Division]) -> None:
    """Fill `Division.today` of many at once: two queries, or none where no place of them became part of another."""
    merged = [one for one in divisions if one.successor_id is not None]
    if merged:
        current = current_codes()
        places = {one.code: one for one in Division.objects.filter(code__in={current[one.code] for one in merged})}
        for one in merged:
            one.today = places.get(current[one.code], one)


def places_today(divisions: Iterable[Division]) -> list[Division]:
    """What these places are part of today, each once, in the order of the codes. Each one's `today` is known then."""
    listed = list(divisions)
    know_today(listed)
    return sorted({one.today for one in listed}, key=attrgetter("code"))


def _end_of(code: str, followed: dict[str, str]) -> str:
    seen, last = {code}, code
    while last in followed:
        last = followed[last]
        if last in seen:
            return code
        seen.add(last)
    return last
