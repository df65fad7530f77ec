"""Pages of quizzes and the editions that their attempts are marked by."""

from quizzes.models.editions import QuizEdition

__all__ = ["QuizEdition"]
