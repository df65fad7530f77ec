"""Where people may join: the counties whose villages have posters."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from trainees.models import VillageCode
from villages.codes import is_code, last_under
from villages.models import Division
from villages.selectors import valid_on, villages_called

COUNTY = 6
SHOWN = 60


def open_counties() -> QuerySet[Division]:
    """Counties that have a village with a code in force."""
    villages = VillageCode.objects.filter(revoked_at=None).order_by().values_list("village__code", flat=True)
    return Division.objects.filter(code__in={code[:COUNTY] for code in villages})


def open_villages() -> QuerySet[Division]:
    """The villages of today in those counties."""
    counties = list(open_counties().values_list("code", flat=True))
    if not counties:
        return Division.objects.none()
    inside = reduce(or_, (Q(code__gte=code, code__lte=last_under(code)) for code in counties))
    return valid_on(Division.objects.filter(inside, level=Division.Level.VILLAGE))


def open_village(code: str) -> Division | None:
    """The village of this code, if people may join there."""
    return open_villages().filter(code=code).first() if is_code(code) else None


def find_open_villages(text: str) -> list[Division]:
    """Villages by name, old name, pinyin or initials, then all those of a township so called; at most sixty."""
    return list(villages_called(open_villages(), text)[:SHOWN])
