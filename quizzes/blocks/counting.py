"""A question answered by a number."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks.asking import Faults, QuestionBlock, explaining_card, explanation

LARGEST = Decimal(10_000_000)


class NumericBlock(QuestionBlock):
    value = blocks.DecimalBlock(
        label=_("The right number"),
        help_text=_("Money comes out to the jiao: 4, 4.5. Say “suppose” for made-up prices."),
    )
    tolerance = blocks.DecimalBlock(
        label=_("May be off by"),
        default=Decimal(0),
        help_text=_("0 if it must be exact. 0.5 lets 3.5 to 4.5 pass for 4."),
    )
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, max_length=10, help_text=_("Yuan, jin, boxes. She need not type it.")
    )
    explanation = explanation()
    explains = explaining_card()

    def faults(self, value: blocks.StructValue) -> Faults:
        number, tolerance = value["value"], value["tolerance"]
        faults: Faults = {}
        if abs(number) > LARGEST:
            faults["value"] = _("This number is too large for a phone’s keys. Ask for a smaller one.")
        elif number != round(number, 2):
            faults["value"] = _("Use at most two places after the point.")
        if tolerance < 0:
            faults["tolerance"] = _("Give 0 or a number above it.")
        elif tolerance and tolerance >= abs(number):
            faults["tolerance"] = _("So wide that almost any number is right. Make it smaller than the number itself.")
        return faults

    class Meta:
        label = _("A number")
        icon = "decimal"
        label_format = "{prompt}"
        description = _("She works it out and types a number.")
