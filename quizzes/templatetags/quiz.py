"""A quiz in a page: its key for the script, its questions, what she answered."""

from django import template
from django.utils.html import json_script
from django.utils.safestring import SafeString

from quizzes.models import QuizPage
from quizzes.phone_key import phone_key
from quizzes.selectors import ShownQuestion, ShownQuiz, shown_quiz

register = template.Library()


@register.simple_tag
def quiz_key(quiz: ShownQuiz) -> SafeString:
    return json_script(phone_key(quiz), "quiz-key")


@register.simple_tag
def offered_quiz(page: QuizPage) -> ShownQuiz | None:
    """The quiz of a live page, by its newest edition, in the page's language."""
    return shown_quiz(page.translation_key, page.locale.language_code)


@register.filter
def still_asked(quiz: ShownQuiz) -> list[ShownQuestion]:
    """The questions that have words; one that was taken out meanwhile cannot be put before anybody."""
    return [question for question in quiz.questions if question.prompt is not None]


@register.filter
def answer_to(answers: dict | None, question: ShownQuestion) -> object:
    return (answers or {}).get(question.id)
