"""Knowledge checks: one question among the cards, answered on the spot. It teaches and never counts in a score.

So it needs its reasons, which a quiz may lack.
"""

from django.utils.translation import gettext_lazy as _

from courses.blocks.guides import GuidedBlock
from courses.blocks.said import CardValue
from quizzes.blocks import MultipleBlock, SingleBlock, TrueFalseBlock
from quizzes.blocks.asking import explanation
from quizzes.checks import AskedAlone, asked_alone


class CheckValue(CardValue):
    def asked(self, card_id: str, language: str) -> AskedAlone:
        """The question as it is put before her; its id is that of the card."""
        return asked_alone({"type": self.block.asks, "id": card_id, "value": self.block.get_prep_value(self)}, language)


class SingleCheckBlock(GuidedBlock, SingleBlock):
    asks = "single"
    needs_reasons = True
    explanation = explanation(required=True)
    explains = None  # type: ignore[assignment] # the card that says it stands before this one

    class Meta:
        label = _("Check: choose one")
        group = _("Knowledge check")
        template = "courses/blocks/check.html"
        value_class = CheckValue


class MultipleCheckBlock(GuidedBlock, MultipleBlock):
    asks = "multiple"
    needs_reasons = True
    explanation = explanation(required=True)
    explains = None  # type: ignore[assignment]

    class Meta:
        label = _("Check: all that fit")
        group = _("Knowledge check")
        template = "courses/blocks/check.html"
        value_class = CheckValue


class TrueFalseCheckBlock(GuidedBlock, TrueFalseBlock):
    asks = "truefalse"
    needs_reasons = True
    explanation = explanation(required=True)
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
