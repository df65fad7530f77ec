"""What the roof hangs into the authors' admin."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry


@hooks.register("construct_help_menu")
def keep_help_that_is_here(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's other entries lead to pages abroad, in English, that a county's network may not reach."""
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]


@hooks.register("construct_page_chooser_queryset")
def choose_among_own_pages(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """And the pages above them; Wagtail would list everybody's drafts."""
    return pages & policy_registry.get_by_type(Page).explorable_instances(request.user)
