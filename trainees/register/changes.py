"""What a line of a roster says otherwise than the register does, and what of it whoever brought it in may be told.

Ethnicity, sensitive categories and ID numbers are shown to nobody. A line that is "the same" or "changed" by them would
tell by trying, so for all but administrators they are compared in silence and written with the rest. An ID number
never takes the place of another one in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from trainees.names import unpadded
from trainees.register.id_numbers import digest_of
from trainees.register.lines import Line
from trainees.register.standing import FIELDS, Known

UNTOLD = ("ethnicity", "id")


class Change(NamedTuple):
    """`before` and `after` as they are kept; the report masks them."""

    key: str
    before: Any
    after: Any


def changes_of(line: Line, person: Known) -> list[Change]:
    """What the line says otherwise than the register does; what it leaves empty is no change."""
    given = {key: _kept(line.values[key]) for key in FIELDS if key in line.values and key != "household"}
    changes = [Change(key, person.values[key], new) for key, new in given.items() if new != _stood(key, person)]
    if (home := _home(line, person)) != person.home:
        changes.append(Change("household", person.home[1], home[1]))
    if line.values.get("head", person.is_head) != person.is_head:
        changes.append(Change("head", person.is_head, line.values["head"]))
    if "id" in line.values and digest_of(line.values["id"]) != person.values["id_digest"]:
        changes.append(Change("id", person.values["id_end"], line.values["id"][-4:]))
    joined = line.values["joined"] - person.categories
    left = line.values["left"] & person.categories
    if joined or left:
        changes.append(Change("categories", sorted(left), sorted(joined)))
    return changes


def _stood(key: str, person: Known) -> Any:
    """A name that was kept with a space to pad it is no other name."""
    value = person.values[key]
    return unpadded(value) if key == "name" else value


def _home(line: Line, person: Known) -> tuple[Any, str]:
    """The household that she is in by this line. Nobody takes that of her old village along."""
    if "household" in line.values:
        return line.village.pk, line.values["household"]
    return ("", "") if line.village.pk != person.values["village"] else person.home


def may_change_untold(line: Line, sensitive: frozenset[int]) -> bool:
    """By what stands in the line alone."""
    return any(key in line.values for key in UNTOLD) or bool((line.values["joined"] | line.values["left"]) & sensitive)


def told_and_untold(changes: Iterable[Change], sensitive: frozenset[int]) -> tuple[list[Change], list[Change]]:
    told, untold = [], []
    for change in changes:
        if change.key == "categories":
            told += _categories(change, lambda pk: pk not in sensitive)
            untold += _categories(change, lambda pk: pk in sensitive)
        elif change.key in UNTOLD:
            untold += [] if change.key == "id" and change.before else [change]
        else:
            told.append(change)
    return told, untold


def _categories(change: Change, wanted: Callable[[int], bool]) -> list[Change]:
    left, joined = (list(filter(wanted, keys)) for keys in change[1:])
    return [Change(change.key, left, joined)] if left or joined else []


def _kept(value: Any) -> Any:
    return getattr(value, "pk", value)
