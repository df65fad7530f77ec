"""What the courses hang into the authors' admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from courses.carrying import hooks as carrying  # noqa: F401 - registers its own
from courses.desk.one_by_one import PublishOneByOne
from courses.drafting import hooks as drafting  # noqa: F401
from courses.drafting import second_looks  # noqa: F401
from courses.models import LessonPage
from courses.recording import desk_urls
from courses.teams.selectors import RECORDING, may_record, roles_of
from courses.translating import hooks as translating  # noqa: F401

PRIORITY = 16
AFTER_THEIRS = 1  # of two actions with one name the later one counts

hooks.register("register_bulk_action", PublishOneByOne, order=AFTER_THEIRS)


class RecordingMenuItem(MenuItem):
    """For those who record in some course."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(roles_of(request.user) & set(RECORDING))


@hooks.register("register_admin_urls")
def register_recording() -> list[URLPattern | URLResolver]:
    return [path("recordings/", include(desk_urls))]


@hooks.register("register_admin_menu_item")
def recording_in_menu() -> MenuItem:
    return RecordingMenuItem(
        _("Recording"), reverse("recording-voices"), icon_name="media", name="recording", order=250
    )


@hooks.register("register_page_header_buttons")
def recording_in_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From a lesson to its recorder, in whichever voice. Not in lists, which would ask for each of their pages."""
    if page.pk and page.specific_class is LessonPage and may_record(user, page):
        address = f"{reverse('recording-voices')}?lesson={page.translation_key}"
        yield Button(_("Recording"), address, icon_name="media", priority=PRIORITY)
