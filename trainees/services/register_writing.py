"""Writing judged lines into the register, in a handful of statements for every few hundred people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Model, Q
from django.utils import timezone

from trainees.models import (
    AgeBand,
    Category,
    CategoryMembership,
    Household,
    Person,
    RegisterEntry,
    Trainee,
)
from trainees.register.id_numbers import digest_of, sealed
from trainees.register.lines import Line
from trainees.register.verdicts import CHANGED, NEW, Verdict
from trainees.services.moving import end_heads, keep_former_villages
from villages.models import Division

AT_A_TIME = 500
COUNTY_DIGITS = 6
OF_ENTRY = ("hamlet", "gender", "ethnicity", "schooling", "occupation")
ENTRY_FIELDS = [*OF_ENTRY, "age_band", "household", "id_sealed", "id_digest", "id_end", "changed_at"]

Written = list[tuple[Verdict, Person]]
Homes = dict[tuple[int, str], Household]


def write(verdicts: Sequence[Verdict]) -> Written:
    """Must run in a transaction that holds them, on verdicts about the register as it stands in it.

    Gives each with its person.
    """
    new = [one for one in verdicts if one.status == NEW]
    changed = [one for one in verdicts if one.status == CHANGED or one.untold]
    homes = _homes([one.line for one in (*new, *changed) if one.status == NEW or _changes(one, "household")])
    written = [*_add(new, homes), *_change(changed, homes)]
    _name_heads(written)
    _keep_categories(written)
    return written


def hold(verdicts: Sequence[Verdict], area: str) -> None:
    """Lets nobody else bring people into these counties, and nobody move or erase whom the lines change.

    Until the transaction ends; what is read after this stands until then. Always in this order, so that nobody waits
    for another who waits for her. On SQLite a transaction has the only pen anyway.
    """
    counties = Division.objects.filter(level=Division.Level.COUNTY, code__startswith=area[:COUNTY_DIGITS])
    list(counties.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    keys = sorted(one.person.pk for one in verdicts if one.person and (one.status == CHANGED or one.untold))
    for begin in range(0, len(keys), AT_A_TIME):  # the join locks both, the trainee first, as everybody does
        trainees = Trainee.objects.select_for_update(no_key=True).filter(person__in=keys[begin : begin + AT_A_TIME])
        list(trainees.order_by("pk").values_list("pk"))


def _add(verdicts: Sequence[Verdict], homes: Homes) -> Written:
    """Nobody gets a sign-in: she is let in by somebody who knows her."""
    lines = [one.line for one in verdicts]
    trainees = Trainee.objects.bulk_create(
        [Trainee(village=line.village, registered_village=line.values.get("registered")) for line in lines], AT_A_TIME
    )
    people = Person.objects.bulk_create(
        [
            Person(trainee=trainee, name=line.name, phone=line.phone, age=_age(line))
            for line, trainee in zip(lines, trainees, strict=True)
        ],
        AT_A_TIME,
    )
    written = list(zip(verdicts, people, strict=True))
    entries = [RegisterEntry(person=person, told_apart=one.told_apart) for one, person in written]
    for verdict, entry in zip(verdicts, entries, strict=True):
        _fill(entry, verdict.line, homes)
        _put_id(entry, verdict)
    RegisterEntry.objects.bulk_create(entries, AT_A_TIME)
    return written


def _change(verdicts: Sequence[Verdict], homes: Homes) -> Written:
    keys = {one.person.pk for one in verdicts if one.person}
    people = Person.objects.select_related("trainee").in_bulk(keys)
    entries = _entries_of(keys)
    written = [(one, people[one.person.pk]) for one in verdicts if one.person]
    keep_former_villages((person.pk, person.trainee.village_id) for one, person in written if _changes(one, "village"))
    for verdict, person in written:
        _update_person(person, verdict.line)
        _fill(entries[person.pk], verdict.line, homes, stays=not _changes(verdict, "household"))
        _put_id(entries[person.pk], verdict)
    _rewrite(Trainee, [person.trainee for person in people.values()], ["village", "registered_village"])
    _rewrite(Person, people.values(), ["name", "phone", "phone_verified_at", "age"])
    _rewrite(RegisterEntry, entries.values(), ENTRY_FIELDS)
    end_heads([person.pk for one, person in written if _changes(one, "household")])
    return written


def _rewrite(model: type[Model], rows: Iterable[Model], fields: list[str]) -> None:
    """Rows that are held: an upsert would bring back others. It costs a twentieth of what bulk_update does."""
    model._default_manager.bulk_create(
        rows, AT_A_TIME, update_conflicts=True, unique_fields=["id"], update_fields=fields
    )


def _entries_of(people: set[int]) -> dict[int, RegisterEntry]:
    """Who came by herself has no line in the register yet."""
    missing = people - set(RegisterEntry.objects.in_bulk(people, field_name="person_id"))
    RegisterEntry.objects.bulk_create([RegisterEntry(person_id=pk) for pk in sorted(missing)], AT_A_TIME)
    return RegisterEntry.objects.in_bulk(people, field_name="person_id")


def _update_person(person: Person, line: Line) -> None:
    """A number that others wrote down was not confirmed by her."""
    trainee = person.trainee
    trainee.village = line.village
    trainee.registered_village = line.values.get("registered", trainee.registered_village)
    person.name = line.name
    if line.values.get("phone", person.phone) != person.phone:
        person.phone, person.phone_verified_at = line.phone, None
    person.age = _age(line) or person.age


def _changes(verdict: Verdict, key: str) -> bool:
    return any(change.key == key for change in verdict.changes)


def _fill(entry: RegisterEntry, line: Line, homes: Homes, *, stays: bool = False) -> None:
    """What the line leaves empty stays; the household is the one that the report told."""
    for key in OF_ENTRY:
        setattr(entry, key, line.values.get(key, getattr(entry, key)))
    entry.age_band = line.values.get("age", entry.age_band)
    if not stays:
        number = line.values.get("household")
        entry.household = homes[line.village.pk, number] if number else None
    entry.changed_at = timezone.now()


def _put_id(entry: RegisterEntry, verdict: Verdict) -> None:
    """What would take the place of another one, and was told to nobody, is not kept."""
    number = verdict.line.values.get("id")
    if number and not (verdict.has_untold and entry.id_digest):
        entry.id_sealed, entry.id_digest, entry.id_end = sealed(number), digest_of(number), number[-4:]


def _age(line: Line) -> str:
    band = line.values.get("age")
    if not band:
        return ""
    return Person.Age.YOUTH if band == AgeBand.YOUTH else Person.Age.ADULT


def _homes(lines: Iterable[Line]) -> Homes:
    """The households that the lines name; those that are new are made."""
    wanted = {(line.village.pk, line.values["household"]) for line in lines if line.values.get("household")}
    villages = {village for village, _number in wanted}
    Household.objects.bulk_create(
        [Household(village_id=village, number=number) for village, number in sorted(wanted)],
        AT_A_TIME,
        ignore_conflicts=True,
    )
    there = Household.objects.select_for_update(no_key=True).filter(village__in=villages).order_by("pk")
    return {(one.village_id, one.number): one for one in there}


def _name_heads(written: Written) -> None:
    said = {person.pk: one.line.values["head"] for one, person in written if "head" in one.line.values}
    homes = _households_of(said)
    for person, home in homes.items():
        if said[person]:
            home.head_id = person
        elif home.head_id == person:
            home.head_id = None
    _rewrite(Household, {home.pk: home for home in homes.values()}.values(), ["head"])


def _keep_categories(written: Written) -> None:
    """A category of households is kept for the household, where there is one; the day of leaving still counts."""
    spoken = [(one, person) for one, person in written if one.line.values["joined"] or _left(one)]
    homes = _households_of([person.pk for _one, person in spoken])
    shared = set(Category.objects.filter(of=Category.Of.HOUSEHOLD).values_list("pk", flat=True))
    rows = []
    for one, person in spoken:
        home = homes.get(person.pk)
        for category in one.line.values["joined"]:
            whose = {"household": home} if home and category in shared else {"person": person}
            rows.append(CategoryMembership(category_id=category, valid_from=timezone.localdate(), **whose))
        _end(_left(one), person, home)
    CategoryMembership.objects.bulk_create(rows, AT_A_TIME, ignore_conflicts=True)


def _left(verdict: Verdict) -> list[int]:
    changes = (*verdict.changes, *verdict.untold)
    return [category for change in changes if change.key == "categories" for category in change.before]


def _end(categories: list[int], person: Person, home: Household | None) -> None:
    if categories:
        whose = Q(person=person) | Q(household=home) if home else Q(person=person)
        still = CategoryMembership.objects.filter(whose, category__in=categories, valid_to=None)
        still.update(valid_to=timezone.localdate())


def _households_of(people: Iterable[int]) -> dict[int, Household]:
    """One object a household, however many of its people are asked for."""
    entries = RegisterEntry.objects.in_bulk(people, field_name="person_id")
    homes = Household.objects.in_bulk({entry.household_id for entry in entries.values() if entry.household_id})
    return {pk: homes[entry.household_id] for pk, entry in entries.items() if entry.household_id}
