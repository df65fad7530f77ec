"""Two versions of a page beside each other, in words: Wagtail says “False” of an empty tick and “None” of a day."""

import datetime
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import pgettext
from wagtail import blocks
from wagtail.admin import compare

FIELDS = (models.BooleanField, models.DateField, models.IntegerField, models.DecimalField)
BLOCKS = (blocks.BooleanBlock, blocks.ChoiceBlock, blocks.DateBlock, blocks.IntegerBlock, blocks.DecimalBlock)


def said(value: Any) -> str:
    """As whoever reads it would say it."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return pgettext("ticked", "Yes") if value else pgettext("ticked", "No")
    if isinstance(value, datetime.date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return str(value)


class SaidField(compare.FieldComparison):
    def htmldiff(self) -> SafeString:
        return _beside(said(self.val_a), said(self.val_b))


class SaidBlock(compare.BlockComparison):
    """Of a choice what she chose it by."""

    def htmlvalue(self, val: Any) -> SafeString:
        return escape(self._said(val))

    def htmldiff(self) -> SafeString:
        return _beside(self._said(self.val_a), self._said(self.val_b))

    def _said(self, value: Any) -> str:
        choices = dict(self.block.field.choices) if isinstance(self.block, blocks.ChoiceBlock) else {}
        return said(choices.get(value, value))


def say_what_was_changed() -> None:
    """Wagtail asks a block for its class, and knows those of the fields by a list."""
    for field in FIELDS:
        compare.register_comparison_class(field, comparison_class=SaidField)
    for block in BLOCKS:
        block.get_comparison_class = lambda _block: SaidBlock


def _beside(before: str, after: str) -> SafeString:
    if before == after:
        return escape(after)
    return compare.TextDiff([("deletion", before), ("addition", after)], separator=" ").to_html()
