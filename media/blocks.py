"""A picture or video in a page, as a trainer is asked for it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.images.blocks import ImageBlock

from media.videos.chooser import video_chooser

_Chooser: Any = video_chooser.get_block_class(name="VideoChooserBlock", module_path="media.blocks")


class VideoChooserBlock(_Chooser):
    """The same video in every language, with captions in each: nothing for a translator to choose."""

    def get_translatable_segments(self, value: object) -> list:
        return []

    def restore_translated_segments(self, value: object, segments: list) -> object:
        return value


class PictureBlock(ImageBlock):
    """Wagtail's, asked in a trainer's words."""

    def __init__(self, **options):
        super().__init__(**options)
        self.child_blocks["image"].label = _("Which picture")
        self.child_blocks["decorative"].label = _("Only decoration, nothing to say about it")
        self.child_blocks["alt_text"].label = _("The picture in words, for those who cannot see it")

    class Meta:
        label_format = "{alt_text}"
