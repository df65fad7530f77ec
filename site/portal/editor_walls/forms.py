"""What a form of the editor chooses: Wagtail takes whatever number it is sent, and shows the title in return."""

import re

from django.db.models import Model
from django.http import HttpRequest
from wagtail.models import Page

from media.choosing import chosen_in
from media.models import Picture, Video
from portal.editor_walls.rules import are_own, are_seen_pictures, are_seen_videos

LESSONS = re.compile(r"paths-\d+-value-lessons-\d+-value")
PICTURES = re.compile(r"cover|.*picture-image")
VIDEOS = re.compile(r".*-value-video")


def chosen_is_hers(request: HttpRequest, arguments: dict) -> bool:
    """Lessons of her team, pictures and videos that she sees; and whatever the page has already, whoever chose it."""
    if request.method != "POST":
        return True
    page = arguments.get("page_id")
    lessons, videos, pictures = (_posted(request, names) for names in (LESSONS, VIDEOS, PICTURES))
    if lessons and not are_own(request, [*lessons]):
        return False
    for chosen, are_seen, model in ((pictures, are_seen_pictures, Picture), (videos, are_seen_videos, Video)):
        if chosen and not are_seen(request, [*chosen]):
            new = chosen - _kept_in(page, model)
            if new and not are_seen(request, [*new]):
                return False
    return True


def _posted(request: HttpRequest, names: re.Pattern) -> set[str]:
    return {str(value) for name, value in request.POST.items() if value and names.fullmatch(name)}


def _kept_in(page_id: int | None, model: type[Model]) -> set[str]:
    page = Page.objects.filter(pk=page_id).select_related("latest_revision").first() if page_id else None
    return chosen_in(page.latest_revision, model) if page and page.latest_revision else set()
