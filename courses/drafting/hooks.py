"""What drafting hangs into the authors' admin: a pattern at a module, other lessons' cards at a lesson."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Page

from courses.drafting import urls
from courses.drafting.next_steps import next_steps
from courses.drafting.services import renew_ids
from courses.models import LessonPage, ModulePage

PRIORITY = 12


@hooks.register("register_admin_urls")
def register_drafting() -> list[URLPattern | URLResolver]:
    return [path("lessons/", include(urls))]


@hooks.register("register_page_header_buttons")
def drafting_in_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    may = page.permissions_for_user(user) if page.pk else None
    is_source = bool(may) and page.locale.language_code == settings.LANGUAGE_CODE
    if may and is_source and page.specific_class is ModulePage and may.can_add_subpage():
        address = reverse("begin-lesson", args=[page.pk])
        yield Button(_("Begin a lesson with a pattern"), address, icon_name="doc-empty", priority=PRIORITY)
    if may and is_source and page.specific_class is LessonPage and may.can_edit():
        address = reverse("take-cards", args=[page.pk])
        yield Button(_("Take cards from a lesson"), address, icon_name="copy", priority=PRIORITY)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_what_comes_next(request: HttpRequest, page: Page) -> None:
    """After publishing Wagtail shows the list above, in which nothing leads on."""
    steps = next_steps(request, page) if "action-publish" in request.POST else []
    if steps:
        buttons = [messages.button(step.address, step.said) for step in steps]
        messages.success(request, _("What comes next"), buttons=buttons)


@hooks.register("after_copy_page")
def give_ids_of_its_own(request: HttpRequest, page: Page, new_page: Page) -> None:
    renew_ids(copy=new_page, user=request.user)
