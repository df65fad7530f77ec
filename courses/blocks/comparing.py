"""Right beside wrong."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from courses.blocks.said import CardValue


class SideBlock(blocks.StructBlock):
    picture = ImageBlock(label=_("Picture"))
    text = blocks.CharBlock(label=_("Why"), max_length=120)


class PairBlock(blocks.StructBlock):
    """Two pictures side by side: do it like this, and this goes bad."""

    title = blocks.CharBlock(label=_("Title"), max_length=60)
    right = SideBlock(label=_("Good like this"))
    wrong = SideBlock(label=_("Goes wrong like this"))
    note = blocks.CharBlock(label=_("One line below"), required=False, max_length=120)

    class Meta:
        label = _("Right beside wrong")
        icon = "tick-inverse"
        template = "courses/blocks/pair.html"
        value_class = CardValue
