"""Once a month the groups of each county are counted, and what may be shown of it is kept."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from progress.models import GroupMonth
from progress.selectors.groups import Grouping, counties_with_people, groupings_of, told_in
from progress.small_changes import Counted, Told, rows_to_show
from villages.models import Division
from villages.selectors import current_codes


def count_groups(*, day: datetime.date | None = None) -> int:
    """Of each county that has no such month yet; returns how many were counted. A second time finds none."""
    month = (day or timezone.localdate()).replace(day=1)
    there = set(GroupMonth.objects.filter(month__gte=month).order_by().values_list("county", flat=True).distinct())
    return sum(_count(county, month) for county in sorted(counties_with_people() - there))


def _count(county: str, month: datetime.date) -> bool:
    """Worked out before the pen is taken; who comes second finds it written."""
    rows = _rows(county, month)
    with transaction.atomic():
        # On SQLite the transaction has the only pen; elsewhere the county's row is what others wait for.
        list(Division.objects.select_for_update(no_key=True).filter(code=county).values_list("pk"))
        if GroupMonth.objects.filter(county=county, month__gte=month).exists():
            return False
        GroupMonth.objects.bulk_create(rows)
    return bool(rows)


def _rows(county: str, month: datetime.date) -> list[GroupMonth]:
    found = groupings_of(county, month)
    earlier = _earlier(county)
    categories = [one for one in found if one.is_category]
    families = [[one] for one in found if not one.is_category] + ([categories] if categories else [])
    return [row for family in families for row in _family(county, month, family, earlier)]


def _family(
    county: str, month: datetime.date, family: list[Grouping], earlier: dict[str, list[Told]]
) -> Iterable[GroupMonth]:
    tables = [Counted(one.columns, one.rows, earlier.get(one.subject, [])) for one in family]
    shown = rows_to_show(county, tables)
    for one, table in zip(family, tables, strict=True):
        told = table.told(shown)
        kept = {"columns": list(one.columns), "rows": told.rows, "people": told.people}
        yield GroupMonth(county=county, month=month, subject=one.subject, **kept)


def _earlier(county: str) -> dict[str, list[Told]]:
    """Months that showed nothing tell nothing."""
    now = current_codes()
    found: dict[str, list[Told]] = {}
    for month in GroupMonth.objects.filter(county=county).exclude(rows={}):
        found.setdefault(month.subject, []).append(told_in(month, now))
    return found
