"""When people have time: the village year between Spring Festival, planting and harvest, and the hours of a day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate
from random import Random

from django.utils import timezone

# The first day of the year by the moon. Other years take the middle between the extremes.
SPRING_FESTIVAL = {
    2025: date(2025, 1, 29),
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
    2028: date(2028, 1, 26),
    2029: date(2029, 2, 13),
    2030: date(2030, 2, 3),
}
# From this day on (month, day), so much time in comparison with an ordinary day.
SEASONS = [
    ((1, 1), 0.9),
    ((3, 15), 1.0),
    ((4, 28), 0.35),  # rice seedlings are set out
    ((6, 5), 0.9),
    ((7, 10), 1.4),  # the quiet weeks of summer
    ((9, 5), 0.3),  # rice harvest
    ((10, 12), 1.0),
    ((11, 5), 1.2),  # oranges ripen, and everybody asks how to sell them
    ((12, 15), 0.8),
]


@dataclass(frozen=True)
class Term:
    """The first and the last day; the last is today."""

    first: date
    last: date

    @cached_property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]

    def some_days(self, rng: Random, how_many: int = 1) -> list[date]:
        """More often such on which people have time."""
        return rng.choices(self.days, cum_weights=self._time, k=how_many)

    @cached_property
    def _time(self) -> list[float]:
        return list(accumulate(free_time(day) for day in self.days))


def term_until(today: date) -> Term:
    """From January; in the first weeks of a year it began in January of the year before."""
    year = today.year if (today.month, today.day) >= (3, 1) else today.year - 1
    return Term(date(year, 1, 5), today)


def free_time(day: date) -> float:
    """How much time people have that day, in comparison with an ordinary one."""
    festival = SPRING_FESTIVAL.get(day.year, date(day.year, 2, 8))
    if timedelta(days=-4) <= day - festival <= timedelta(days=6):
        return 0.1
    if timedelta(days=6) < day - festival <= timedelta(days=30):
        return 1.6  # everybody is still at home, and the fields can wait
    weight = next(weight for start, weight in reversed(SEASONS) if (day.month, day.day) >= start)
    return weight * (1.2 if day.weekday() >= 5 else 1.0)


def at_leisure(day: date, rng: Random) -> datetime:
    """A moment of that day in China: after supper mostly, else the noon rest."""
    hour, minute = (20, 0) if rng.random() < 0.75 else (13, 0)
    begin = datetime.combine(day, time(hour, minute), timezone.get_default_timezone())
    return begin + timedelta(seconds=rng.triangular(-4200, 6000, 0))


def in_class(day: date, rng: Random) -> datetime:
    """A moment of the morning on which a class met at the service centre."""
    begin = datetime.combine(day, time(9, 30), timezone.get_default_timezone())
    return begin + timedelta(seconds=rng.uniform(0, 5400))
