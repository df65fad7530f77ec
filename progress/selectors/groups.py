"""How many people of each village belong to which group, by the register; of those who were there on its first day.

There is no other day to choose: two days close together would tell who came in between. What is corrected in the
register, moved or erased shows at once, and the page says so.
"""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from progress.counts import CountedVillages
from progress.small_cells import LEAST, Row
from trainees.models import Trainee
from trainees.models.register import AgeBand, Category, CategoryMembership, Gender, Schooling

OTHERS = ""
Counted = dict[str, Counter[str]]


@dataclass(frozen=True)
class Grouping:
    """One table: its columns in words, and for each village (its code today) the numbers in their order."""

    title: str
    columns: tuple[str, ...]
    rows: dict[str, Row]
    is_category: bool = False


def groupings_of(county: str) -> list[Grouping]:
    """Each question that the register answers, and each category in use. Two queries and one for each of them."""
    day = timezone.localdate().replace(day=1)
    villages = CountedVillages(county)
    people = Trainee.objects.filter(village__in=villages.rows.values("pk"), person__isnull=False, merged_into=None)
    people = people.filter(
        joined_at__lt=timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
    ).order_by()
    found = [_by_entry(villages, people, *asked) for asked in _asked()]
    return found + [_by_category(villages, people, one, day) for one in _categories(day)]


def _asked() -> list[tuple[str, str, dict[str, str]]]:
    """Title, field and known values; ethnicity is as people write it."""
    return [
        (_("Gender"), "gender", {str(key): str(words) for key, words in Gender.choices}),
        (_("Age"), "age_band", {str(key): str(words) for key, words in AgeBand.choices}),
        (_("Ethnicity"), "ethnicity", {}),
        (_("Schooling"), "schooling", {str(key): str(words) for key, words in Schooling.choices}),
    ]


def _by_entry(
    villages: CountedVillages, people: QuerySet[Trainee], title: str, field: str, words: dict[str, str]
) -> Grouping:
    """Groups of fewer than five in the county, and people of whom it is not known, are one column together."""
    counted: Counted = {}
    rows = people.values("village", group=F(f"person__register_entry__{field}")).annotate(many=Count("pk"))
    for row in rows:
        counted.setdefault(villages.today(row["village"]), Counter())[row["group"] or OTHERS] += row["many"]
    county = sum(counted.values(), Counter())
    known = list(words) or sorted(county, key=lambda group: (-county[group], group))
    columns = [group for group in known if group and county[group] >= LEAST]
    named = (*(words.get(group, group) for group in columns), _("others, or not known"))
    return Grouping(title, named, {code: _row(groups, columns) for code, groups in counted.items()})


def _row(groups: Counter[str], columns: list[str]) -> Row:
    cells = [groups[column] for column in columns]
    return (*cells, sum(groups.values()) - sum(cells))


def _by_category(
    villages: CountedVillages, people: QuerySet[Trainee], category: Category, day: datetime.date
) -> Grouping:
    """Those in a category, by themselves or with their household, and all others."""
    of_her = Q(person=OuterRef("person")) | Q(household=OuterRef("person__register_entry__household"))
    members = _in_force(CategoryMembership.objects.filter(of_her, category=category), day)
    rows: dict[str, Row] = {}
    inside = Count("pk", filter=Q(Exists(members)))
    for village, many, everybody in (
        people.values("village").annotate(inside=inside, many=Count("pk")).values_list("village", "inside", "many")
    ):
        before = rows.get(villages.today(village), (0, 0))
        rows[villages.today(village)] = (before[0] + many, before[1] + everybody - many)
    return Grouping(str(category), (str(category), _("all others")), rows, is_category=True)


def _categories(day: datetime.date) -> list[Category]:
    return list(_in_force(Category.objects.filter(in_use=True), day))


def _in_force(rows: QuerySet, day: datetime.date) -> QuerySet:
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    return rows.filter(begun, Q(valid_to=None) | Q(valid_to__gte=day))
