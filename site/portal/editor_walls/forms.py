"""What a form of the editor chooses: Wagtail takes whatever number it is sent, and shows the title in return."""

import json
import re

from django.http import HttpRequest
from wagtail.models import Page

from portal.editor_walls.rules import are_own, are_seen_pictures, are_seen_videos

LESSONS = re.compile(r"paths-\d+-value-lessons-\d+-value")
PICTURES = re.compile(r"cover|.*picture-image")
VIDEOS = re.compile(r".*-value-video")
VIDEO_KEPT = re.compile(r'\\*"video\\*": ?(\d+)')
PICTURE_KEPT = re.compile(r'\\*"(?:image|cover)\\*": ?(\d+)')


def chosen_is_hers(request: HttpRequest, arguments: dict) -> bool:
    """Lessons of her team, pictures and videos that she sees; and whatever the page has already, whoever chose it."""
    if request.method != "POST":
        return True
    kept = _kept_in(arguments.get("page_id"))
    lessons, videos = _posted(request, LESSONS), _posted(request, VIDEOS) - set(VIDEO_KEPT.findall(kept))
    pictures = _posted(request, PICTURES) - set(PICTURE_KEPT.findall(kept))
    return (
        (not lessons or are_own(request, [*lessons]))
        and (not pictures or are_seen_pictures(request, [*pictures]))
        and (not videos or are_seen_videos(request, [*videos]))
    )


def _posted(request: HttpRequest, names: re.Pattern) -> set[str]:
    return {str(value) for name, value in request.POST.items() if value and names.fullmatch(name)}


def _kept_in(page_id: int | None) -> str:
    page = Page.objects.filter(pk=page_id).select_related("latest_revision").first() if page_id else None
    if page is None or page.latest_revision is None:
        return ""
    return json.dumps(page.latest_revision.content)
