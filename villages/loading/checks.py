"""The lines of the files against each other and against what is there already. Entries are in the order of codes."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from pathlib import Path

from django.utils.translation import gettext as _

from villages.codes import FULL_LENGTH, parent_code
from villages.loading.entries import Entry
from villages.loading.problems import Problems
from villages.models import Division
from villages.names import short_name
from villages.selectors import current_codes

AT_ONCE = 900
ABOVE_TOWNSHIPS = Path(__file__).resolve().parents[1] / "starter" / "above_townships.csv"


def batches(items: list, size: int = AT_ONCE) -> Iterator[list]:
    return (items[start : start + size] for start in range(0, len(items), size))


def known_codes(codes: Iterable[str]) -> set[str]:
    """Those of the codes that are in the database already."""
    found: set[str] = set()
    for batch in batches(sorted(codes)):
        found.update(Division.objects.filter(code__in=batch).order_by().values_list("code", flat=True))
    return found


def check_duplicates(entries: list[Entry], problems: Problems) -> None:
    for first, second in pairwise(entries):
        if first.code == second.code:
            sentence = _("The code %(code)s is there twice, first in %(file)s, line %(line)s. Remove one.")
            values = {"code": first.code, "file": first.file, "line": first.line}
            problems.add(second.file, second.line, sentence % values)


def with_places_around(entries: list[Entry], problems: Problems) -> list[Entry]:
    """The entries, and before them the province, prefecture and county that neither files nor database have.

    A county's own file seldom names what is above it, so those names come with the project.
    """
    given = {entry.code for entry in entries if len(entry.code) < FULL_LENGTH}
    wanted = {parent_code(entry.code) for entry in entries} - given - {""}
    lacking = wanted - known_codes(wanted)
    above = _from_starter(lacking, given)
    for entry in entries:
        if (around := parent_code(entry.code)) in lacking and around not in above:
            sentence = _("The place %(around)s, in which %(code)s lies, is missing. Add a file that names it.")
            problems.add(entry.file, entry.line, sentence % {"around": around, "code": entry.code})
    return sorted(above.values(), key=lambda entry: entry.code) + entries if above else entries


def check_successors(entries: list[Entry], problems: Problems) -> None:
    """A successor must be there, be of the same level, and not lead back."""
    given = {entry.code: entry for entry in entries if entry.details and "successor" in entry.details}
    if not given:
        return
    followed = current_codes() | {code: entry.details["successor"] for code, entry in given.items() if entry.details}
    in_files = {entry.code for entry in entries}
    missing = set(followed.values()) - in_files
    missing -= known_codes(missing)
    for code, entry in given.items():
        if sentence := _fault_of(code, followed, missing):
            problems.add(entry.file, entry.line, sentence)


def ambiguous_codes(entries: list[Entry]) -> set[str]:
    """Villages whose short name another village of the same township has too: these keep their whole name."""
    found: set[str] = set()
    for _around, siblings in groupby(entries, key=lambda entry: parent_code(entry.code)):
        named: dict[str, list[str]] = {}
        for entry in siblings:
            if len(entry.code) == FULL_LENGTH:
                named.setdefault(short_name(entry.name), []).append(entry.code)
        found.update(code for codes in named.values() if len(codes) > 1 for code in codes)
    return found


def _from_starter(lacking: set[str], given: set[str]) -> dict[str, Entry]:
    if not lacking:
        return {}
    with ABOVE_TOWNSHIPS.open(encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    wanted = {code for around in lacking for code in _upwards(around)} - given
    wanted -= known_codes(wanted)
    file_name = ABOVE_TOWNSHIPS.name
    return {code: Entry(code, names[code], file_name, 1, None) for code in wanted if code in names}


def _upwards(code: str) -> Iterator[str]:
    while code:
        yield code
        code = parent_code(code)


def _fault_of(code: str, followed: dict[str, str], missing: set[str]) -> str:
    successor = followed[code]
    if successor in missing:
        return _("The place %(code)s, which this one became part of, is missing.") % {"code": successor}
    if len(successor) != len(code):
        return _("A place can only become part of one of its own level; %(code)s is not.") % {"code": successor}
    seen, last = {code}, successor
    while last in followed and last not in seen:
        seen.add(last)
        last = followed[last]
    return _("The places that became part of one another run in a circle.") if last in seen else ""
