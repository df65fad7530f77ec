"""Chinese text for machines: full-width forms and words for search. Pinyin is in `foundation.hanzi.pinyin`."""

from foundation.hanzi.widths import to_halfwidth
from foundation.hanzi.words import bigrams, endings, query_bigrams

__all__ = ["bigrams", "endings", "query_bigrams", "to_halfwidth"]
