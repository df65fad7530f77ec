"""One question by itself, outside of any quiz: so a lesson asks among its cards. Pure; nothing is marked by it."""

from dataclasses import dataclass

from quizzes.canonical import canonical_question
from quizzes.selectors import ShownOption, ShownQuestion
from quizzes.selectors.shown import dressed


@dataclass(frozen=True)
class AskedAlone:
    """A question in words, and the ids of what is right."""

    question: ShownQuestion
    right_ids: tuple[str, ...]

    @property
    def right(self) -> list[ShownOption]:
        return [option for option in self.question.options if option.id in self.right_ids]

    @property
    def wrong(self) -> list[ShownOption]:
        """What the author says something to, whoever chose it."""
        return [option for option in self.question.options if option.feedback and option.id not in self.right_ids]


def asked_alone(question: dict, language: str) -> AskedAlone:
    """From raw stream data (`{"type": kind, "id": …, "value": {…}}`) of a question that is answered by a tap."""
    key = canonical_question(question)
    right = [key["right"]] if isinstance(key["right"], str) else key["right"]
    return AskedAlone(dressed(key, question["value"], language), tuple(right))
