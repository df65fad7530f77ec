"""What a form of the editor chooses: Wagtail takes any page or picture by its number, and shows its title in return."""

import json
import re

from django.http import HttpRequest
from wagtail.models import Page

from portal.editor_walls.rules import are_own, are_seen_pictures

LESSONS = re.compile(r"paths-\d+-value-lessons-\d+-value")
PICTURES = re.compile(r"cover|.*picture-image")
PICTURE_KEPT = re.compile(r'\\*"(?:image|cover)\\*": ?(\d+)')


def chosen_is_hers(request: HttpRequest, arguments: dict) -> bool:
    """Lessons of her team and pictures that she sees; and whatever picture the page has already, whoever chose it."""
    if request.method != "POST":
        return True
    lessons, pictures = _posted(request, LESSONS), _posted(request, PICTURES) - _pictures_of(arguments.get("page_id"))
    return (not lessons or are_own(request, [*lessons])) and (not pictures or are_seen_pictures(request, [*pictures]))


def _posted(request: HttpRequest, names: re.Pattern) -> set[str]:
    return {str(value) for name, value in request.POST.items() if value and names.fullmatch(name)}


def _pictures_of(page_id: int | None) -> set[str]:
    page = Page.objects.filter(pk=page_id).select_related("latest_revision").first() if page_id else None
    if page is None or page.latest_revision is None:
        return set()
    return set(PICTURE_KEPT.findall(json.dumps(page.latest_revision.content)))
