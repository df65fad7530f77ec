"""Pages of quizzes and the editions that their attempts are marked by."""

from quizzes.models.editions import QuizEdition
from quizzes.models.pages import QuizPage

__all__ = ["QuizEdition", "QuizPage"]
