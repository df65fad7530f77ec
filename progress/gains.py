"""What people knew before a course and what they know after it, by village. Defined in docs/counts.md. Reading only.

Only who did the test both times is counted. Before is her one try before the first lesson; after is her best in the
period. Averages of few people would tell what one of them knows: they are not told.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Max, QuerySet
from django.utils import timezone

from progress.counts import CountedVillages, Period
from progress.models import EVERY_COURSE, Attempt, Occasion

FEWEST = 5


@dataclass(frozen=True)
class Gain:
    """How many did it both times, and the sums of their shares of right answers."""

    people: int = 0
    before: Decimal = Decimal(0)
    after: Decimal = Decimal(0)

    def __add__(self, other: Gain) -> Gain:
        return Gain(self.people + other.people, self.before + other.before, self.after + other.after)

    @property
    def is_told(self) -> bool:
        return self.people >= FEWEST

    @property
    def averages(self) -> tuple[int, int]:
        """Whole hundredths, before and after."""
        return round(self.before * 100 / self.people), round(self.after * 100 / self.people)


def gains_by_village(villages: CountedVillages, period: Period, course_key: UUID = EVERY_COURSE) -> dict[str, Gain]:
    """For each village where somebody did a test both times: its code today → people and shares. Three queries.

    Over all courses a person counts once, in the course where she gained the most.
    """
    enrolments = villages.enrolments(course_key)
    earlier = _tests(Occasion.BEFORE, course_key, enrolments)
    before = _shares(earlier)
    if not before:
        return {}
    later = _tests(Occasion.AFTER, course_key, enrolments).filter(trainee__in=earlier.values("trainee"))
    after = _shares(later.filter(occurred_at__range=_moments(period)))
    both: dict[int, Gain] = {}
    for key in before.keys() & after.keys():
        gain, known = Gain(1, before[key], after[key]), both.get(key[0])
        if known is None or gain.after - gain.before > known.after - known.before:
            both[key[0]] = gain
    found: dict[str, Gain] = defaultdict(Gain)
    for trainee, village in enrolments.filter(trainee__in=both).values_list("trainee", "village"):
        found[villages.today(village)] += both[trainee]
    return dict(found)


def total_of(gains: Iterable[Gain]) -> Gain:
    return sum(gains, Gain())


def _tests(occasion: Occasion, course_key: UUID, enrolments: QuerySet) -> QuerySet[Attempt]:
    found = Attempt.objects.filter(occasion=occasion, late=False, trainee__in=enrolments.values("trainee"))
    return found if course_key == EVERY_COURSE else found.filter(course_key=course_key)


def _shares(tests: QuerySet[Attempt]) -> dict[tuple[int, UUID], Decimal]:
    best = tests.values("trainee", "quiz_key").annotate(best=Max("scaled")).order_by()
    return {(trainee, quiz): share for trainee, quiz, share in best.values_list("trainee", "quiz_key", "best")}


def _moments(period: Period) -> tuple[datetime.datetime, datetime.datetime]:
    """Days in China, the first and the last included."""
    first, last = (datetime.datetime.combine(day, datetime.time()) for day in period)
    end = last + datetime.timedelta(days=1, microseconds=-1)
    return timezone.make_aware(first), timezone.make_aware(end)
