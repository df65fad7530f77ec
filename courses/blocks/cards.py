"""The plain card, steps, and the warning; and the list of all kinds that a lesson may have."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.checking import CHECKS
from courses.blocks.comparing import PairBlock
from courses.blocks.doing import ChecklistBlock, TaskBlock
from courses.blocks.said import SentencesBlock, TitledBlock
from courses.blocks.selling import CalculatorBlock, ListingBlock, SumBlock
from courses.blocks.showing import VideoBlock


class CardBlock(TitledBlock):
    """One idea: a picture, a title, up to three sentences, and perhaps a question to think about."""

    text = SentencesBlock(label=_("What is said"))
    ask = blocks.CharBlock(label=_("Think about it"), required=False, max_length=200)
    answer = blocks.CharBlock(
        label=_("Answer"), required=False, max_length=200, help_text=_("Shown after a tap on “See the answer”.")
    )

    class Meta:
        label = _("Card")
        icon = "doc-full"
        template = "courses/blocks/card.html"


class StepsBlock(TitledBlock):
    """Hands-on steps, in order."""

    steps = blocks.ListBlock(blocks.CharBlock(label=_("Step"), max_length=120), label=_("Steps"), min_num=2, max_num=5)

    class Meta:
        label = _("Steps")
        icon = "list-ol"
        template = "courses/blocks/steps.html"


class WarningBlock(TitledBlock):
    """What to watch for, and what to do when it goes wrong."""

    text = SentencesBlock(label=_("What is said"))

    class Meta:
        label = _("When it goes wrong")
        icon = "warning"
        template = "courses/blocks/warning.html"


CARDS = [
    ("card", CardBlock()),
    ("steps", StepsBlock()),
    ("pair", PairBlock()),
    ("warning", WarningBlock()),
    ("sum", SumBlock()),
    ("calculator", CalculatorBlock()),
    ("listing", ListingBlock()),
    ("checklist", ChecklistBlock()),
    ("video", VideoBlock()),
    ("task", TaskBlock()),
    *CHECKS,
]
