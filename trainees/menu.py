"""Whose menu of the authors' admin shows a page about people."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from trainees.selectors import looks_after_people
from trainees.selectors.keeping import looks_after_keepers


class PeopleMenuItem(MenuItem):
    """For trainers and administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return looks_after_people(request.user)


class KeepersMenuItem(MenuItem):
    """For officials too: they appoint keepers and end their posts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return looks_after_keepers(request.user)
