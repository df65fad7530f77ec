"""The cards of a lesson. Each kind has a template of its own, `courses/blocks/<kind>.html`."""

from courses.blocks.cards import CARDS, CardBlock, StepsBlock, WarningBlock
from courses.blocks.comparing import PairBlock
from courses.blocks.doing import ChecklistBlock, TaskBlock
from courses.blocks.selling import CalculatorBlock, ListingBlock, SumBlock

__all__ = [
    "CARDS",
    "CalculatorBlock",
    "CardBlock",
    "ChecklistBlock",
    "ListingBlock",
    "PairBlock",
    "StepsBlock",
    "SumBlock",
    "TaskBlock",
    "WarningBlock",
]
