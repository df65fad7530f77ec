"""What the roof hangs into the authors' admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("construct_help_menu")
def keep_help_that_is_here(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's other entries lead to pages abroad, in English, that a county's network may not reach."""
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]
