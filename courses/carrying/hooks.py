"""What carrying hangs into the authors' admin: “Save as one file” at a course, the way in at the first page."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from courses.carrying import urls
from courses.carrying.doors import may_bring_in
from courses.models import CoursePage, HomePage

PRIORITY = 60


@hooks.register("register_admin_urls")
def register_carrying() -> list[URLPattern | URLResolver]:
    return [path("courses/", include(urls))]


@hooks.register("register_page_listing_more_buttons")
def carrying_in_listing(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    yield from _buttons(page, user)


@hooks.register("register_page_header_buttons")
def carrying_in_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    yield from _buttons(page, user)


def _buttons(page: Page, user: Any) -> Iterator[Button]:
    if not page.pk or page.locale.language_code != settings.LANGUAGE_CODE:
        return
    if page.specific_class is CoursePage and page.live and page.permissions_for_user(user).can_edit():
        address = reverse("save-course", args=[page.pk])
        yield Button(_("Save as one file"), address, icon_name="download", priority=PRIORITY)
    if page.specific_class is HomePage and may_bring_in(user):
        yield Button(_("Bring in a course"), reverse("bring-in-course"), icon_name="upload", priority=PRIORITY)
