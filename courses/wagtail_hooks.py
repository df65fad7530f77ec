"""What the courses hang into the authors' admin."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from courses.carrying import hooks as carrying  # noqa: F401 - registers its own
from courses.drafting import hooks as drafting  # noqa: F401
from courses.recording import desk_urls
from courses.teams.selectors import RECORDING, roles_of


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
