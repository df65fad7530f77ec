"""Editions by quiz and number."""

from uuid import UUID

from quizzes.models import QuizEdition


def latest_edition(quiz_key: UUID | str) -> QuizEdition | None:
    return QuizEdition.objects.filter(quiz_key=quiz_key).order_by("-number").first()


def edition_of(quiz_key: UUID | str, number: int) -> QuizEdition | None:
    """The edition with this number, if it ever was."""
    return QuizEdition.objects.filter(quiz_key=quiz_key, number=number).first()
