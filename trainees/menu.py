"""Whose menu of the authors' admin shows a page about people. Each request looks at her posts once."""

from django.http import HttpRequest
from wagtail.admin.menu import Menu, MenuItem

from trainees.office_menu import Right, office_menu, rights_in


class PeopleMenuItem(MenuItem):
    """For trainers and administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return Right.TEACHES in rights_in(request)


class OfficeItems(Menu):
    """What the menu of the office holds besides a trainer's own desk, whose entries stand in Wagtail's own menu."""

    def menu_items_for_request(self, request: HttpRequest) -> list[MenuItem]:
        menu = office_menu(rights_in(request) - {Right.TEACHES})
        entries = [*menu.entries, *(one for fold in menu.folds for one in fold.entries)]
        return [MenuItem(one.words, one.href, icon_name="folder", order=place) for place, one in enumerate(entries)]
