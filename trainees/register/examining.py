"""A whole roster, read and judged. Nothing is written here, however often it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation.sheets import SheetError
from trainees.models import Category
from trainees.register.category_words import CategoryWords, category_words
from trainees.register.lines import LineReader
from trainees.register.reading import Roster, open_roster
from trainees.register.standing import Standing, standing_of
from trainees.register.verdicts import CHANGED, DOUBTFUL, NEW, REFUSED, SAME, Judge, Verdict, counts_of
from trainees.register.village_names import VillageNames
from trainees.selectors.rosters import moved_away, named_villages, townships_around, trainees_of_area, villages_today

Progress = Callable[[int], None]
TELL_EVERY = 1000
SHOWN_WORDS = 40


class TooLongForNow(Exception):
    """The roster has more lines than were allowed for."""


@dataclass(frozen=True)
class Examined:
    """`notes` are about the file as a whole: columns that are not read, lines below the table."""

    headings: list[str]
    keys: list[str]
    verdicts: list[Verdict]
    standing: Standing
    notes: list[str]

    @property
    def counts(self) -> dict[str, int]:
        return counts_of(self.verdicts)

    @property
    def can_be_saved(self) -> bool:
        counts = self.counts
        return not counts[REFUSED] and not counts[DOUBTFUL]

    @property
    def changes_nothing(self) -> bool:
        counts = self.counts
        return not counts[NEW] and not counts[CHANGED] and not self.untold

    @property
    def untold(self) -> int:
        """Lines that are written though nothing is told of a change."""
        return sum(one.status == SAME and one.has_untold for one in self.verdicts)


def examine(  # noqa: PLR0913 - the command and the office ask alike, and each leaves out what it does not need
    path: Path,
    *,
    area: str,
    with_ids: bool = False,
    tells_all: bool = True,
    progress: Progress | None = None,
    at_most: int | None = None,
) -> Examined:
    """Raises SheetError for what is no roster, and TooLongForNow for one with more than `at_most` lines.

    Unless it `tells_all`, what comes out does not depend on what is kept of the sensitive columns.
    """
    today = timezone.localdate()
    with_ids = with_ids and settings.ID_NUMBERS
    roster = open_roster(path)
    named = named_villages(area)
    categories = list(Category.objects.all())
    words, sensitive = category_words(categories, today), frozenset(one.pk for one in categories if one.is_sensitive)
    villages = VillageNames(named, townships_around(area))
    reader = LineReader(roster.keys, roster.headings, villages, words, with_ids, today)
    standing = standing_of(trainees_of_area(area), villages_today(named), moved_away(area))
    judge = Judge(standing, words.of_household, None if tells_all else sensitive)
    verdicts = []
    for many, row in enumerate(roster.people(), 1):
        if at_most is not None and many > at_most:
            raise TooLongForNow
        verdicts.append(judge.judge(reader.read(row)))
        if progress and many % TELL_EVERY == 0:
            progress(many)
    if not verdicts:
        raise SheetError(_("No line of this file holds a person."))
    notes = list(_notes(roster, words, with_ids))
    if any(one.has_untold for one in verdicts):
        notes.insert(0, _("Not compared here, and written when you save: ethnicity, sensitive categories, ID numbers."))
    return Examined(roster.headings, roster.keys, verdicts, standing, notes)


def _notes(roster: Roster, words: CategoryWords, with_ids: bool) -> Iterable[str]:
    resting = [name for name in roster.unknown if words.rests(name)]
    strange = [name for name in roster.unknown if words.of_heading(name) is None and name not in resting]
    if strange:
        yield _("Not read, for we keep nothing of the kind: %(columns)s.") % {"columns": _listed(strange)}
    if resting:
        yield _("Not collected here, so not read: %(columns)s.") % {"columns": _listed(resting)}
    if "id" in roster.keys and not with_ids:
        yield _("The ID numbers were not read: nobody asked for them to be kept.")
    yield from roster.notes
    if roster.foot:
        lines = ", ".join(map(str, roster.foot[:SHOWN_WORDS]))
        yield _("No people: headings, remarks and empty numbers in line %(lines)s.") % {"lines": lines}


def _listed(names: list[str]) -> str:
    return "、".join(name[:SHOWN_WORDS] for name in names[:SHOWN_WORDS])
