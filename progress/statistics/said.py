"""A kept answer in words: ids become what stands beside them on the screen."""

from __future__ import annotations

from django.utils.translation import gettext as _

from progress.answers import UNREADABLE
from quizzes.selectors import ShownQuestion


def said_of(question: ShownQuestion, chosen: str) -> str:
    """`chosen` as it is kept in a response (see `progress.answers.chosen_text`)."""
    if not chosen:
        return _("left open")
    if question.kind == "numeric":
        return _("something that is no number") if chosen == UNREADABLE else f"{chosen} {question.unit}".strip()
    if question.kind == "short" and chosen == UNREADABLE:
        return _("something else")
    choices = (*question.options, *question.left, *question.right, *question.accepted)
    words = {option.id: option.text for option in choices}

    def word(key: str) -> str:
        return words.get(key) or _("an answer that is no longer there")

    if question.kind == "matching":
        pairs = (pair.split(":", 1) for pair in chosen.split(" "))
        return " · ".join(" – ".join(word(side) for side in pair) for pair in pairs)
    joiner = " → " if question.kind == "ordering" else " + "
    return joiner.join(word(key) for key in chosen.split(" "))
