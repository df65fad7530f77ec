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
from villages.names import kind_of, pinyin_words, short_name, with_old_name

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
        changed = self._changed_rows()
        links = self._successors()
        with self.turn.writing():
            for columns, rows in changed:
                _update(columns, rows)
            for keys in batches(self.plan.ending):
                Division.everything.filter(pk__in=keys).update(valid_to=end_missing)
            _update(["successor_id"], links)
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

    def _changed_rows(self) -> list[tuple[list[str], list[tuple]]]:
        """Columns, and rows of their values and the code. What a line does not give is not among its columns."""
        groups: dict[tuple[str, ...], list[tuple]] = {}
        for batch in batches(self.plan.changed):
            stored = {row.code: row for row in Division.objects.filter(code__in=[entry.code for entry in batch])}
            for entry in batch:
                given = {key: value for key, value in (entry.details or {}).items() if key != "successor"}
                values = self._renewed(stored[entry.code], entry, given)
                groups.setdefault(tuple(values), []).append((*values.values(), entry.code))
        return [(list(columns), rows) for columns, rows in groups.items()]

    def _renewed(self, division: Division, entry: Entry, given: dict) -> dict:
        """The new value of each column that changes. A short name mended by hand outlives all but a new name.

        By the old name it is found as before, unless the file says which other names there are.
        """
        if division.name != entry.name and "aliases" not in given:
            given = given | {"aliases": with_old_name(division.aliases, division.name)}
        values: dict = {"pinyin": pinyin_words(entry.name, given.get("aliases", division.aliases))}
        if division.name != entry.name:
            values |= {"name": entry.name, "short_name": self._short_name(entry)}
            values["kind"] = kind_of(entry.code, entry.name)
        for column in ("valid_from", "valid_to"):
            if column in given:
                values[column] = connection.ops.adapt_datefield_value(given[column])
        return values | ({"aliases": given["aliases"]} if "aliases" in given else {})

    def _successors(self) -> list[tuple[int, str]]:
        wanted = {
            entry.code: entry.details["successor"]
            for entry in (*self.plan.new, *self.plan.changed)
            if entry.details and "successor" in entry.details
        }
        keys = self._keys_of(set(wanted.values()))
        return [(keys[successor], code) for code, successor in wanted.items()]

    def _keys_of(self, codes: set[str]) -> dict[str, int]:
        keys: dict[str, int] = {}
        for batch in batches(sorted(codes)):
            keys.update(Division.everything.filter(code__in=batch).values_list("code", "pk"))
        return keys


def _insert(rows: list[tuple]) -> None:
    """Past the ORM: putting 620,000 rows into its words takes longer than writing them, and while the lock is held."""
    places = ", ".join(["%s"] * len(INSERTED))
    _execute_for_each(f"INSERT INTO {{table}} ({', '.join(INSERTED)}) VALUES ({places})", rows)  # noqa: S608 - as below


def _update(columns: list[str], rows: list[tuple]) -> None:
    """Rows end in the code of the place that they change."""
    changes = ", ".join(f"{column} = %s" for column in columns)
    _execute_for_each(f"UPDATE {{table}} SET {changes} WHERE code = %s", rows)  # noqa: S608 - our own columns


def _execute_for_each(statement: str, rows: list[tuple]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement.format(table=connection.ops.quote_name(Division._meta.db_table)), rows)
