"""Right beside wrong."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.guides import GuidedBlock
from courses.blocks.said import CardValue
from media.blocks import PictureBlock


class PairBlock(GuidedBlock):
    """Two pictures side by side: do it like this, and this goes bad.

    Flat on purpose: wagtail-localize 1.14 cannot read a picture in a block inside a block.
    """

    title = blocks.CharBlock(label=_("Title"), max_length=60)
    right_picture = PictureBlock(label=_("Good like this: picture"))
    right_text = blocks.CharBlock(label=_("Good like this: why"), max_length=120)
    wrong_picture = PictureBlock(label=_("Goes wrong: picture"))
    wrong_text = blocks.CharBlock(label=_("Goes wrong: why"), max_length=120)
    note = blocks.CharBlock(label=_("One line below"), required=False, max_length=120)

    class Meta:
        label = _("Right beside wrong")
        icon = "tick-inverse"
        template = "courses/blocks/pair.html"
        value_class = CardValue
        label_format = "{title}"
