"""Answers in another order at each sitting, where the author wants it. Pure.

The order is made from the UUID of the sitting, so that a form that comes back is the same form. A phone with a script
makes its own (static/quizzes/mixing.js): an answer goes by its id, and it does not matter where it stood.
"""

import hashlib
import re
from dataclasses import replace

from quizzes.selectors.shown import ShownOption, ShownQuestion, ShownQuiz

SPEAKS_OF_OTHERS = re.compile(
    r"以上|以下|上述|前面|后面|上面|下面|[都全均皆][是对错不有要可]|[①②③④⑤⑥]"
    r"|(?<![a-z])[A-F](?:\s*[、,，和与及]\s*| and | or )[A-F](?![a-z])|^[A-F]{2,}$"
    r"|\b(?:all|none|both|neither|any) of\b|\b(?:above|below|both)\b",
    re.I,
)


def may_be_mixed(question: ShownQuestion) -> bool:
    """Not where one answer speaks of the others: “all of the above” has to stay below."""
    chosen = question.kind in ("single", "multiple")
    return chosen and not any(SPEAKS_OF_OTHERS.search(option.text) for option in question.options)


def mixed_for(quiz: ShownQuiz, sitting: object) -> ShownQuiz:
    return replace(quiz, questions=[_mixed(question, str(sitting)) for question in quiz.questions])


def _mixed(question: ShownQuestion, sitting: str) -> ShownQuestion:
    if not question.mixes:
        return question

    def place(option: ShownOption) -> str:
        return hashlib.sha256(f"{sitting} {option.id}".encode()).hexdigest()

    return replace(question, options=sorted(question.options, key=place))
