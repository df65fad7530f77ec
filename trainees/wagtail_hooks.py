"""What the trainees app hangs into the authors' admin."""

from django.db.models import Model
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem, SubmenuMenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from trainees import message_panel
from trainees.admin import CategoryViewSet, PostViewSet, VillageCodeViewSet
from trainees.menu import OfficeItems, PeopleMenuItem
from trainees.receivers import record_bulk
from trainees.selectors import is_administrator
from trainees.views import cohorts, moving, staff_cards
from trainees.views.entry_codes import EntryCodesView

register_snippet(PostViewSet)
register_snippet(VillageCodeViewSet)
register_snippet(CategoryViewSet)


@hooks.register("register_admin_urls")
def entry_code_addresses() -> list:
    return [path("entry-codes/", EntryCodesView.as_view(), name="entry-codes")]


@hooks.register("register_admin_menu_item")
def entry_codes_in_the_menu() -> MenuItem:
    return PeopleMenuItem(_("Let somebody in"), reverse("entry-codes"), icon_name="key", order=650)


@hooks.register("register_admin_menu_item")
def office_in_the_menu() -> MenuItem:
    """The office's own menu, for those who write lessons too."""
    label = pgettext_lazy("editor", "Office")
    return SubmenuMenuItem(label, OfficeItems(), name="office", icon_name="home", order=655)


@hooks.register("register_admin_urls")
def class_addresses() -> list:
    return [
        path("moves/", moving.moves, name="moves"),
        path("moves/<slug:code>/", moving.move_from, name="move-from"),
        path("classes/", cohorts.classes, name="classes"),
        path("classes/new/", cohorts.class_form, name="class-new"),
        path("classes/<int:pk>/", cohorts.class_page, name="class"),
        path("classes/<int:pk>/change/", cohorts.class_form, name="class-change"),
        path("classes/<int:pk>/sheet/", cohorts.class_sheet, name="class-sheet"),
    ]


@hooks.register("register_admin_menu_item")
def classes_in_the_menu() -> MenuItem:
    return PeopleMenuItem(_("Classes"), reverse("classes"), icon_name="group", order=640)


@hooks.register("register_admin_urls")
def card_addresses() -> list:
    return [
        path("cards/", staff_cards.VillagesView.as_view(), name="cards"),
        path("cards/sheets/<uuid:key>/", staff_cards.CardSheetView.as_view(), name="card-sheet"),
        path("cards/sheets/<uuid:key>/cards.pdf", staff_cards.card_sheet_file, name="card-sheet-file"),
        path("cards/<slug:code>/", staff_cards.VillageCardsView.as_view(), name="cards-of-village"),
        path("cards/<slug:code>/posters.pdf", staff_cards.township_posters, name="posters-of"),
    ]


@hooks.register("register_admin_menu_item")
def cards_in_the_menu() -> MenuItem:
    return PeopleMenuItem(_("Cards and posters"), reverse("cards"), icon_name="print", order=660)


@hooks.register("after_bulk_action")
def record_in_the_audit_trail(request: HttpRequest, action_type: str, objects: list[Model], _action: object) -> None:
    record_bulk(request.user, action_type, objects)


@hooks.register("construct_homepage_panels", order=10)  # after the desk, which empties the list
def say_when_messages_fail(request: HttpRequest, panels: list[Component]) -> None:
    if is_administrator(request.user) and message_panel.worth_saying():
        panels.append(message_panel.MessagesPanel())
