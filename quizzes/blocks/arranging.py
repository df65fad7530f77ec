"""Questions answered by arranging: what comes first, what belongs together."""

import re

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks.asking import (
    Faults,
    PartBlock,
    QuestionBlock,
    UntranslatedBlock,
    explaining_card,
    explanation,
    said_twice,
)
from quizzes.canonical import places_in

NO_NUMBERS = re.compile(r"[^\d\s,，、.-]")


class OrderingBlock(QuestionBlock):
    """The lines in their right order; other orders that are right too are given by the numbers of the lines."""

    items = blocks.ListBlock(
        blocks.CharBlock(label=_("Line"), max_length=60),
        label=_("Lines in their right order"),
        default=["", "", ""],
        max_num=6,
        help_text=_("From first to last, three to five lines. She sees them mixed."),
    )
    also_right = blocks.ListBlock(
        UntranslatedBlock(
            label=_("Another right order"), max_length=20, help_text=_("Numbers of the lines above, such as 2 1 3 4.")
        ),
        label=_("Also right"),
        default=[],
        max_num=10,
        help_text=_("Where it does not matter what comes first, give every other order that is right."),
    )
    explanation = explanation()
    explains = explaining_card()

    def faults(self, value: blocks.StructValue) -> Faults:
        items = list(value["items"])
        twice = said_twice(items)
        faults: Faults = {}
        if len(items) < 2:
            faults["items"] = _("Give at least two lines to put in order.")
        elif twice:
            faults["items"] = _("Two lines say “%(text)s”. Change one of them.") % {"text": twice}
        wanted = list(range(1, len(items) + 1))
        odd = [text for text in value["also_right"] if sorted(places_in(text)) != wanted or NO_NUMBERS.search(text)]
        if odd:
            example = " ".join(map(str, [2, 1, *wanted[2:]]))
            faults["also_right"] = _("“%(text)s” does not name each line once. Write it like this: %(example)s.") % {
                "text": odd[0],
                "example": example,
            }
        return faults

    class Meta:
        label = _("Put in order")
        icon = "list-ol"
        label_format = "{prompt}"
        description = _("What comes first, what next? She taps one after the other.")


class PairBlock(PartBlock):
    left = blocks.CharBlock(label=_("This"), max_length=40)
    right = blocks.CharBlock(label=_("belongs to this"), max_length=60)

    class Meta:
        label = _("Pair")
        icon = "link"
        label_format = "{left} – {right}"


class MatchingBlock(QuestionBlock):
    pairs = blocks.ListBlock(
        PairBlock(),
        label=_("Pairs"),
        default=[{}, {}, {}],
        max_num=6,
        help_text=_("Three or four pairs. She sees the right side mixed."),
    )
    explanation = explanation()
    explains = explaining_card()

    def faults(self, value: blocks.StructValue) -> Faults:
        pairs = list(value["pairs"])
        twice = said_twice(pair["left"] for pair in pairs) or said_twice(pair["right"] for pair in pairs)
        if len(pairs) < 2:
            return {"pairs": _("Give at least two pairs.")}
        if twice:
            said = _("Two pairs say “%(text)s”. She could not know which is meant; change one.")
            return {"pairs": said % {"text": twice}}
        return {}

    class Meta:
        label = _("Match")
        icon = "link"
        label_format = "{prompt}"
        description = _("What belongs together? She taps one on the left and one on the right.")
