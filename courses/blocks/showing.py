"""A video among the cards, with words for those who cannot see it, have no signal or must count what it costs."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.guides import GuidedBlock
from courses.blocks.said import CardValue, SentencesBlock
from media.blocks import VideoChooserBlock
from media.models import Video


class VideoValue(CardValue):
    @property
    def shown(self) -> Video | None:
        """The video, once phones can load it; while it is being made only the words stand there."""
        video = self.get("video")
        return video if video and video.state == Video.State.READY else None


class VideoBlock(GuidedBlock):
    """Hands that do it, moving. Flat, for wagtail-localize; the poster is the picture of the card."""

    title = blocks.CharBlock(label=_("Title"), max_length=60, help_text=_("A few words, ten characters if you can."))
    video = VideoChooserBlock(label=_("Which video"), help_text=_("Sent under “Videos”. One to two minutes are best."))
    text = SentencesBlock(
        label=_("What is seen and said"),
        help_text=_("For those who cannot see it or have no signal: all that matters, three short lines at most."),
    )

    class Meta:
        label = _("Video")
        icon = "media"
        template = "courses/blocks/video.html"
        value_class = VideoValue
        label_format = "{title}"
