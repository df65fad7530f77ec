"""What progress hangs into the authors' admin: pages that need both what is taught and who learns it."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button
from wagtail.models import Page

from courses.models import LessonPage
from progress.looking_after import urls as looking_after
from progress.looking_after.doubles import doubles
from progress.reviewing import urls as reviewing
from progress.reviewing.panel import ReviewMenuItem, ReviewPanel
from progress.selectors.reviewing import may_review_tasks
from progress.statistics import views
from quizzes.models import QuizPage
from trainees.menu import PeopleMenuItem

PRIORITY = 15
AFTER_THE_DESK = 10  # the roof puts its desk in place of all panels


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


@hooks.register("register_admin_urls")
def register_reviewing() -> list[URLResolver]:
    return [path("reviews/", include(reviewing))]


@hooks.register("register_admin_menu_item")
def reviews_in_menu() -> MenuItem:
    return ReviewMenuItem(_("Tasks handed in"), reverse("review-tasks"), icon_name="tasks", order=240)


@hooks.register("register_admin_urls")
def register_looking_after() -> list[URLResolver | URLPattern]:
    return [path("people/", include(looking_after)), path("doubles/", doubles, name="doubles")]


@hooks.register("register_admin_menu_item")
def my_people_in_menu() -> MenuItem:
    return PeopleMenuItem(pgettext_lazy("trainer", "My people"), reverse("my-people"), icon_name="group", order=235)


@hooks.register("construct_homepage_panels", order=AFTER_THE_DESK)
def say_who_waits(request: HttpRequest, panels: list[Component]) -> None:
    if may_review_tasks(request.user):
        panels.append(ReviewPanel())


@hooks.register("register_permissions")
def reviewing_can_be_given() -> QuerySet[Permission]:
    """By an administrator, to other groups than those that have it from the start."""
    return Permission.objects.filter(content_type__app_label="progress", codename="review_submission")
