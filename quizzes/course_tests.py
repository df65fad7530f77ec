"""The test of a course: a quiz that certifies. Its questions are drawn from a pool, its tries are counted.

Pure. The rules stand in an edition's `canonical` (docs/quiz-editions.md), so that they are those of the day that a try
was begun. A quiz without them teaches: it belongs to a lesson, and its key goes to the phone.
"""

from collections.abc import Collection
from dataclasses import dataclass
from random import Random
from typing import Any


@dataclass(frozen=True)
class RulesOfTest:
    """`tries` None: as often as she likes. `ask` None: the whole pool. `before`: it may also be done before the course.

    `tells_each_time`: which answers were right is said after every try, not only after the last.
    """

    tries: int | None
    ask: int | None
    grace_days: int
    before: bool
    tells_each_time: bool

    def said(self) -> dict[str, Any]:
        """As they stand in a canonical, without the tries, for which every edition has room."""
        asked = {"ask": self.ask} if self.ask else {}
        return {**asked, "grace_days": self.grace_days, "before": self.before, "tells_each_time": self.tells_each_time}


def rules_in(canonical: dict) -> RulesOfTest | None:
    """None for a quiz that teaches."""
    said = canonical.get("test")
    if said is None:
        return None
    return RulesOfTest(canonical["tries"], said.get("ask"), said["grace_days"], said["before"], said["tells_each_time"])


def how_many_asked(canonical: dict) -> int:
    rules, pool = rules_in(canonical), len(canonical["questions"])
    return min(rules.ask, pool) if rules and rules.ask else pool


def drawn(canonical: dict, seen: Collection[str], chance: Random) -> list[str]:
    """Ids of the questions of one try, in the order that they are asked in: first those that she has not seen yet."""
    ids = [question["id"] for question in canonical["questions"]]
    chance.shuffle(ids)
    chosen = sorted(ids, key=lambda one: one in seen)[: how_many_asked(canonical)]
    chance.shuffle(chosen)
    return chosen


def narrowed(canonical: dict, ids: Collection[str]) -> dict:
    """With these questions alone, in this order: what one try is shown and marked by."""
    questions = {question["id"]: question for question in canonical["questions"]}
    return {**canonical, "questions": [questions[one] for one in ids]}
