"""The quiz of a page that is being written."""

from django import template

from quizzes import selectors
from quizzes.models import QuizPage
from quizzes.selectors import ShownQuiz

register = template.Library()


@register.simple_tag
def previewed_quiz(page: QuizPage) -> ShownQuiz:
    """As it would be shown and marked if it were published now."""
    return selectors.previewed_quiz(page)
