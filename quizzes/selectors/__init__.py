"""Finding editions of quizzes, and the words that belong to one in a language."""

from quizzes.selectors.editions import edition_of, editions_of, latest_edition, latest_editions, narrowed_edition
from quizzes.selectors.mixing import mixed_for
from quizzes.selectors.showing import previewed_quiz, shown_quiz
from quizzes.selectors.shown import ShownOption, ShownQuestion, ShownQuiz

__all__ = [
    "ShownOption",
    "ShownQuestion",
    "ShownQuiz",
    "edition_of",
    "editions_of",
    "latest_edition",
    "latest_editions",
    "mixed_for",
    "narrowed_edition",
    "previewed_quiz",
    "shown_quiz",
]
