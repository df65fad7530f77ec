"""The register as it stands for the people of one area: what lines of a roster are compared with."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import F, QuerySet

from foundation.hanzi.pinyin import full_pinyin
from trainees.models import CategoryMembership, FormerVillage, Person, Trainee
from trainees.names import name_key

# What a line may give, and where it stands. The order is that of the columns.
FIELDS = {
    "name": "name",
    "phone": "phone",
    "village": "trainee__village_id",
    "registered": "trainee__registered_village_id",
    "gender": "register_entry__gender",
    "age": "register_entry__age_band",
    "ethnicity": "register_entry__ethnicity",
    "schooling": "register_entry__schooling",
    "occupation": "register_entry__occupation",
    "hamlet": "register_entry__hamlet",
    "household": "register_entry__household__number",
}
BESIDE = {
    "trainee": "trainee_id",
    "entry": "register_entry__pk",
    "household_id": "register_entry__household_id",
    "household_village": "register_entry__household__village_id",
    "head_id": "register_entry__household__head_id",
    "id_digest": "register_entry__id_digest",
    "id_end": "register_entry__id_end",
    "told_apart": "register_entry__told_apart",
}


@dataclass
class Known:
    """Somebody of the register. `values` by the names of `FIELDS` and `BESIDE`, empty where nothing is known.

    `meant` is the entry that is kept, for one that was found to be the same person: whoever names this one means her.
    `left` are villages where she lived before; who is `away` lived in the area and lives elsewhere now.
    """

    pk: int
    values: dict[str, Any]
    categories: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    away: bool = False
    meant: Known | None = None

    @property
    def kept(self) -> Known:
        return self.meant or self

    @property
    def number(self) -> str:
        return Trainee(pk=self.values["trainee"]).number

    @cached_property
    def name_key(self) -> str:
        return name_key(self.values["name"])

    @property
    def home(self) -> tuple[int, str]:
        """Two villages, or two that became one, may both have a household 7."""
        return self.values["household_village"], self.values["household"]

    @property
    def is_head(self) -> bool:
        return self.values["head_id"] == self.pk

    @property
    def triple(self) -> tuple[str, int, str]:
        return self.name_key, self.values["village"], self.values["phone"]


@dataclass
class Standing:
    """`digest` is another one as soon as anything is that a roster could change or be compared with.

    `earlier` are entries that were merged into one of `people`: they are found, and nothing is written on them.
    `away` are known by their names alone, and nothing is written on them either.
    """

    people: dict[int, Known]
    earlier: list[Known]
    away: list[Known]
    digest: str

    def __post_init__(self) -> None:
        everybody = [*self.people.values(), *self.earlier]
        self.by_trainee = {one.values["trainee"]: one for one in everybody}
        self.by_id = _grouped((one.values["id_digest"], one) for one in everybody)
        self.by_triple = _grouped((one.triple, one) for one in everybody)
        self.by_name = _grouped((one.name_key, one) for one in (*everybody, *self.away))
        self.by_phone = _grouped((one.values["phone"], one) for one in everybody)

    def sounding_alike(self, key: str, phone: str) -> list[Known]:
        """People with this phone whose name is written otherwise and sounds the same."""
        others = [one for one in self.by_phone.get(phone, []) if phone and one.name_key != key]
        return [one for one in others if full_pinyin(one.name_key) == full_pinyin(key)] if others else []


def standing_of(
    trainees: QuerySet[Trainee], today: Mapping[int, int], away: QuerySet[Trainee] | None = None
) -> Standing:
    """Seven queries, however many they are. `today` says of a village that became part of another, which that is."""
    rows = _rows(Person.objects.filter(trainee__in=trainees.order_by()))
    known = {row[0]: Known(row[0], _values(row[1:])) for row in rows}
    categories = _categories(known)
    for pk, category in categories:
        known[pk].categories.add(category)
    earlier = _earlier(known)
    gone = [] if away is None else _rows(Person.objects.filter(trainee__in=away.order_by()))
    found = {one.pk for one in earlier}
    gone = [row for row in gone if row[0] not in found]
    elsewhere = [Known(row[0], _values(row[1:]), away=True) for row in gone]
    left = _left([*known.values(), *earlier, *elsewhere], today)
    for one in (*known.values(), *earlier, *elsewhere):
        for place in ("village", "registered", "household_village"):
            one.values[place] = today.get(one.values[place], one.values[place])
    said = (rows, sorted(categories), [(one.pk, one.kept.pk, one.triple) for one in earlier], gone, left)
    return Standing(known, earlier, elsewhere, hashlib.sha256(repr(said).encode()).hexdigest())


def _left(people: Iterable[Known], today: Mapping[int, int]) -> list[tuple[int, int]]:
    """Where each of them lived before. All that is known of it is read: few people move."""
    found = []
    by_pk = {one.pk: one for one in people}
    for person, village in FormerVillage.objects.order_by("pk").values_list("person_id", "village_id"):
        if person in by_pk:
            by_pk[person].left.add(today.get(village, village))
            found.append((person, village))
    return found


def _rows(people: QuerySet[Person]) -> list[tuple]:
    named = {f"as_{name}": F(path) for name, path in (FIELDS | BESIDE).items()}
    return list(people.annotate(**named).order_by("pk").values_list("pk", *named))


def _earlier(known: dict[int, Known]) -> list[Known]:
    """Entries that were merged into one of these people, at once or by way of another."""
    merged = Trainee.objects.exclude(merged_into=None)
    into = dict(merged.order_by().values_list("pk", "merged_into"))
    found = []
    for row in _rows(Person.objects.filter(trainee__in=merged.order_by())) if into else ():
        one = Known(row[0], _values(row[1:]))
        at = one.values["trainee"]
        while at in into:
            at = into[at]
        found.append((one, at))
    living = {one.values["trainee"]: one for one in known.values()}
    for one, at in found:
        one.meant = living.get(at)
    return [one for one, _at in found if one.meant]


def _values(row: tuple) -> dict[str, Any]:
    return {name: "" if value is None else value for name, value in zip(FIELDS | BESIDE, row, strict=True)}


def _categories(known: dict[int, Known]) -> list[tuple[int, int]]:
    """Who is in which category today, by herself or with her household."""
    still = CategoryMembership.objects.filter(valid_to=None).order_by()
    own = dict.fromkeys(still.exclude(person=None).values_list("person_id", "category_id"))
    homes: dict[int, list[int]] = defaultdict(list)
    for household, category in still.exclude(household=None).values_list("household_id", "category_id"):
        homes[household].append(category)
    shared = [(one.pk, category) for one in known.values() for category in homes.get(one.values["household_id"], [])]
    return [(pk, category) for pk, category in {*own, *shared} if pk in known]


def _grouped(pairs: Iterable[tuple[Any, Known]]) -> dict[Any, list[Known]]:
    found: dict[Any, list[Known]] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return dict(found)
