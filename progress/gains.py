"""What people knew before a course and what they know after it, by village. Defined in docs/counts.md. Reading only.

Only who did the test both times is counted. Before is her one try before the first lesson; after is her best in the
period. Averages of few people would tell what one of them knows: they are not told.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Max, QuerySet
from django.utils import timezone

from progress.counts import CountedVillages, Period
from progress.models import EVERY_COURSE, Attempt, Occasion
from progress.selectors import before_learning
from villages.codes import parent_code

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
    tests = _tests(course_key, enrolments)
    earlier = before_learning(tests)
    before = _shares(earlier)
    if not before:
        return {}
    later = tests.filter(occasion=Occasion.AFTER, late=False, trainee__in=earlier.values("trainee"))
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


@dataclass(frozen=True)
class Place:
    """What is known of a place, and of how many people it could be worked out who is not told."""

    gain: Gain
    is_told: bool
    hidden: int


def places_with(gains: Mapping[str, Gain]) -> dict[str, Place]:
    """Every place in which somebody did it both times, from the villages up, by code.

    Told is what has people enough, unless taking away what is told below it would leave a few: then it is not told
    either, and those few stay hidden in what is above it.
    """
    found = {code: Place(gain, gain.is_told, 0 if gain.is_told else gain.people) for code, gain in gains.items()}
    below = dict(found)
    while below:
        around: dict[str, list[Place]] = defaultdict(list)
        for code, place in below.items():
            around[parent_code(code)].append(place)
        around.pop("", None)
        below = {code: _around(places) for code, places in around.items()}
        found |= below
    return found


def _around(places: Iterable[Place]) -> Place:
    gain = total_of(place.gain for place in places)
    hidden = sum(place.hidden for place in places)
    is_told = gain.is_told and not 0 < hidden < FEWEST
    return Place(gain, is_told, 0 if is_told else hidden)


def _tests(course_key: UUID, enrolments: QuerySet) -> QuerySet[Attempt]:
    found = Attempt.objects.filter(trainee__in=enrolments.values("trainee"))
    return found if course_key == EVERY_COURSE else found.filter(course_key=course_key)


def _shares(tests: QuerySet[Attempt]) -> dict[tuple[int, UUID], Decimal]:
    best = tests.values("trainee", "quiz_key").annotate(best=Max("scaled")).order_by()
    return {(trainee, quiz): share for trainee, quiz, share in best.values_list("trainee", "quiz_key", "best")}


def _moments(period: Period) -> tuple[datetime.datetime, datetime.datetime]:
    """Days in China, the first and the last included."""
    first, last = (datetime.datetime.combine(day, datetime.time()) for day in period)
    end = last + datetime.timedelta(days=1, microseconds=-1)
    return timezone.make_aware(first), timezone.make_aware(end)
