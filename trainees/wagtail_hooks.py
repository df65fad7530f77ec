"""What the trainees app hangs into the authors' admin."""

from django.db.models import Model
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from trainees.admin import PostViewSet, VillageCodeViewSet
from trainees.receivers import record_bulk
from trainees.views import cohorts
from trainees.views.entry_codes import EntryCodesMenuItem, EntryCodesView

register_snippet(PostViewSet)
register_snippet(VillageCodeViewSet)


@hooks.register("register_admin_urls")
def entry_code_addresses() -> list:
    return [path("entry-codes/", EntryCodesView.as_view(), name="entry-codes")]


@hooks.register("register_admin_menu_item")
def entry_codes_in_the_menu() -> MenuItem:
    return EntryCodesMenuItem(_("Let somebody in"), reverse("entry-codes"), icon_name="key", order=650)


@hooks.register("register_admin_urls")
def class_addresses() -> list:
    return [
        path("classes/", cohorts.classes, name="classes"),
        path("classes/new/", cohorts.class_form, name="class-new"),
        path("classes/<int:pk>/", cohorts.class_page, name="class"),
        path("classes/<int:pk>/change/", cohorts.class_form, name="class-change"),
        path("classes/<int:pk>/sheet/", cohorts.class_sheet, name="class-sheet"),
    ]


@hooks.register("register_admin_menu_item")
def classes_in_the_menu() -> MenuItem:
    return EntryCodesMenuItem(_("Classes"), reverse("classes"), icon_name="group", order=640)


@hooks.register("after_bulk_action")
def record_in_the_audit_trail(request: HttpRequest, action_type: str, objects: list[Model], _action: object) -> None:
    record_bulk(request.user, action_type, objects)
