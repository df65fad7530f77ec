"""Things to do: a checklist to keep, and the practice task."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.said import SentencesBlock, TitledBlock


class ChecklistItemBlock(blocks.StructBlock):
    mark = blocks.CharBlock(label=_("Mark"), max_length=4, help_text=_("One character or a number."))
    text = blocks.CharBlock(label=_("Text"), max_length=120)


class ChecklistBlock(TitledBlock):
    """A list that she keeps and ticks off."""

    note = blocks.CharBlock(label=_("One line below the title"), required=False, max_length=120)
    items = blocks.ListBlock(ChecklistItemBlock(), label=_("Lines"), min_num=2, max_num=10)

    class Meta:
        label = _("Checklist")
        icon = "clipboard-list"
        template = "courses/blocks/checklist.html"


class TaskBlock(TitledBlock):
    """Practice: what to do, the four things that a teacher looks at, and a way without a phone."""

    text = SentencesBlock(label=_("What to do"))
    criteria = blocks.ListBlock(
        blocks.CharBlock(label=_("Visible sign"), max_length=80), label=_("What counts"), min_num=4, max_num=4
    )
    no_phone = blocks.CharBlock(label=_("Without a phone"), max_length=160)

    class Meta:
        label = _("Practice task")
        icon = "form"
        template = "courses/blocks/task.html"
