"""Entries that may be one person, for a human to look at: nobody is merged by a machine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from django.db.models import Count, F, QuerySet

from foundation.hanzi.pinyin import full_pinyin
from trainees.models import FormerVillage, NotTheSame, Person
from trainees.selectors.posts import Visitor, trainees_visible_to

SAME_ID, SAME_PHONE, SAME_NAME, MOVED = "id", "phone", "name", "moved"
MOST_OF_A_KIND = 12  # people with one number are a family; more than so many are a number that somebody made up
SHORTEST_WITHIN = 3  # letters: `li` is in every second name


@dataclass
class Pair:
    """Two entries, the one with the smaller number first, and why they may be one person."""

    first: Person
    second: Person
    reasons: set[str] = field(default_factory=set)


def likely_doubles(user: Visitor, most: int = 100) -> list[Pair]:
    """The likeliest first. Both must live where this user may look. Seven queries, however many people there are."""
    people = Person.objects.filter(trainee__in=trainees_visible_to(user).order_by())
    named = [
        *_pairs(_alike(people, register_entry__id_digest=""), SAME_ID),
        *_pairs(_alike(people, phone=""), SAME_PHONE),
        *_pairs(_alike(people, name="", also="trainee__village_id"), SAME_NAME),
        *((pair, MOVED) for pair in _where_she_lived(people)),
    ]
    told_apart = set(NotTheSame.objects.values_list("first_id", "second_id"))
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for pair, reason in named:
        if pair not in told_apart:
            found[pair].add(reason)
    ordered = sorted(found, key=lambda pair: (SAME_ID not in found[pair], -len(found[pair]), pair))[:most]
    return _with_people(ordered, found)


def alike_in_sound(one: str, other: str) -> bool:
    """`杨小花` and `杨晓花`, also `小花` alone: as somebody writes it who only heard it."""
    first, second = sorted((full_pinyin(one), full_pinyin(other)), key=len)
    return first == second or (len(first) >= SHORTEST_WITHIN and first in second)


def _where_she_lived(people: QuerySet[Person]) -> Iterator[tuple[int, int]]:
    """Somebody who moved, and her namesake in a village that she left.

    Two readings that are put together here: joined by name in the database, SQLite compared everybody with everybody.
    """
    left = FormerVillage.objects.filter(person__in=people).exclude(village=F("person__trainee__village"))
    moved: dict[tuple[int, str], list[int]] = defaultdict(list)
    for pk, village, name in left.exclude(person__name="").values_list("person", "village", "person__name"):
        moved[village, name].append(pk)
    living = people.filter(trainee__village__in={village for village, _name in moved}) if moved else people.none()
    for other, village, name in living.values_list("pk", "trainee__village", "name"):
        for one in moved.get((village, name), []):
            yield min(one, other), max(one, other)


def _alike(people: QuerySet[Person], also: str = "", **empty: str) -> list[list[tuple[int, str]]]:
    """Groups of (person, name) that have the same of something."""
    [name] = empty
    fields = [name, *filter(None, [also])]
    known = people.exclude(**empty).filter(**{f"{name}__isnull": False})
    often = known.order_by().values(*fields).annotate(many=Count("pk")).filter(many__range=(2, MOST_OF_A_KIND))
    wanted = {tuple(row[one] for one in fields) for row in often}
    if not wanted:
        return []
    groups: dict[tuple, list[tuple[int, str]]] = defaultdict(list)
    values = {row[0] for row in wanted}
    rows = known.filter(**{f"{name}__in": values}) if len(values) < MOST_OF_A_KIND else known
    for pk, called, *said in rows.order_by("pk").annotate(called=F("name")).values_list("pk", "called", *fields):
        if tuple(said) in wanted:
            groups[tuple(said)].append((pk, called))
    return list(groups.values())


def _pairs(groups: Iterable[list[tuple[int, str]]], reason: str) -> Iterator[tuple[tuple[int, int], str]]:
    """A family shares a number: of those only names that sound alike are taken for one person's."""
    for group in groups:
        for (first, one), (second, other) in combinations(group, 2):
            if reason != SAME_PHONE or alike_in_sound(one, other):
                yield (first, second), reason


def _with_people(pairs: list[tuple[int, int]], reasons: dict[tuple[int, int], set[str]]) -> list[Pair]:
    wanted = {pk for pair in pairs for pk in pair}
    beside = ("user", "trainee__village__parent", "register_entry__household")
    rows = Person.objects.filter(pk__in=wanted).select_related(*beside)
    people = {person.pk: person for person in rows}
    return [Pair(people[first], people[second], reasons[first, second]) for first, second in pairs]
