"""What every question has: what is asked, a picture, the card that explains it, and why the answer is so."""

import re
from collections import Counter
from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail_localize.segments import StringSegmentValue

from media.blocks import PictureBlock

# The screen gives the verdict. A right “It is not so” that is answered with “Wrong. …” confuses everyone.
VERDICT = re.compile(
    r"\s*(?:[对错][。，！,.!：:]|不对|正确|没错|答对|答错|(?:true|false|right|wrong|correct|yes|no)\s*[,.!:;—–])", re.I
)

Faults = dict[str, str | Promise]
"""What is wrong, by the name of the field."""


class UntranslatedBlock(blocks.CharBlock):
    """Text that is no word: the same in every language."""

    def get_translatable_segments(self, value: str) -> list[StringSegmentValue]:
        return []

    def restore_translated_segments(self, value: str, segments: list[StringSegmentValue]) -> str:
        return value


class PartBlock(blocks.StructBlock):
    """One of several in a question. What a default leaves out is empty; Wagtail's form would say “undefined” there."""

    def normalize(self, value: dict) -> blocks.StructValue:
        if not isinstance(value, blocks.StructValue):
            value = {name: value.get(name, block.get_default()) for name, block in self.child_blocks.items()}
        return super().normalize(value)


class CardOfLessonBlock(UntranslatedBlock):
    """The id of a card of the lesson above the quiz; the editor shows the cards by their titles (`cards.js`)."""

    def __init__(self, **options):
        super().__init__(**options)
        self.field.widget = forms.TextInput(attrs={"data-controller": "card-of-lesson"})


class QuestionBlock(blocks.StructBlock):
    """The parent of every kind. Drafts may be half done; what is missing is asked for when she publishes."""

    needs_reasons = False  # to each wrong answer
    prompt = blocks.TextBlock(
        label=_("What is asked"),
        rows=2,
        max_length=200,
        help_text=_("One or two short sentences, as one would say them. Ask what is so, not what is not."),
    )
    picture = PictureBlock(
        label=_("Picture"), required=False, help_text=_("It may show what is meant, not the answer.")
    )

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        faults = self.faults(value)
        if VERDICT.match(value["explanation"] or ""):
            faults["explanation"] = _("Leave out the first word: the screen says whether it was right. Begin with why.")
        if faults:
            raise StructBlockValidationError({name: ValidationError([said]) for name, said in faults.items()})
        return value

    def faults(self, value: blocks.StructValue) -> Faults:
        """What keeps this question from being asked, in sentences that say what to do."""
        raise NotImplementedError


def explanation(*, required: bool = False) -> blocks.TextBlock:
    """A quiz may be published without it, and the editor hints at it; what teaches on the spot needs it."""
    return blocks.TextBlock(
        label=_("Why"),
        required=required,
        rows=2,
        max_length=200,
        help_text=_("Shown after every answer, right or wrong. Only the reason, no “right” or “wrong”."),
    )


def explaining_card() -> CardOfLessonBlock:
    return CardOfLessonBlock(
        label=_("Which card explains it"),
        required=False,
        max_length=36,
        help_text=_("After a wrong answer she can go back to this card."),
    )


def said_twice(texts: Iterable[str]) -> str:
    """The first text that stands there more than once, or nothing."""
    counted = Counter(" ".join((text or "").split()) for text in texts)
    return next((text for text, times in counted.items() if text and times > 1), "")
