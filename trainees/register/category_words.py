"""Which categories a roster may speak of, and by which words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trainees.models import Category
from trainees.register.cells import BadCell
from trainees.register.columns import heading_key
from villages.names import split_aliases

BETWEEN = re.compile(r"[、,，;；/|\s]+")
ASKED = "是否"
LONGEST_TOLD = 10


@dataclass(frozen=True)
class CategoryWords:
    """`by_word` are those in use today; `resting` are words that we know and do not collect."""

    by_word: dict[str, int]
    resting: frozenset[str]
    of_household: frozenset[int]

    def of_cell(self, text: str) -> tuple[set[int], list[str]]:
        """Numbers of the categories in a cell, and the words that are known but not collected. Raises BadCell."""
        found, left_out = set(), []
        for word in filter(None, BETWEEN.split(text)):
            key = heading_key(word)
            if key in self.by_word:
                found.add(self.by_word[key])
            elif key in self.resting:
                left_out.append(word)
            else:
                raise BadCell(_unknown(word))
        return found, left_out

    def of_heading(self, text: str) -> int | None:
        """A column for one category: `脱贫户` or `是否脱贫户`."""
        return self.by_word.get(heading_key(text).removeprefix(ASKED))

    def rests(self, text: str) -> bool:
        return heading_key(text).removeprefix(ASKED) in self.resting


def _unknown(word: str) -> str:
    """A cell in the wrong column may hold a phone or an address: what is told stands in logs, too."""
    if len(word) > LONGEST_TOLD or any(map(str.isdigit, word)):
        return _("There is no such category. Correct it, or ask an administrator to add it.")
    return _("There is no category “%(word)s”. Correct it, or ask an administrator to add it.") % {"word": word}


def category_words(categories: Sequence[Category], today: datetime.date) -> CategoryWords:
    by_word: dict[str, int] = {}
    resting: set[str] = set()
    for category in categories:
        for name in (category.name_zh, category.name_en, *split_aliases(category.other_names)):
            if _in_use(category, today):
                by_word[heading_key(name)] = category.pk
            else:
                resting.add(heading_key(name))
    of_household = frozenset(one.pk for one in categories if one.of == Category.Of.HOUSEHOLD)
    return CategoryWords(by_word, frozenset(resting - set(by_word)), of_household)


def _in_use(category: Category, today: datetime.date) -> bool:
    begun = category.valid_from is None or category.valid_from <= today
    return category.in_use and begun and (category.valid_to is None or category.valid_to >= today)
