"""The villages of the term: a few large ones, many small ones, some where nobody has come yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from portal.demo.scenario.calendar import Term
from villages.models import Division

WITH_NOBODY = 0.06  # of the villages
HOME_OF_THE_CAST = "522731102213"  # Haohuahong: trainee Yang and trainee Wu live there


@dataclass(frozen=True)
class Settled:
    """The villages with their share of the people, and the days on which a class met in each."""

    villages: Sequence[Division]
    shares: Sequence[float]
    classes: dict[int, list[date]]

    def a_village(self, rng: Random) -> Division:
        return rng.choices(self.villages, cum_weights=self.shares)[0]


def settled(villages: Sequence[Division], term: Term, rng: Random) -> Settled:
    """Drawn in the order of the villages' codes, so the same on every machine."""
    others = [village for village in villages if village.code != HOME_OF_THE_CAST]
    empty = {village.pk for village in rng.sample(others, round(len(others) * WITH_NOBODY))}
    shares = [0.0 if village.pk in empty else rng.lognormvariate(0, 0.75) for village in villages]
    classes = {village.pk: term.some_days(rng, rng.randint(1, 4)) for village in villages}
    return Settled(villages, list(accumulate(shares)), classes)
