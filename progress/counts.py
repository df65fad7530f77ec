"""How many people, by village: registered, started, trained, passed, completed. Defined word by word in docs/counts.md.

Reading only. A person is counted in the village where she lived when she enrolled; a village that became part of
another is counted there. So each person is in one village, and villages add up to townships and counties, but courses
never to "all courses": that is a count of its own (`EVERY_COURSE`).
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from progress.models import EVERY_COURSE, Enrolment, LessonCompletion
from villages.codes import last_under
from villages.models import Division
from villages.selectors import current_codes


class Period(NamedTuple):
    """Days in China, the first and the last included."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True)
class Tally:
    """Numbers of people in one place. The two of the rate reach from the beginning to the end of the period."""

    registered: int = 0
    started: int = 0
    trained: int = 0
    passed: int = 0
    completed: int = 0
    registered_till: int = 0
    completed_till: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in MEASURES))

    @property
    def nobody(self) -> bool:
        """Not one person, by any measure, up to the end of the period."""
        return not any(getattr(self, name) for name in MEASURES)


MEASURES = tuple(field.name for field in fields(Tally))
EARLIEST_DAY = datetime.date(2000, 1, 1)
FIRSTS = ("registered", "started", "passed", "completed")
RATE = ("registered", "completed")


class Week(NamedTuple):
    """Days from Monday to Sunday, cut at the ends of the period."""

    first: datetime.date
    registered: int
    completed: int


class CountedVillages:
    """The places whose people are counted under a code: those that lie in it, and those that became part of it.

    A place that lay here by its code, and is part of one elsewhere today, is counted there.
    """

    def __init__(self, code: str) -> None:
        merged = current_codes()
        gone = [old for old, now in merged.items() if old.startswith(code) and not now.startswith(code)]
        come = [old for old, now in merged.items() if now.startswith(code) and not old.startswith(code)]
        inside = Q(code__gte=code, code__lte=last_under(code)) & ~Q(code__in=gone) | Q(code__in=come)
        self.rows = Division.everything.filter(inside).order_by()
        self._today = {pk: merged.get(old, old) for pk, old in self.rows.values_list("pk", "code")}

    def today(self, pk: int) -> str:
        """The code of the village that a place is part of today."""
        return self._today[pk]

    def enrolments(self, course_key: UUID = EVERY_COURSE) -> QuerySet[Enrolment]:
        """One row for each person who is counted here."""
        return Enrolment.objects.filter(course_key=course_key, village__in=self.rows.values("pk")).order_by()


def counts_by_village(villages: CountedVillages, period: Period, course_key: UUID = EVERY_COURSE) -> dict[str, Tally]:
    """For each village where anybody is counted: its code today → numbers. Two queries."""
    enrolments = villages.enrolments(course_key)
    found: dict[str, Tally] = defaultdict(Tally)
    for row in _firsts(enrolments, period):
        found[villages.today(row.pop("village"))] += Tally(**row)
    for village, people in _trained(enrolments, period, course_key):
        found[villages.today(village)] += Tally(trained=people)
    return dict(found)


def summed(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def rolled_up(counts: dict[str, Tally], length: int) -> dict[str, Tally]:
    """The numbers of villages added up under the first digits of their codes."""
    found: dict[str, Tally] = defaultdict(Tally)
    for code, tally in counts.items():
        found[code[:length]] += tally
    return dict(found)


def counts_by_week(villages: CountedVillages, period: Period, course_key: UUID = EVERY_COURSE) -> list[Week]:
    """Registered and completed in each week, weeks with nobody too. Sums equal the period's numbers. Two queries."""
    enrolments = villages.enrolments(course_key)
    registered = _by_monday(enrolments, "registered_on", period)
    completed = _by_monday(enrolments, "completed_on", period)
    monday, weeks = _monday(period.first), []
    while monday <= period.last:
        weeks.append(Week(max(monday, period.first), registered[monday], completed[monday]))
        monday += datetime.timedelta(days=7)
    return weeks


def lessons_in(period: Period, course_key: UUID = EVERY_COURSE) -> QuerySet[LessonCompletion]:
    """The completed lessons that make a person trained in a period."""
    lessons = LessonCompletion.objects.filter(completed_on__range=period)
    return lessons if course_key == EVERY_COURSE else lessons.filter(course_key=course_key)


def _firsts(enrolments: QuerySet[Enrolment], period: Period) -> QuerySet:
    """Each measure on its own day: who registers in March and completes in April is once in each of the two."""
    within = {name: Count("pk", filter=Q(**{f"{name}_on__range": period})) for name in FIRSTS}
    till = {f"{name}_till": Count("pk", filter=Q(**{f"{name}_on__lte": period.last})) for name in RATE}
    return enrolments.values("village").annotate(**within, **till)


def _trained(enrolments: QuerySet[Enrolment], period: Period, course_key: UUID) -> QuerySet:
    """No first, so it is asked anew for each period."""
    lessons = lessons_in(period, course_key).filter(trainee=OuterRef("trainee"))
    ends = Q(first_lesson_on__range=period) | Q(last_lesson_on__range=period)
    around = Q(first_lesson_on__lt=period.first, last_lesson_on__gt=period.last)  # only here must the lessons tell
    people = enrolments.filter(ends | around & Q(Exists(lessons))).values("village").annotate(people=Count("pk"))
    return people.values_list("village", "people")


def _by_monday(enrolments: QuerySet[Enrolment], day: str, period: Period) -> Counter:
    found: Counter = Counter()
    rows = enrolments.filter(**{f"{day}__range": period}).values(day).annotate(people=Count("pk"))
    for first, people in rows.values_list(day, "people"):
        found[_monday(first)] += people
    return found


def _monday(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=day.weekday())
