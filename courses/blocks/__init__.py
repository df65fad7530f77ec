"""The cards of a lesson. Each kind has a template of its own, `courses/blocks/<kind>.html`."""

from courses.blocks.cards import CARDS, CardBlock, StepsBlock, WarningBlock
from courses.blocks.checking import CHECKS, CheckValue
from courses.blocks.comparing import PairBlock
from courses.blocks.doing import ChecklistBlock, TaskBlock
from courses.blocks.selling import CalculatorBlock, ListingBlock, SumBlock
from courses.blocks.showing import VideoBlock

__all__ = [
    "CARDS",
    "CHECKS",
    "CalculatorBlock",
    "CardBlock",
    "CheckValue",
    "ChecklistBlock",
    "ListingBlock",
    "PairBlock",
    "StepsBlock",
    "SumBlock",
    "TaskBlock",
    "VideoBlock",
    "WarningBlock",
]
