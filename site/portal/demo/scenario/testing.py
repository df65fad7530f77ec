"""How one made-up person does the test of the course: some before the first lesson, most at the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple
from uuid import UUID

from portal.demo.scenario.answering import answers_to
from progress.models import Occasion
from quizzes.course_tests import drawn, narrowed
from quizzes.models import QuizEdition

BEFORE_IT = 0.4  # of those who mean to learn
KNOWN_BEFORE = 0.3  # less than afterwards
COMES = 0.9  # of those who did every lesson
MOST = 3


class Sat(NamedTuple):
    """One try: what was drawn, what she answered, when. Its ticket is written before it arrives."""

    uuid: UUID
    occasion: Occasion
    number: int
    questions: list[str]
    begun_at: datetime
    handed_in_at: datetime
    responses: list[dict]


@dataclass
class Sittings:
    """The tries of one person. Its chance is its own: the rest of her story is the same with a test or without."""

    test: QuizEdition
    rng: Random
    skill: float

    def before(self, begins: datetime) -> Iterator[Sat]:
        if self.test.canonical["test"]["before"] and self.rng.random() < BEFORE_IT:
            yield self._sat(Occasion.BEFORE, 1, begins, self.skill - KNOWN_BEFORE)[0]

    def after(self, ends: datetime) -> Iterator[Sat]:
        if self.rng.random() > COMES:
            return
        skill = self.skill
        for number in range(1, min(MOST, self.test.canonical["tries"] or MOST) + 1):
            ends += timedelta(days=self.rng.randint(1, 4))
            sat, enough = self._sat(Occasion.AFTER, number, ends, skill)
            yield sat
            if enough:
                return
            skill = min(1.0, skill + 0.1)

    def _sat(self, occasion: Occasion, number: int, ends: datetime, skill: float) -> tuple[Sat, bool]:
        questions = drawn(self.test.canonical, (), self.rng)
        answers = answers_to(narrowed(self.test.canonical, questions), skill, self.rng)
        begun_at = ends - timedelta(minutes=self.rng.randint(8, 15))
        uuid = UUID(int=self.rng.getrandbits(128), version=4)
        return Sat(uuid, occasion, number, questions, begun_at, ends, answers.responses), answers.enough
