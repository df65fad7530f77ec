"""What a load would change: the files against the database."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from villages.codes import level_of
from villages.loading.checks import batches
from villages.loading.entries import Entry
from villages.loading.files import Progress
from villages.loading.problems import LoadRefusedError, Problems
from villages.models import Division
from villages.selectors import divisions_under

# What exists already changes in one transaction, all or nothing. This many take well under the three seconds that a
# learner may have to wait for the only write lock of SQLite.
MOST_CHANGES = 20_000
COMPARED = ("name", "aliases", "valid_from", "valid_to", "successor__code")


@dataclass
class Plan:
    """`new` and `changed` in the order of codes; `ending` are keys; `ended_already` are in the files, yet ended."""

    new: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    ending: list[int] = field(default_factory=list)
    unchanged: int = 0
    ended_already: int = 0
    levels: Counter = field(default_factory=Counter)

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.changed or self.ending)


def compare(entries: list[Entry], progress: Progress) -> Plan:
    """Raises LoadRefusedError when more existing places would change than can change at once."""
    plan = Plan(levels=Counter(level_of(entry.code) for entry in entries))
    problems = Problems()
    done = 0
    for batch in batches(entries):
        rows = Division.objects.filter(code__in=[entry.code for entry in batch]).order_by()
        existing = {row["code"]: row for row in rows.values("code", *COMPARED)}
        for entry in batch:
            row = existing.get(entry.code, {})
            if _ends_before_it_begins(entry, row):
                problems.add(entry.file, entry.line, _("The place ends before it begins."))
            _sort_in(plan, entry, row)
        done += len(batch)
        progress(_("Comparing"), done, len(entries))
    problems.refuse_if_any()
    _refuse_too_many(plan)
    return plan


def add_endings(plan: Plan, entries: list[Entry], prefix: str, day: datetime.date) -> None:
    """Places under the prefix that no file names any more, of the levels that the files do name."""
    given = {entry.code for entry in entries}
    standing = divisions_under(prefix).filter(level__in=plan.levels, valid_to__isnull=True).order_by()
    missing = [
        (pk, start) for pk, code, start in _stream(standing) if code not in given and not prefix.startswith(code)
    ]
    if any(start and start > day for _pk, start in missing):
        raise LoadRefusedError(_("Some of the places that are missing began after that day. Give a later one."))
    plan.ending = [pk for pk, _start in missing]
    _refuse_too_many(plan)


def _stream(divisions):
    return divisions.values_list("pk", "code", "valid_from").iterator(chunk_size=5000)


def _ends_before_it_begins(entry: Entry, existing: dict) -> bool:
    """A line may give one of the two days, the database the other."""
    days = {**existing, **(entry.details or {})}
    begin, end = days.get("valid_from"), days.get("valid_to")
    return bool(begin and end and end < begin)


def _sort_in(plan: Plan, entry: Entry, existing: dict) -> None:
    if not existing:
        plan.new.append(entry)
        return
    given = {"name": entry.name, **(entry.details or {})}
    if "successor" in given:
        given["successor__code"] = given.pop("successor")
    if any(existing[what] != value for what, value in given.items()):
        plan.changed.append(entry)
        return
    plan.unchanged += 1
    if existing["valid_to"] and not (entry.details and "valid_to" in entry.details):
        plan.ended_already += 1


def _refuse_too_many(plan: Plan) -> None:
    linked = sum(1 for entry in plan.new if entry.details and "successor" in entry.details)
    count = len(plan.changed) + len(plan.ending) + linked
    if count > MOST_CHANGES:
        sentence = _(
            "Nothing was loaded: %(count)s places that are there already would change, and at most %(most)s may change "
            "at once. Load a smaller area with --prefix."
        )
        raise LoadRefusedError(sentence % {"count": count, "most": MOST_CHANGES})
