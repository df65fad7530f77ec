"""Answers as they are kept: ids and numbers, never a text that somebody typed."""

from quizzes.grading import Answer, accepted_answer
from quizzes.numbers import read_number

UNREADABLE = "?"


def as_kept(canonical: dict, answers: dict[str, Answer]) -> list[dict]:
    """The responses of an attempt in the form of docs/events.md: numbers as they were read, words as what they are.

    What is kept is marked like what was sent, and kept again it is the same.
    """
    questions = {question["id"]: question for question in canonical["questions"]}
    return [{"question": key, "answer": _kept(questions[key], answer)} for key, answer in answers.items()]


def chosen_text(question: dict, answer: Answer | None) -> str:
    """One answer as a short text that is the same for the same choice, for counting; empty when there is none."""
    if not answer:
        return ""
    if isinstance(answer, dict):
        return " ".join(f"{left}:{right}" for left, right in sorted(answer.items()))
    if isinstance(answer, list):
        return " ".join(answer if question["kind"] == "ordering" else sorted(answer))
    return str(_kept(question, answer))


def answer_in(kind: str, chosen: str) -> Answer:
    """The answer that `chosen_text` made this of."""
    if kind == "matching":
        return dict(pair.split(":", 1) for pair in chosen.split())
    return chosen.split() if kind in ("multiple", "ordering") else chosen


def _kept(question: dict, answer: Answer) -> Answer:
    if question["kind"] == "short":
        return accepted_answer(question, str(answer)) or UNREADABLE
    if question["kind"] != "numeric":
        return answer
    number = read_number(str(answer))
    return UNREADABLE if number is None else f"{number.normalize():f}"
