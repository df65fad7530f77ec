"""What one person's phone sends in the course of a term: visits, finished lessons, attempts, in sittings of an evening.

Pure: the same random numbers give the same events. Whatever would happen after the last day has not happened yet.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple
from uuid import UUID

from portal.demo.scenario.answering import answers_to
from portal.demo.scenario.calendar import at_leisure, free_time
from portal.demo.scenario.habits import Habit
from portal.demo.scenario.syllabus import Taught
from portal.demo.scenario.testing import Sat, Sittings
from progress.models import Kind
from quizzes.models import QuizEdition

TRIES = 4  # who has not passed by then does something else
GIVES_UP = 0.12
GOES_ON = 0.5  # with the next lesson in the same sitting
LOOKS_INTO = 0.2  # of the lessons are left on the way and taken up another evening


class Sent(NamedTuple):
    """One batch of a phone, and when it arrived."""

    received_at: datetime
    bodies: list[dict]


@dataclass
class Life:
    """One person from the moment of her first lesson until `until`, as long as there are lessons that she means to do.

    `remote`: no signal at home, so that a sitting is sent at the next one. `midway`: she stops in the middle of one.
    `sat` has what she did of the course's test, once `sent` is through.
    """

    rng: Random
    habit: Habit
    begins: datetime
    until: datetime
    language: str
    helped: bool = False
    remote: bool = False
    midway: bool = False
    sittings: Sittings | None = None
    sat: list[Sat] = field(init=False, default_factory=list)
    _now: datetime = field(init=False)
    _bodies: list[dict] = field(init=False, default_factory=list)

    def sent(self, lessons: Sequence[Taught]) -> Iterator[Sent]:
        self._now = self.begins
        if self.sittings and self.habit.lessons[1]:
            yield from self._tested(self.sittings.before(self.begins - timedelta(minutes=3)))
        last = self.rng.randint(*self.habit.lessons)
        for lesson in lessons[:last]:
            if self.habit.reads and self.rng.random() < LOOKS_INTO:
                self._look_into(lesson)
                yield from self._until_another_evening()
            self._learn(lesson)
            if self.rng.random() > GOES_ON:
                yield from self._until_another_evening()
        if self.midway and last < len(lessons):
            self._look_into(lessons[last])
        yield from self._sent_now()
        if self.sittings and last >= len(lessons):
            yield from self._tested(self.sittings.after(self._now))

    def _tested(self, sittings: Iterable[Sat]) -> Iterator[Sent]:
        """Each is sent by itself, for it is begun with a signal."""
        for sat in sittings:
            if self.sittings and sat.handed_in_at <= self.until:
                self.sat.append(sat)
                yield Sent(sat.handed_in_at + timedelta(seconds=1), [self._handed_in(sat, self.sittings.test)])

    def _handed_in(self, sat: Sat, test: QuizEdition) -> dict:
        payload = {"responses": sat.responses, "seconds": (sat.handed_in_at - sat.begun_at).seconds}
        return {
            "uuid": str(sat.uuid),
            "kind": Kind.ATTEMPT_SUBMITTED.value,
            "object": str(test.quiz_key),
            "edition": test.number,
            "at": sat.handed_in_at.isoformat(),
            "language": self.language,
            "helped": self.helped,
            "payload": payload,
        }

    def _look_into(self, lesson: Taught) -> None:
        position = self.rng.randint(1, max(1, len(lesson.cards) - 1))
        payload = {"card": lesson.cards[position - 1], "position": position, "seconds": self._takes(20 * position)}
        self._say(Kind.LESSON_LEFT, lesson.key, payload)

    def _learn(self, lesson: Taught) -> None:
        if self.habit.reads:
            self._say(Kind.LESSON_FINISHED, lesson.key, {"seconds": self._takes(270)})
        if lesson.quiz is None:
            return
        skill = self.habit.skill
        for _try in range(TRIES):
            answers = answers_to(lesson.quiz.canonical, skill, self.rng)
            payload = {"responses": answers.responses, "seconds": self._takes(100)}
            self._say(Kind.ATTEMPT_SUBMITTED, lesson.quiz.quiz_key, payload, edition=lesson.quiz.number)
            if answers.enough or self.rng.random() < GIVES_UP:
                return
            skill = min(1.0, skill + 0.12)  # she has read why

    def _takes(self, usual: int) -> int:
        """Seconds, which go by."""
        seconds = round(self.rng.triangular(usual * 0.4, usual * 2.5, usual))
        self._now += timedelta(seconds=seconds)
        return seconds

    def _say(self, kind: Kind, key: UUID, payload: dict, **more: object) -> None:
        body = {
            "uuid": str(UUID(int=self.rng.getrandbits(128), version=4)),
            "kind": kind.value,
            "object": str(key),
            "at": self._now.isoformat(),
            "language": self.language,
            "helped": self.helped,
            "payload": payload,
        }
        if self._now <= self.until:
            self._bodies.append(body | more)

    def _until_another_evening(self) -> Iterator[Sent]:
        """Days go by, more of them when there is work in the fields. What was done is sent, at once or then."""
        if not self.remote:
            yield from self._sent_now()
        day = self._now.date() + timedelta(days=1 + int(self.rng.expovariate(1 / self.habit.pause)))
        while day <= self.until.date() and self.rng.random() > free_time(day):
            day += timedelta(days=1 + int(self.rng.expovariate(1 / 3)))
        self._now = at_leisure(day, self.rng)
        if self.remote:
            yield from self._sent_now()

    def _sent_now(self) -> Iterator[Sent]:
        if self._bodies and self._now <= self.until:
            yield Sent(self._now + timedelta(seconds=1), self._bodies)
        self._bodies = []
