"""What quizzes hang into the authors' admin."""

from collections.abc import Iterator
from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Locale, Page

from quizzes.models import QuizPage
from quizzes.views import exchange

PRIORITY = 16


@hooks.register("insert_editor_js")
def offer_cards_by_title() -> SafeString:
    return format_html('<script src="{}"></script>', static("quizzes/admin/cards.js"))


@hooks.register("register_admin_urls")
def register_exchange() -> list[URLPattern]:
    return [
        path("quizzes/<int:pk>/questions/", exchange.bring_in, name="bring-in-questions"),
        path("quizzes/<int:pk>/questions/<slug:format>/", exchange.export, name="export-questions"),
        path("quizzes/questions.xlsx", exchange.template, name="questions-template"),
    ]


@hooks.register("register_page_listing_more_buttons")
def questions_in_listing(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    yield from _button(page, user)


@hooks.register("register_page_header_buttons")
def questions_in_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    yield from _button(page, user)


def _button(page: Page, user: Any) -> Iterator[Button]:
    if not page.pk or page.specific_class is not QuizPage:  # asked of every page of a list: first what costs nothing
        return
    if page.locale_id == Locale.get_default().pk and page.permissions_for_user(user).can_edit():
        address = reverse("bring-in-questions", args=[page.pk])
        yield Button(_("Questions in and out"), address, icon_name="upload", priority=PRIORITY)
