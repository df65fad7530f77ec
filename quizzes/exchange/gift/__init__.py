"""GIFT, the text format of Moodle: `::name:: What is asked? {=right ~wrong#why}`.

Read as Moodle reads it, and more kindly where that spoils nothing: blank lines may stand within braces, and braces
that are never closed end with their paragraph. Full-width signs are text. Two things are ours: lines to be put in order
stand below each other in `{>ALL …}`, with `=2 1 3` for another right order; one word behind the number is its unit.
"""

from quizzes.exchange.gift.reading import read
from quizzes.exchange.gift.writing import write

__all__ = ["read", "write"]
