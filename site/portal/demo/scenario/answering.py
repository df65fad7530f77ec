"""Answers to the questions of an edition: right ones as people type them, wrong ones where people really go wrong.

Each question has one mistake that most fall for, fixed by its id, so that the statistics of a quiz show something.
"""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import NamedTuple

Question = dict
Answer = str | list[str] | dict[str, str]
FALL_FOR_IT = 0.7  # of those who are wrong
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


class Answers(NamedTuple):
    """What a phone sends for an attempt, and whether that will be enough."""

    responses: list[dict]
    enough: bool


def answers_to(canonical: dict, skill: float, rng: Random) -> Answers:
    """Those of somebody who gets `skill` of the questions right."""
    responses, right = [], 0
    for question in canonical["questions"]:
        knows = rng.random() < skill
        right += knows
        responses.append({"question": question["id"], "answer": _answer(question, knows, rng)})
    return Answers(responses, right >= Decimal(canonical["pass_mark"]) * len(responses))


def _answer(question: Question, right: bool, rng: Random) -> Answer:
    if right:
        return RIGHT[question["kind"]](question, rng)
    of_most = Random(question["id"])
    return WRONG[question["kind"]](question, of_most if rng.random() < FALL_FOR_IT else rng)


def _typed(question: Question, rng: Random) -> str:
    """With the unit or without it, sometimes in full-width digits."""
    text = question["value"] + ("元" if question["unit"] and rng.random() < 0.3 else "")
    return text.translate(FULL_WIDTH) if rng.random() < 0.1 else text


def _miscounted(question: Question, rng: Random) -> str:
    value, beside = Decimal(question["value"]), Decimal(question["tolerance"]) + 1
    return f"{rng.choice([value + beside, abs(value) * 2 + beside, abs(value) * 10 + beside]):f}"


def _other_option(question: Question, rng: Random) -> str:
    return rng.choice([option for option in question["options"] if option not in question["right"]])


def _one_too_few(question: Question, rng: Random) -> list[str]:
    left_out = rng.choice(question["right"])
    return [option for option in question["right"] if option != left_out]


def _swapped(ids: list[str], rng: Random) -> list[str]:
    place = rng.randrange(len(ids) - 1)
    return [*ids[:place], ids[place + 1], ids[place], *ids[place + 2 :]]


def _in_wrong_order(question: Question, rng: Random) -> list[str]:
    order = _swapped(question["orders"][0], rng)
    return order if order not in question["orders"] else question["orders"][0][::-1]


def _crossed(question: Question, rng: Random) -> dict[str, str]:
    rights = [question["pairs"][left] for left in question["left"]]
    crossed = _swapped(rights, rng)
    if crossed == rights:  # both have the same right side
        crossed = [*rights[1:], rights[0]]
    return dict(zip(question["left"], crossed, strict=True))


RIGHT: dict[str, Callable[[Question, Random], Answer]] = {
    "single": lambda question, rng: question["right"][0],
    "multiple": lambda question, rng: rng.sample(question["right"], len(question["right"])),
    "truefalse": lambda question, rng: question["right"],
    "numeric": _typed,
    "ordering": lambda question, rng: rng.choice(question["orders"]),
    "matching": lambda question, rng: question["pairs"],
    "short": lambda question, rng: rng.choice(list(question["accepted"].values())),
}
WRONG: dict[str, Callable[[Question, Random], Answer]] = {
    "single": _other_option,
    "multiple": _one_too_few,
    "truefalse": lambda question, rng: "false" if question["right"] == "true" else "true",
    "numeric": _miscounted,
    "ordering": _in_wrong_order,
    "matching": _crossed,
    "short": lambda question, rng: "不知道",
}
