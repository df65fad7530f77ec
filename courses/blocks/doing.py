"""Things to do: a checklist to keep, and the practice task."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.said import SentencesBlock, TitledBlock
from media.blocks import PictureBlock


class ChecklistItemBlock(blocks.StructBlock):
    mark = blocks.CharBlock(label=_("Mark"), max_length=4, help_text=_("One character or a number."))
    text = blocks.CharBlock(label=_("Text"), max_length=120)

    class Meta:
        label_format = "{mark} {text}"


class ChecklistBlock(TitledBlock):
    """A list that she keeps and ticks off."""

    note = blocks.CharBlock(label=_("One line below the title"), required=False, max_length=120)
    items = blocks.ListBlock(ChecklistItemBlock(), label=_("Lines"), min_num=2, max_num=10)

    class Meta:
        label = _("Checklist")
        icon = "clipboard-list"
        template = "courses/blocks/checklist.html"


class Shelf(models.TextChoices):
    """What a task is for her own goods: the parts of one product card."""

    PHOTO = "photo", _("Her photos")
    LISTING = "listing", _("Her listing: a title and up to seven sentences")
    PRICE = "price", _("Her price")
    REPLIES = "replies", _("Three replies to buyers")


class TaskBlock(TitledBlock):
    """Practice: what to do, an example, the four things that a teacher looks at, and a way without a phone. Flat."""

    text = SentencesBlock(label=_("What to do"))
    # written before there were examples: a missing one says nothing, not "None"
    example = blocks.CharBlock(
        label=_("An example of good work"),
        required=False,
        default="",
        max_length=200,
        help_text=_("As a neighbour would say it. It is read aloud as well."),
    )
    example_picture = PictureBlock(
        label=_("The example as a picture"), required=False, help_text=_("Stands where she hands in.")
    )
    criteria = blocks.ListBlock(
        blocks.CharBlock(label=_("Visible sign"), max_length=80), label=_("What counts"), min_num=4, max_num=4
    )
    no_phone = blocks.CharBlock(label=_("Without a phone"), max_length=160)
    shelf = blocks.ChoiceBlock(
        choices=Shelf.choices,
        label=_("What becomes of it"),
        required=False,
        default="",
        search_index=False,
        help_text=_("She is asked for just that, and finds it again under “My goods”. Empty: her own words."),
    )
    required = blocks.BooleanBlock(
        label=_("The course is completed only with it"),
        required=False,
        default=False,
        help_text=_("Then somebody has to look at it within days, for everybody. Leave it off where nobody can."),
    )

    def bulk_to_python(self, values: list[dict]) -> list[blocks.StructValue]:
        """A task from before there were examples is read as one without a picture of it.

        wagtail-localize reads the stored form of a picture, and stops where there is none at all.
        """
        for value in values:
            value.setdefault("example_picture", {"image": None, "decorative": None, "alt_text": None})
        return super().bulk_to_python(values)

    class Meta:
        label = _("Practice task")
        icon = "form"
        template = "courses/blocks/task.html"
