"""What progress hangs into the authors' admin: pages that need both what is taught and who learns it."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from courses.models import LessonPage
from progress.statistics import views
from quizzes.models import QuizPage

PRIORITY = 15


@hooks.register("register_admin_urls")
def register_quiz_answers() -> list[URLPattern]:
    return [
        path("quizzes/<int:pk>/answers/", views.quiz_answers, name="quiz-answers"),
        path("lessons/<int:pk>/answers/", views.lesson_answers, name="lesson-answers"),
    ]


@hooks.register("register_page_listing_more_buttons")
def answers_in_listing(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if page.specific_class is QuizPage:
        yield from _button(page, user, "quiz-answers")


@hooks.register("register_page_header_buttons")
def answers_in_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    yield from answers_in_listing(page, user)
    if isinstance(page, LessonPage) and page.has_check:
        yield from _button(page, user, "lesson-answers")


def _button(page: Page, user: Any, name: str) -> Iterator[Button]:
    if page.pk and page.permissions_for_user(user).can_edit():
        yield Button(_("Answers"), reverse(name, args=[page.pk]), icon_name="list-ul", priority=PRIORITY)
