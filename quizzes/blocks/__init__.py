"""The questions of a quiz. Each kind has a template of its own, `quizzes/questions/<kind>.html`."""

from quizzes.blocks.arranging import MatchingBlock, OrderingBlock
from quizzes.blocks.asking import QuestionBlock
from quizzes.blocks.choosing import MultipleBlock, SingleBlock, TrueFalseBlock
from quizzes.blocks.counting import NumericBlock
from quizzes.blocks.wording import ShortBlock

QUESTIONS = [
    ("single", SingleBlock()),
    ("multiple", MultipleBlock()),
    ("truefalse", TrueFalseBlock()),
    ("numeric", NumericBlock()),
    ("ordering", OrderingBlock()),
    ("matching", MatchingBlock()),
    ("short", ShortBlock()),
]

__all__ = [
    "QUESTIONS",
    "MatchingBlock",
    "MultipleBlock",
    "NumericBlock",
    "OrderingBlock",
    "QuestionBlock",
    "ShortBlock",
    "SingleBlock",
    "TrueFalseBlock",
]
