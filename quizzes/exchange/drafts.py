"""A question on its way between a file and a quiz, whatever wrote it.

Every format is a module with `read(…) -> list[Draft | Refused]`, in the order of the file, and `write(drafts)`. A
question that cannot be read becomes a `Refused` in its place and never spoils its neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Literal

Kind = Literal[
    "single", "multiple", "truefalse", "numeric", "ordering", "matching", "short", "essay", "description", ""
]
"""Empty only in a `Refused`, where it could not be known."""

RIGHT, WRONG = Decimal(1), Decimal(0)

MOST_QUESTIONS = 500
LARGEST_TEXT = 5 * 1024 * 1024
LARGEST_WORKBOOK = 10 * 1024 * 1024


class FileRefused(Exception):
    """The file as a whole cannot be read; `sentence` says in the reader's language what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass
class Option:
    """`weight` is 1 for right, 0 for wrong, between them for partly right; below 0 it costs points."""

    text: str
    weight: Decimal = WRONG
    feedback: str = ""


@dataclass
class Answer:
    """What may be typed: a text, or a number from `low` to `high`."""

    value: str
    low: Decimal | None = None
    high: Decimal | None = None
    weight: Decimal = RIGHT
    feedback: str = ""


@dataclass
class Pair:
    left: str
    right: str


@dataclass
class Draft:
    """A question that could be read. `changes` says in sentences what is not as it stood in the file.

    An ordering question has its lines as `options`, in their right order; its `answers` are other orders that are
    right too, by the numbers of the lines: “2 1 3”. `unit` is said beside a number and need not be typed.
    One that `is_doubled` stands in the file before.
    """

    line: int
    kind: Kind
    name: str = ""
    prompt: str = ""
    options: list[Option] = field(default_factory=list)
    true: bool | None = None
    answers: list[Answer] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    explanation: str = ""
    changes: list[str] = field(default_factory=list)
    category: str = ""
    unit: str = ""
    is_doubled: bool = False


@dataclass
class Refused:
    """A question that could not be read: where, why (a sentence that says what to do), and what is known of it."""

    line: int
    reason: str
    kind: Kind = ""
    name: str = ""
    prompt: str = ""


def say_more(found: Draft | Refused, sentence: str) -> None:
    """What else must be known of a question."""
    if isinstance(found, Draft):
        found.changes.append(sentence)
    else:
        found.reason = one_after_the_other([found.reason, sentence])


def one_after_the_other(sentences: Sequence[str]) -> str:
    """English has a space between sentences, Chinese has none."""
    return "".join(f"{'' if said.endswith('。') else ' '}{after}" for said, after in pairwise(["。", *sentences]))


Parsed = Sequence[Draft | Refused]
