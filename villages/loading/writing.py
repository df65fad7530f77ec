"""Writing a plan: new rows in short writes that nobody sees, then all changes and the new rows' appearance at once."""

from __future__ import annotations

import datetime
from functools import partial
from itertools import groupby

from django.db import connection
from django.utils.translation import gettext as _

from villages.codes import level_of, parent_code
from villages.loading.checks import batches
from villages.loading.comparing import Plan
from villages.loading.entries import Entry
from villages.loading.files import Progress
from villages.loading.turns import Turn, in_short_writes
from villages.models import Division
from villages.names import kind_of, pinyin_words, short_name

NAMES = ("name", "short_name", "kind", "pinyin")
INSERTED = (
    *("code", "level", "parent_id", "kind", "name", "short_name", "pinyin", "aliases", "valid_from", "valid_to"),
    "generation",
)


class Writer:
    """Writes one plan. `ambiguous` are the codes of places that keep their whole name in lists."""

    def __init__(self, turn: Turn, plan: Plan, ambiguous: set[str], progress: Progress) -> None:
        self.turn = turn
        self.plan = plan
        self.ambiguous = ambiguous
        self.progress = progress

    def clear_leftovers(self) -> None:
        """Rows of a load that was killed. Nobody ever saw them, so they are no history. Villages go first."""
        for level in reversed(Division.Level.values):
            hidden = Division.everything.filter(generation__gte=self.turn.generation, level=level).order_by()
            in_short_writes(
                self.turn,
                list(hidden.values_list("pk", flat=True)),
                prepare=lambda keys: Division.everything.filter(pk__in=keys),
                write=lambda divisions: divisions.delete(),
                done=lambda count: self.progress(_("Clearing away a load that was broken off"), count, count),
            )

    def insert_new(self) -> None:
        """Parents before their children, invisible until `switch`."""
        keys = self._keys_of({parent_code(entry.code) for entry in self.plan.new})
        by_level = sorted(self.plan.new, key=lambda entry: level_of(entry.code))
        written = 0
        for level, grouped in groupby(by_level, key=lambda entry: level_of(entry.code)):
            entries = list(grouped)
            in_short_writes(
                self.turn,
                entries,
                prepare=lambda few: [self._row(entry, keys) for entry in few],
                write=_insert,
                done=partial(self._written, written),
            )
            written += len(entries)
            if level != Division.Level.VILLAGE:
                keys.update(self._keys_of({entry.code for entry in entries}))

    def switch(self, end_missing: datetime.date | None) -> None:
        """One transaction, small by `MOST_CHANGES`: from its commit on everybody sees the whole load."""
        changed = self._changed_divisions()
        links = self._successors()
        with self.turn.writing():
            for fields, divisions in changed:
                Division.everything.bulk_create(
                    divisions, update_conflicts=True, unique_fields=["code"], update_fields=fields
                )
            for keys in batches(self.plan.ending):
                Division.everything.filter(pk__in=keys).update(valid_to=end_missing)
            Division.everything.bulk_update(links, ["successor"], batch_size=200)
            self.turn.finish()

    def _written(self, before: int, count: int) -> None:
        self.progress(_("Writing"), before + count, len(self.plan.new))

    def _row(self, entry: Entry, parents: dict[str, int]) -> tuple:
        """The values of `INSERTED`."""
        details = entry.details or {}
        return (
            entry.code,
            level_of(entry.code),
            parents.get(parent_code(entry.code)),
            kind_of(entry.code, entry.name),
            entry.name,
            self._short_name(entry),
            pinyin_words(entry.name, details.get("aliases", "")),
            details.get("aliases", ""),
            connection.ops.adapt_datefield_value(details.get("valid_from")),
            connection.ops.adapt_datefield_value(details.get("valid_to")),
            self.turn.generation,
        )

    def _short_name(self, entry: Entry) -> str:
        is_village = level_of(entry.code) == Division.Level.VILLAGE
        return short_name(entry.name) if is_village and entry.code not in self.ambiguous else entry.name

    def _changed_divisions(self) -> list[tuple[list[str], list[Division]]]:
        """Changed places, grouped by the fields that their line gives: what it does not give stays as it is."""
        groups: dict[tuple[str, ...], list[Division]] = {}
        for batch in batches(self.plan.changed):
            stored = {row.code: row for row in Division.objects.filter(code__in=[entry.code for entry in batch])}
            for entry in batch:
                division = stored[entry.code]
                given = tuple(sorted(set(entry.details or {}) - {"successor"}))
                groups.setdefault(given, []).append(self._renewed(division, entry))
        return [([*NAMES, *given], divisions) for given, divisions in groups.items()]

    def _renewed(self, division: Division, entry: Entry) -> Division:
        for name, value in (entry.details or {}).items():
            if name != "successor":
                setattr(division, name, value)
        if division.name != entry.name:
            division.name = entry.name
            division.short_name = self._short_name(entry)
            division.kind = kind_of(entry.code, entry.name)
        division.pinyin = pinyin_words(division.name, division.aliases)
        division.pk = None  # the upsert finds the row by its code alone
        return division

    def _successors(self) -> list[Division]:
        wanted = {
            entry.code: entry.details["successor"]
            for entry in (*self.plan.new, *self.plan.changed)
            if entry.details and "successor" in entry.details
        }
        keys = self._keys_of({*wanted, *wanted.values()})
        return [Division(pk=keys[code], successor_id=keys[successor]) for code, successor in wanted.items()]

    def _keys_of(self, codes: set[str]) -> dict[str, int]:
        keys: dict[str, int] = {}
        for batch in batches(sorted(codes)):
            keys.update(Division.everything.filter(code__in=batch).values_list("code", "pk"))
        return keys


def _insert(rows: list[tuple]) -> None:
    """Past the ORM: putting 620,000 rows into its words takes longer than writing them, and while the lock is held."""
    columns = ", ".join(connection.ops.quote_name(column) for column in INSERTED)
    places = ", ".join(["%s"] * len(INSERTED))
    table = connection.ops.quote_name(Division._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)  # noqa: S608 - our own names
