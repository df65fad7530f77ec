"""Is an answer right? Pure: an edition's canonical JSON and answers in, marks out; no table is read.

The phone marks in exactly the same way (static/quizzes/marking.js): quizzes/marking_examples.json holds both to it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Any

from quizzes.numbers import read_number
from quizzes.words import folded

LONGEST_TEXT = 100
SCALED_TO = Decimal("0.00001")

Answer = str | list[str] | dict[str, str]


class BadResponse(Exception):
    """Responses that no form of ours sends. `code` says why, without repeating what was sent."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Marking:
    """The marks of one attempt. `right` has every question of the edition."""

    raw: Decimal
    max: Decimal
    scaled: Decimal
    passed: bool
    right: dict[str, bool]


def check_responses(canonical: dict, responses: Any) -> dict[str, Answer]:
    """Answers by question, as sent. Raises BadResponse; an answer that is only wrong or incomplete passes."""
    questions = {question["id"]: question for question in canonical["questions"]}
    answers: dict[str, Answer] = {}
    for response in _listed(responses):
        if not isinstance(response, dict) or response.keys() != {"question", "answer"}:
            raise BadResponse("shape")
        key = _text(response["question"])
        if key not in questions:
            raise BadResponse("unknown-question")
        if key in answers:
            raise BadResponse("doubled-question")
        answers[key] = CHECKS[questions[key]["kind"]](questions[key], response["answer"])
    return answers


def mark(canonical: dict, answers: dict[str, Answer]) -> Marking:
    """All or nothing for each question, with its weight, unless the edition counts parts.

    A question without an answer is wrong; so is one that has a part of its points.
    """
    right = {
        question["id"]: question["id"] in answers and RIGHT[question["kind"]](question, answers[question["id"]])
        for question in canonical["questions"]
    }
    weights = {question["id"]: Decimal(question["weight"]) for question in canonical["questions"]}
    raw = sum((weight for key, weight in weights.items() if right[key]), Decimal(0))
    if canonical.get("in_parts"):
        raw += sum(_part(question, answers) for question in canonical["questions"] if not right[question["id"]])
    most = sum(weights.values(), Decimal(0))
    scaled = (raw / most).quantize(SCALED_TO, ROUND_HALF_UP) if most else Decimal(0)
    # By multiplication: a third is no decimal, and a rounded share must not decide.
    passed = most > 0 and raw >= Decimal(canonical["pass_mark"]) * most
    return Marking(raw, most, scaled, passed, right)


def is_partly_right(canonical: dict, question: dict, answer: Answer | None) -> bool:
    """Whether an answer that is not right as a whole has a part of its points."""
    if not canonical.get("in_parts") or not answer or RIGHT[question["kind"]](question, answer):
        return False
    return _part(question, {question["id"]: answer}) > 0


def _listed(value: Any) -> list:
    if not isinstance(value, list):
        raise BadResponse("shape")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise BadResponse("shape")
    return value


def _one_of(options: list[str], value: Any) -> str:
    if _text(value) not in options:
        raise BadResponse("unknown-option")
    return value


def _several_of(options: list[str], value: Any) -> list[str]:
    chosen: list[str] = []
    for option in _listed(value):
        if _one_of(options, option) in chosen:
            raise BadResponse("doubled-option")
        chosen.append(option)
    return chosen


def _pairs_of(question: dict, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise BadResponse("shape")
    return {_one_of(question["left"], left): _one_of(question["right"], right) for left, right in value.items()}


CHECKS: dict[str, Callable[[dict, Any], Answer]] = {
    "single": lambda question, answer: _one_of(question["options"], answer),
    "multiple": lambda question, answer: _several_of(question["options"], answer),
    "truefalse": lambda question, answer: _one_of(["true", "false"], answer),
    "numeric": lambda question, answer: _text(answer),
    "ordering": lambda question, answer: _several_of(question["items"], answer),
    "matching": _pairs_of,
    "short": lambda question, answer: _text(answer),
}


PARTS: dict[str, Callable[[dict, Any], tuple[int, int]]] = {
    "multiple": lambda question, answer: (_hits(question, answer), len(question["right"])),
    "matching": lambda question, answer: (
        sum(question["pairs"][left] == right for left, right in answer.items()),
        len(question["pairs"]),
    ),
}


def _part(question: dict, answers: dict[str, Answer]) -> Decimal:
    """Of the points of a question that is not right as a whole, in thousandths, rounded up in her favour."""
    answer, part = answers.get(question["id"]), PARTS.get(question["kind"])
    done, whole = part(question, answer) if part and answer else (0, 0)
    thousandths = Decimal(question["weight"]) * 1000 * done / (whole or 1)
    return thousandths.to_integral_value(ROUND_CEILING) / 1000


def _hits(question: dict, answer: list[str]) -> int:
    """Right ticks less wrong ones, never below nothing: to tick all is worth no more than to guess."""
    right = sum(one in question["right"] for one in answer)
    return max(0, right - (len(answer) - right))


def _near_enough(question: dict, answer: str) -> bool:
    number, value, tolerance = read_number(answer), Decimal(question["value"]), Decimal(question["tolerance"])
    return number is not None and value - tolerance <= number <= value + tolerance


def accepted_answer(question: dict, answer: str) -> str:
    """The id of the accepted answer that this is; empty if it is none. The id itself is how a right one is kept."""
    said = folded(answer)
    return next((key for key, text in question["accepted"].items() if answer == key or (said and said == text)), "")


RIGHT: dict[str, Callable[[dict, Any], bool]] = {
    "single": lambda question, answer: answer in question["right"],
    "multiple": lambda question, answer: bool(answer) and set(answer) == set(question["right"]),
    "truefalse": lambda question, answer: answer == question["right"],
    "numeric": _near_enough,
    "ordering": lambda question, answer: bool(answer) and answer in question["orders"],
    "matching": lambda question, answer: bool(answer) and answer == question["pairs"],
    "short": lambda question, answer: bool(accepted_answer(question, answer)),
}
