"""What the roof hangs into the authors' admin."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.permissions import policy_registry

from courses.desk.hints import words
from courses.desk.panels import WRITING, DeskPanel
from courses.desk.views import figures, missing
from courses.models import LessonPage
from courses.teams.selectors import roles_of
from portal.late_drafts import leave_behind
from portal.staff_sign_in.lost import LostPhonesMenuItem, LostPhonesView
from portal.views.printing import printed_lesson

# Entries of Wagtail's menu that lead only to what is for administrators.
FOR_ADMINISTRATORS = ("reports", "settings", "documents", "snippets")

hooks.register("after_edit_page", leave_behind)


class MissingMenuItem(MenuItem):
    """For those who write in some course."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(roles_of(request.user) & WRITING)


@hooks.register("construct_help_menu")
def keep_help_that_is_here(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's other entries lead to pages abroad, in English, that a county's network may not reach."""
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]


@hooks.register("construct_page_chooser_queryset")
def choose_among_own_pages(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """And the pages above them; Wagtail would list everybody's drafts."""
    return pages & policy_registry.get_by_type(Page).explorable_instances(request.user)


@hooks.register("register_admin_urls")
def register_missing() -> list[URLPattern]:
    return [
        path("missing/", missing, name="missing"),
        path("second-factors/", LostPhonesView.as_view(), name="lost-phones"),
        path("lessons/<int:pk>/figures/", figures, name="lesson-figures"),
        path("lessons/<int:pk>/print/", printed_lesson, name="printed-lesson"),
    ]


@hooks.register("register_admin_menu_item")
def own_sign_ins_in_menu() -> MenuItem:
    return MenuItem(_("Where I am signed in"), reverse("staff-sessions"), icon_name="lock", order=9800)


@hooks.register("register_settings_menu_item")
def lost_phones_in_menu() -> MenuItem:
    return LostPhonesMenuItem(_("Lost second factor"), reverse("lost-phones"), icon_name="lock", order=600)


@hooks.register("register_admin_menu_item")
def missing_in_menu() -> MenuItem:
    return MissingMenuItem(_("What is missing"), reverse("missing"), icon_name="clipboard-list", order=260)


@hooks.register("construct_main_menu")
def keep_what_the_role_needs(request: HttpRequest, items: list[MenuItem]) -> None:
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in FOR_ADMINISTRATORS]


@hooks.register("construct_homepage_panels")
def open_the_desk(request: HttpRequest, panels: list[Component]) -> None:
    """In place of Wagtail's lists of edits, locks and workflows."""
    panels[:] = [DeskPanel()]


@hooks.register("register_icons")
def printer_among_the_icons(icons: list[str]) -> list[str]:
    """Wagtail has none."""
    return [*icons, "wagtailadmin/icons/print.svg"]


@hooks.register("insert_editor_js")
def hint_while_writing() -> SafeString:
    """Does nothing where there are neither cards nor questions."""
    told = {**words(), "figures": reverse("lesson-figures", args=[0])}
    script = format_html('<script src="{}"></script>', static("courses/admin/hints.js"))
    return json_script(told, "writing-hints") + script


@hooks.register("insert_editor_js")
def keep_the_last_word() -> SafeString:
    return format_html('<script src="{}"></script>', static("staff/last-word.js"))


@hooks.register("insert_global_admin_css")
def look_of_the_desk() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("courses/admin/desk.css"))


@hooks.register("register_page_header_buttons")
def print_from_the_editor(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if page.pk and page.specific_class is LessonPage and page.permissions_for_user(user).can_edit():
        yield Button(_("Print on A4"), reverse("printed-lesson", args=[page.pk]), icon_name="print", priority=16)
