"""Writing places: loading them from files, and what an administrator changes by hand."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from villages.loading.checks import ambiguous_codes, check_duplicates, check_successors, with_places_around
from villages.loading.comparing import Plan, add_endings, compare
from villages.loading.entries import Entry
from villages.loading.files import Progress, read_entries
from villages.loading.problems import LoadRefusedError, Problem, Problems
from villages.loading.turns import turn
from villages.loading.writing import Writer
from villages.models import Division
from villages.names import join_aliases, kind_of, pinyin_words, short_name, with_old_name

__all__ = ["LoadRefusedError", "Problem", "import_divisions", "rename_division", "update_division"]


def _silent(stage: str, done: int, total: int) -> None:
    pass


def import_divisions(
    *,
    paths: Iterable[Path],
    prefix: str = "",
    end_missing: datetime.date | None = None,
    dry_run: bool = False,
    progress: Progress = _silent,
) -> Plan:
    """Load places from files: all of them or, with LoadRefusedError, none. The same files again change nothing.

    Everything is read and checked before the first write. Writes are short, and what they bring is seen by nobody until
    the last one; a killed load leaves nothing to be seen, and starting it again completes it. Existing places keep what
    the files do not give (other names, days, successors). `dry_run` only says what would happen.

    `end_missing` is the last day of the places under the prefix (anywhere, if it is empty) that no file names any more,
    among the levels that they do name.
    """
    entries = _read_and_check(list(paths), prefix, progress)
    if dry_run:
        return _plan(entries, prefix, end_missing, progress)
    ambiguous = ambiguous_codes(entries)
    with turn() as mine:
        plan = _plan(entries, prefix, end_missing, mine.living(progress))
        writer = Writer(mine, plan, ambiguous, progress)
        writer.clear_leftovers()
        if not plan.is_empty:
            writer.insert_new()
            writer.switch(end_missing)
    return plan


def update_division(
    *, division: Division, short_name: str, aliases: str, valid_to: datetime.date | None, successor: Division | None
) -> Division:
    """What an administrator may change; the rest comes from files. Raises ValidationError."""
    division.short_name = short_name
    division.aliases = join_aliases(aliases)
    division.pinyin = pinyin_words(division.name, division.aliases)
    division.valid_to = valid_to
    division.successor = successor
    with transaction.atomic():
        division.full_clean(exclude=["parent", "kind"])
        division.save(update_fields=["short_name", "aliases", "pinyin", "valid_to", "successor"])
    return division


@transaction.atomic
def rename_division(*, division: Division, name: str) -> Division:
    """From today it is called so; by its old name it is found as before. A short name mended by hand goes with it."""
    division.aliases = with_old_name(division.aliases, division.name)
    division.name, division.short_name, division.kind = name, short_name(name), kind_of(division.code, name)
    division.pinyin = pinyin_words(name, division.aliases)
    division.full_clean(exclude=["parent", "successor"])
    division.save(update_fields=["name", "short_name", "kind", "aliases", "pinyin"])
    return division


def _read_and_check(paths: list[Path], prefix: str, progress: Progress) -> list[Entry]:
    problems = Problems()
    entries = read_entries(paths, prefix, problems, progress)
    check_duplicates(entries, problems)
    given, entries = entries, with_places_around(entries, problems)
    check_successors(entries, problems)
    problems.refuse_if_any()
    if not any(entry.code.startswith(prefix) for entry in given):
        raise LoadRefusedError(_("Nothing was loaded: the files name no place under %(prefix)s.") % {"prefix": prefix})
    return entries


def _plan(entries: list[Entry], prefix: str, end_missing: datetime.date | None, progress: Progress) -> Plan:
    plan = compare(entries, progress)
    if end_missing:
        add_endings(plan, entries, prefix, end_missing)
    return plan
