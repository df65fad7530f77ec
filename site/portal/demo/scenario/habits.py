"""How people differ: how far they get, how well they know it, how often they find the time."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random


@dataclass(frozen=True)
class Habit:
    """`lessons`: the fewest and the most that she means to do. `skill`: the share of questions that she gets right at
    first. `pause`: days between two sittings. `reads`: whether she looks at the cards before the quiz."""

    share: int
    lessons: tuple[int, int]
    skill: float = 0.8
    pause: float = 5
    reads: bool = True


EVERY_LESSON = (99, 99)
HABITS = {
    "signed up and never began": Habit(24, (0, 0)),
    "looked into it once": Habit(32, (1, 2), skill=0.66, pause=9),
    "paused": Habit(21, (2, 5), skill=0.7, pause=12),
    "goes on slowly": Habit(12, (4, 10), skill=0.76, pause=8),
    "knows much, does the quizzes first": Habit(3, (8, 40), skill=0.9, pause=3, reads=False),
    "finishes": Habit(8, EVERY_LESSON, skill=0.84, pause=3),
}
SHARES = list(accumulate(habit.share for habit in HABITS.values()))


def a_habit(rng: Random) -> Habit:
    return rng.choices(list(HABITS.values()), cum_weights=SHARES)[0]
