"""A video in a page: its poster, and the ways in which she may load it, each with its weight."""

from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.core.files.storage import default_storage
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from media.models import Video
from media.templatetags.pictures import photo_of

register = template.Library()


class Way(NamedTuple):
    kind: str
    name: str
    url: str
    bytes: int


class Track(NamedTuple):
    language: str
    name: str
    url: str


@register.filter
def ways(video: Video) -> list[Way]:
    """As they are offered: the small picture first, then the larger one, then sound alone."""
    names = {"240": _("Small picture"), "360": _("Large picture"), "m4a": _("Sound only")}
    forms = [(kind, names[kind], video.forms[kind]) for kind in names if kind in video.forms]
    return [Way(kind, name, default_storage.url(form["name"]), form["bytes"]) for kind, name, form in forms]


@register.filter
def lightest_kind(video: Video) -> int:
    """Bytes of the smallest moving picture."""
    return video.forms.get("240", {}).get("bytes", 0)


@register.filter
def captioned(video: Video) -> list[tuple[str, str]]:
    return [(code, str(name)) for code, name in settings.LANGUAGES if code in video.captions]


@register.filter
def tracks(video: Video) -> list[Track]:
    return [Track(code, name, default_storage.url(video.captions[code]["name"])) for code, name in captioned(video)]


@register.filter
def clock(seconds: float) -> str:
    """As a player shows it: 0:40."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


@register.filter
def weight(size: int) -> str:
    """In the words of the phone: 0.2 MB, 1.2 MB, 14 MB. Never nought."""
    megabytes = max(size / 1_000_000, 0.1)
    return f"{megabytes:.0f} MB" if megabytes >= 10 else f"{megabytes:.1f} MB"


@register.simple_tag
def poster(video: Video | None, words: str = "", **attributes: object) -> SafeString:
    """The first picture of it, as every photo of ours; nothing while it is being made."""
    if video is None or not video.poster:
        return SafeString("")
    return photo_of(video.poster, words, True, attributes)


@register.filter
def film_size(forms: dict) -> dict:
    """Of the smallest moving picture, so that its place is kept."""
    return {name: forms.get("240", {}).get(name, "") for name in ("width", "height")}


@register.inclusion_tag("media/videos/player.html")
def film_player(video: Video) -> dict[str, Any]:
    """A plain player that loads nothing before it is tapped."""
    return {"video": video}
