"""What follows when a quiz is published, whoever did it."""

from wagtail.signals import page_published

from quizzes.models import QuizPage
from quizzes.services import write_edition


def connect() -> None:
    page_published.connect(write_published, sender=QuizPage, dispatch_uid="quizzes-edition")


def write_published(instance: QuizPage, **_signal: object) -> None:
    write_edition(quiz=instance)
