"""Reading division files. They may come in any order; each is known by its heading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path

from django.utils.translation import gettext as _

from foundation.sheets import Row, SheetError, Table, open_table
from villages.loading.entries import (
    MEANING,
    PARENT,
    Entry,
    EntryError,
    check_around,
    read_code,
    read_details,
    read_name,
)
from villages.loading.problems import Problems

Progress = Callable[[str, int, int], None]


def read_entries(paths: list[Path], prefix: str, problems: Problems, progress: Progress) -> list[Entry]:
    """All places of the files that lie under a code prefix, and the places around the prefix, in the order of codes."""
    entries: list[Entry] = []
    for number, path in enumerate(paths):
        progress(_("Reading"), number, len(paths))
        try:
            entries.extend(_entries_of(open_table(path), prefix, problems))
        except SheetError as error:
            problems.add(path.name, error.line, error.sentence)
    progress(_("Reading"), len(paths), len(paths))
    entries.sort(key=attrgetter("code"))
    return entries


def _entries_of(table: Table, prefix: str, problems: Problems) -> Iterator[Entry]:
    meanings = [MEANING.get(column.lower(), "") for column in table.columns]
    file = table.path.name
    for needed in ("code", "name"):
        if meanings.count(needed) != 1:
            problems.add(file, 1, _("A file of places needs one column “%(column)s”.") % {"column": needed})
            return
    for row in table.rows():
        try:
            entry = _entry(row, meanings, file, prefix)
        except EntryError as error:
            problems.add(file, row.line, str(error))
        else:
            if entry:
                yield entry


def _entry(row: Row, meanings: list[str], file: str, prefix: str) -> Entry | None:
    """None for a place outside the prefix: what is wrong with it otherwise is of no interest."""
    if len(row.cells) != len(meanings):
        raise EntryError(
            _("The line has %(found)s cells, the heading %(wanted)s.")
            % {"found": len(row.cells), "wanted": len(meanings)}
        )
    around = [cell for cell, meaning in zip(row.cells, meanings, strict=True) if meaning == PARENT]
    cells = dict(zip(meanings, row.cells, strict=True))
    code = read_code(cells["code"], max(around, key=len, default=""))
    if not (code.startswith(prefix) or prefix.startswith(code)):
        return None
    check_around(code, around)
    return Entry(code, read_name(cells["name"]), file, row.line, read_details(cells))
