"""Knowledge checks: one question among the cards, answered on the spot. It teaches and never counts in a score."""

from django.utils.translation import gettext_lazy as _

from courses.blocks.guides import GuidedBlock
from courses.blocks.said import CardValue
from quizzes.blocks import MultipleBlock, SingleBlock, TrueFalseBlock
from quizzes.checks import AskedAlone, asked_alone


class CheckValue(CardValue):
    def asked(self, card_id: str, language: str) -> AskedAlone:
        """The question as it is put before her; its id is that of the card."""
        return asked_alone({"type": self.block.asks, "id": card_id, "value": self.block.get_prep_value(self)}, language)


class SingleCheckBlock(GuidedBlock, SingleBlock):
    asks = "single"
    explains = None  # type: ignore[assignment] # the card that says it stands before this one

    class Meta:
        label = _("Check: choose one")
        group = _("Knowledge check")
        template = "courses/blocks/check.html"
        value_class = CheckValue


class MultipleCheckBlock(GuidedBlock, MultipleBlock):
    asks = "multiple"
    explains = None  # type: ignore[assignment]

    class Meta:
        label = _("Check: all that fit")
        group = _("Knowledge check")
        template = "courses/blocks/check.html"
        value_class = CheckValue


class TrueFalseCheckBlock(GuidedBlock, TrueFalseBlock):
    asks = "truefalse"
    explains = None  # type: ignore[assignment]

    class Meta:
        label = _("Check: is it so?")
        group = _("Knowledge check")
        template = "courses/blocks/check.html"
        value_class = CheckValue


CHECKS = [
    ("check_single", SingleCheckBlock()),
    ("check_multiple", MultipleCheckBlock()),
    ("check_truefalse", TrueFalseCheckBlock()),
]
