"""Answers as they are kept: ids and numbers, never a text that somebody typed."""

from quizzes.grading import Answer
from quizzes.numbers import read_number

UNREADABLE = "?"


def as_kept(canonical: dict, answers: dict[str, Answer]) -> list[dict]:
    """The responses of an attempt in the form of docs/events.md, with numbers as they were read."""
    kinds = {question["id"]: question["kind"] for question in canonical["questions"]}
    return [{"question": key, "answer": _kept(kinds[key], answer)} for key, answer in answers.items()]


def chosen_text(kind: str, answer: Answer | None) -> str:
    """One answer as a short text that is the same for the same choice, for counting; empty when there is none."""
    if not answer:
        return ""
    if isinstance(answer, dict):
        return " ".join(f"{left}:{right}" for left, right in sorted(answer.items()))
    if isinstance(answer, list):
        return " ".join(answer if kind == "ordering" else sorted(answer))
    return str(_kept(kind, answer))


def _kept(kind: str, answer: Answer) -> Answer:
    if kind != "numeric":
        return answer
    number = read_number(str(answer))
    return UNREADABLE if number is None else f"{number.normalize():f}"
