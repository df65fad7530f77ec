"""How many people of each village belong to which group, by the register; and what of it the months have shown.

`groupings_of` counts, for the month that is stored: whoever shows numbers to people takes `told_of`.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from progress.counts import CountedVillages
from progress.models import GroupMonth
from progress.small_cells import LEAST, Row, added
from progress.small_changes import COUNTY, OTHERS, TOWNSHIP, Told
from trainees.models import Trainee
from trainees.models.register import AgeBand, Category, CategoryMembership, Gender, Schooling
from villages.selectors import current_codes

INSIDE = "in"
CATEGORY = "category:"
WORDS = {"gender": Gender, "age_band": AgeBand, "ethnicity": None, "schooling": Schooling}
Groups = dict[str, Counter[str]]


@dataclass(frozen=True)
class Grouping:
    """One table: the keys of its columns, and for each village (its code today) the numbers in their order."""

    subject: str
    columns: tuple[str, ...]
    rows: Mapping[str, Row]

    @property
    def is_category(self) -> bool:
        return self.subject.startswith(CATEGORY)


@dataclass
class ToldMonths:
    """What was told on one question, the oldest month first, by codes of today."""

    title: str
    words: Mapping[str, str]
    months: list[tuple[GroupMonth, Told]] = field(default_factory=list)

    def heading(self, column: str) -> str:
        if column == OTHERS:
            return _("all others") if INSIDE in self.words else _("others, or not known")
        return self.words.get(column, column)


def counties_with_people() -> set[str]:
    now = current_codes()
    codes = Trainee.objects.filter(person__isnull=False, merged_into=None).order_by()
    villages = codes.values_list("village__code", flat=True).distinct()
    return {now.get(code, code)[:COUNTY] for code in villages}


def groupings_of(county: str, day: datetime.date) -> list[Grouping]:
    """Each question that the register answers, and each category in use. Two queries and one for each of them."""
    villages = CountedVillages(county)
    people = Trainee.objects.filter(village__in=villages.rows.values("pk"), person__isnull=False, merged_into=None)
    people = people.filter(
        joined_at__lt=timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
    ).order_by()
    found = [_by_entry(villages, people, subject) for subject in WORDS]
    return found + [_by_category(villages, people, one, day) for one in _categories(day)]


def told_of(county: str) -> dict[str, ToldMonths]:
    """By question, in the order of the tables; a category only while it is in use. Three queries."""
    titles = {"gender": _("Gender"), "age_band": _("Age"), "ethnicity": _("Ethnicity"), "schooling": _("Schooling")}
    found = {subject: ToldMonths(title, _words(subject)) for subject, title in titles.items()}
    for one in _categories(timezone.localdate()):
        found[f"{CATEGORY}{one.key}"] = ToldMonths(str(one), {INSIDE: str(one)})
    now = current_codes()
    for month in GroupMonth.objects.filter(county=county, subject__in=found):
        found[month.subject].months.append((month, told_in(month, now)))
    return {subject: one for subject, one in found.items() if one.months}


def told_in(month: GroupMonth, now: Mapping[str, str]) -> Told:
    """By codes of today: a place that was shown and lies within other bounds now is told no more."""
    people: Counter[str] = Counter()
    for village, many in month.people.items():
        people[now.get(village, village)] += many
    rows = {place: tuple(row) for place, row in month.rows.items()}
    moved = {old: new for old, new in now.items() if month.people.get(old)}
    for old, new in moved.items():
        for size in (COUNTY, TOWNSHIP):
            if old[:size] != new[:size]:
                rows = {place: row for place, row in rows.items() if place not in (old[:size], new[:size])}
    for new in moved.values():
        together = [one for one, many in month.people.items() if many and now.get(one, one) == new]
        parts = [rows.pop(one, None) for one in together]
        known = [row for row in parts if row]
        if len(known) == len(together):
            rows[new] = added(known)
    return Told(tuple(month.columns), rows, people)


def _words(subject: str) -> dict[str, str]:
    """Ethnicity is as people write it."""
    choices = WORDS[subject]
    return {str(key): str(words) for key, words in choices.choices} if choices else {}


def _by_entry(villages: CountedVillages, people: QuerySet[Trainee], subject: str) -> Grouping:
    """Groups of fewer than five in the county, and people of whom it is not known, are one column together."""
    counted: Groups = {}
    rows = people.values("village", group=F(f"person__register_entry__{subject}")).annotate(many=Count("pk"))
    for row in rows:
        counted.setdefault(villages.today(row["village"]), Counter())[row["group"] or OTHERS] += row["many"]
    county = sum(counted.values(), Counter())
    known = list(_words(subject)) or sorted(county, key=lambda group: (-county[group], group))
    columns = [group for group in known if group and county[group] >= LEAST]
    return Grouping(subject, (*columns, OTHERS), {code: _row(groups, columns) for code, groups in counted.items()})


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
    return Grouping(f"{CATEGORY}{category.key}", (INSIDE, OTHERS), rows)


def _categories(day: datetime.date) -> list[Category]:
    return list(_in_force(Category.objects.filter(in_use=True), day))


def _in_force(rows: QuerySet, day: datetime.date) -> QuerySet:
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    return rows.filter(begun, Q(valid_to=None) | Q(valid_to__gte=day))
