"""By which name a picture or video goes in files: the same for ever, though each site writes its file anew."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from wagtail import blocks
from wagtail.models import Page

from courses.models import CarriedPicture
from media.models import Picture, Video


def key_of_picture(picture: Picture) -> str:
    """The name that it came in with, unless its file was replaced since; else one made from drawing or content.

    Raises OSError where the file is gone.
    """
    if picture.is_svg() and picture.drawing_key:
        return key_of_drawing(picture.drawing_key)
    came_in = CarriedPicture.objects.filter(picture=picture, file=picture.file.name)
    return came_in.order_by("pk").values_list("key", flat=True).first() or sha256_of(picture)


def key_here(picture: Picture) -> str:
    """The same for comparing only. Empty where the file is gone: whatever a course says, it is another."""
    try:
        return key_of_picture(picture)
    except OSError:
        return ""


def key_of_drawing(drawing: str) -> str:
    """A drawing is ours: each site has it in the form of its own version."""
    return hashlib.sha256(f"drawing:{drawing}".encode()).hexdigest()


def sha256_of(picture: Picture) -> str:
    return hashlib.sha256(Path(picture.file.path).read_bytes()).hexdigest()


def key_of_video(video: Video) -> str:
    """The name that it came in with, else one made from the largest form. Empty while there is neither."""
    return video.came_as or (best_form(video) or {}).get("sha256", "")


def best_form(video: Video) -> dict | None:
    return video.forms.get("360") or video.forms.get("240")


class KeysHere:
    """Numbers of this site against keys, for what pages of a course say now. Raises LookupError for what is gone."""

    def __init__(self, in_course: Iterable[UUID]) -> None:
        self._in_course = set(in_course)
        self._keys: dict[object, str] = {}

    def __call__(self, block: blocks.ChooserBlock | None, pk: object) -> str:
        if isinstance(block, blocks.PageChooserBlock):
            key = Page.objects.filter(pk=pk).values_list("translation_key", flat=True).first()
            if key not in self._in_course:
                raise LookupError(pk)
            return str(key)
        if block is not None and block.model_class is Video:
            return self.key_of_video(Video.objects.filter(pk=str(pk)).first())
        if block is not None and block.model_class is not Picture:
            raise TypeError(f"{block} cannot be carried: say here by which key it goes.")
        if pk not in self._keys:
            picture = Picture.objects.filter(pk=pk).first()
            if picture is None:
                raise LookupError(pk)
            self._keys[pk] = self.key_of(picture)
        return self._keys[pk]

    def key_of(self, picture: Picture) -> str:
        return key_here(picture)

    def key_of_video(self, video: Video | None) -> str:
        if video is None:
            raise LookupError("no such video")
        return key_of_video(video)
