"""An answered question as it is put before her: what she said in words, whether it was right, and why. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from progress.answers import UNREADABLE
from quizzes.grading import Answer, is_partly_right
from quizzes.selectors import ShownOption, ShownQuestion, ShownQuiz


@dataclass(frozen=True)
class JudgedQuestion:
    """`said` is her answer, a line each; `reasons` say why, never whether. `partly`: not right, and not for nothing."""

    question: ShownQuestion
    number: int
    right: bool
    partly: bool
    said: list[str]
    reasons: list[str]


def judged(shown: ShownQuiz, responses: list[dict], right: dict[str, bool]) -> list[JudgedQuestion]:
    answers = {response["question"]: response["answer"] for response in responses}
    canonical = shown.edition.canonical
    keys = {question["id"]: question for question in canonical["questions"]}
    return [
        JudgedQuestion(
            question=question,
            number=number,
            right=right.get(question.id, False),
            partly=not right.get(question.id)
            and is_partly_right(canonical, keys[question.id], answers.get(question.id)),
            said=_said(question, answers.get(question.id)),
            reasons=_reasons(question, answers.get(question.id)),
        )
        for number, question in enumerate(shown.questions, 1)
    ]


def _said(question: ShownQuestion, answer: Answer | None) -> list[str]:
    """What no page says any more is left out."""
    return [line for line in SAYING[question.kind](question, answer) if line] if answer else []


def _chosen(question: ShownQuestion, answer: Answer) -> list[str]:
    ids = [answer] if isinstance(answer, str) else answer
    return [option.text for option in question.options if option.id in ids]


def _number(question: ShownQuestion, answer: Answer) -> list[str]:
    return [] if answer == UNREADABLE else [f"{answer} {question.unit}".strip()]


def _word(question: ShownQuestion, answer: Answer) -> list[str]:
    """What else she typed is not kept."""
    return [option.text for option in question.accepted if option.id == answer]


def _order(question: ShownQuestion, answer: Answer) -> list[str]:
    texts = _texts(question.options)
    return [f"{place}. {texts.get(key, '')}" for place, key in enumerate(answer, 1)]


def _pairs(question: ShownQuestion, answer: Answer) -> list[str]:
    left, right = _texts(question.left), _texts(question.right)
    pairs = answer.items() if isinstance(answer, dict) else ()
    return [f"{left.get(one, '')} — {right.get(other, '')}" for one, other in pairs]


def _texts(options: Iterable[ShownOption]) -> dict[str, str]:
    return {option.id: option.text for option in options}


SAYING: dict[str, Callable[[ShownQuestion, Answer], list[str]]] = {
    "single": _chosen,
    "multiple": _chosen,
    "truefalse": _chosen,
    "numeric": _number,
    "ordering": _order,
    "matching": _pairs,
    "short": _word,
}


def _reasons(question: ShownQuestion, answer: Answer | None) -> list[str]:
    """First what is said of the option that she chose, then what is said of the question."""
    ids = [answer] if isinstance(answer, str) else answer or []
    of_options = [option.feedback for option in question.options if option.feedback and option.id in ids]
    return [reason for reason in (*of_options, question.explanation) if reason]
