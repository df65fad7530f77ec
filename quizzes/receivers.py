"""What follows when a quiz is published or moved, whoever did it."""

from wagtail.models import Page
from wagtail.signals import page_published, post_page_move

from quizzes.models import QuizPage
from quizzes.services import write_edition


def connect() -> None:
    page_published.connect(write_published, sender=QuizPage, dispatch_uid="quizzes-edition")
    post_page_move.connect(write_moved, sender=QuizPage, dispatch_uid="quizzes-edition-moved")


def write_published(instance: QuizPage, **_signal: object) -> None:
    write_edition(quiz=instance)


def write_moved(instance: Page, **_signal: object) -> None:
    """Whether a quiz teaches or certifies is decided by the page that it stands under, and that is another now."""
    if quiz := QuizPage.objects.live().filter(pk=instance.pk).first():
        write_edition(quiz=quiz)
