"""What the register says of two entries that are one person: the kept one's line is filled from the other's.

What was filled is told by the names of its fields alone, never by what stood in them: undoing compares both lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q

from trainees.models import CategoryMembership, Household, Person, RegisterEntry, Trainee

Together = tuple[str, ...]
"""Fields that are filled together, and only when the first one is empty."""
OF_A_PLACE: tuple[Together, ...] = (("hamlet",), ("household_id",))
OF_ENTRY: tuple[Together, ...] = (
    *(("gender",), ("age_band",), ("ethnicity",), ("schooling",), ("occupation",)),
    ("id_digest", "id_sealed", "id_end"),
    *OF_A_PLACE,
)
OF_PERSON: tuple[Together, ...] = (("phone", "phone_verified_at"), ("age",))
OF_TRAINEE: tuple[Together, ...] = (("registered_village_id",),)


def fill_register(kept: Trainee, other: Trainee) -> dict[str, Any]:
    """Both are locked. The line of another village's household and hamlet is not hers."""
    if not (hasattr(kept, "person") and hasattr(other, "person")):
        return {}
    mine, theirs = kept.person, other.person
    filled = {"trainee": _fill(kept, other, OF_TRAINEE), "person": _fill(mine, theirs, OF_PERSON)}
    line = RegisterEntry.objects.filter(person=theirs).first()
    entry, made = None, False
    if line:
        entry, made = RegisterEntry.objects.get_or_create(person=mine)
        here = kept.village_id == other.village_id
        filled["entry"] = _fill(entry, line, OF_ENTRY if here else OF_ENTRY[: -len(OF_A_PLACE)])
    return filled | {"made": made, "head_of": _lead(entry, mine, theirs), "categories": _categories(mine, theirs)}


def take_register_back(filled: dict[str, Any], kept: Trainee, other: Trainee) -> None:
    """What stands as it was filled is empty again; what was changed since stays."""
    if not (filled and hasattr(kept, "person") and hasattr(other, "person")):
        return
    mine, theirs = kept.person, other.person
    Household.objects.filter(pk__in=filled["head_of"], head=mine).update(head=theirs)
    CategoryMembership.objects.filter(pk__in=filled["categories"], person=mine).update(person=theirs)
    _empty(kept, other, OF_TRAINEE, filled["trainee"])
    _empty(mine, theirs, OF_PERSON, filled["person"])
    entry = RegisterEntry.objects.filter(person=mine).first()
    line = RegisterEntry.objects.filter(person=theirs).first()
    if entry and line and "entry" in filled:
        _empty(entry, line, OF_ENTRY, filled["entry"])
        if filled["made"] and not any(getattr(entry, fields[0]) for fields in OF_ENTRY):
            entry.delete()


def _fill(row: Model, said: Model, of: Iterable[Together]) -> list[str]:
    going = [fields for fields in of if not getattr(row, fields[0]) and getattr(said, fields[0])]
    for name in (name for fields in going for name in fields):
        setattr(row, name, getattr(said, name))
    _save(row, going)
    return [fields[0] for fields in going]


def _empty(row: Model, said: Model, of: Iterable[Together], filled: list[str]) -> None:
    same = [fields for fields in of if fields[0] in filled and _same(row, said, fields)]
    for name in (name for fields in same for name in fields):
        setattr(row, name, None if row._meta.get_field(name).null else "")
    _save(row, same)


def _same(row: Model, said: Model, fields: Together) -> bool:
    return all(getattr(row, name) == getattr(said, name) for name in fields)


def _save(row: Model, changed: list[Together]) -> None:
    if changed:
        at = ["changed_at"] if isinstance(row, RegisterEntry) else []
        row.save(update_fields=[*(name for fields in changed for name in fields), *at])


def _lead(entry: RegisterEntry | None, mine: Person, theirs: Person) -> list[int]:
    """She is the head of the household that both are of, if either was."""
    if entry is None or entry.household_id is None:
        return []
    headed = Household.objects.filter(head=theirs, pk=entry.household_id)
    homes = list(headed.values_list("pk", flat=True))
    Household.objects.filter(pk__in=homes).update(head=mine)
    return homes


def _categories(mine: Person, theirs: Person) -> list[int]:
    """All of the other one's but those in which she is herself."""
    hers = CategoryMembership.objects.filter(person=mine, valid_to=None).values("category")
    both = Q(valid_to=None, category__in=list(hers.values_list("category", flat=True)))
    rows = CategoryMembership.objects.filter(person=theirs).exclude(both)
    going = list(rows.order_by("pk").values_list("pk", flat=True))
    CategoryMembership.objects.filter(pk__in=going).update(person=mine)
    return going
