"""What the county's register says of the people of the term, and one class of a village. Made up like they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from random import Random

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.demo.people import DemoIsOff
from portal.demo.scenario.calendar import term_until
from portal.demo.scenario.places import HOME_OF_THE_CAST
from trainees.models import Cohort, Person, User
from trainees.models.register import AgeBand, Category, CategoryMembership, Gender, Household, RegisterEntry
from trainees.services import ClassWords, change_cohort, join_cohort, make_cohort
from villages.selectors import division_by_code

TRAINER = "wei"
CLASS = "好花红网店夜班"
MEMBERS = 12
WHY_KEPT = "财政出钱办的班，县里要留名册核对。"
AT_A_TIME = 500
WOMEN = 0.68
AGES = {AgeBand.TO_25: 10, AgeBand.TO_35: 26, AgeBand.TO_45: 30, AgeBand.TO_55: 24, AgeBand.TO_65: 8, AgeBand.OLDER: 2}
AT_ONE_DOOR = 0.06  # of the people open a household with those who come next
LIFTED, RETURNED = "poverty-lifted", "returned"
SHARES = {LIFTED: 0.4, RETURNED: 0.09}  # of the households, of the people


def keep_register(*, now: datetime) -> int:
    """An entry for everybody of the term who has none; returns how many were made. Raises DemoIsOff.

    Written in rows of the shape in which a confirmed roster leaves them: two categories are in use from then on.
    """
    if not settings.DEMO:
        raise DemoIsOff
    with transaction.atomic():
        made = list(_entries())
        _give_doors(made)
        RegisterEntry.objects.bulk_create(made, batch_size=AT_A_TIME)
        if made:
            _give_categories(made, term_until(timezone.localdate(now)).first)
    return len(made)


@transaction.atomic
def hold_class(*, now: datetime) -> None:
    """A class in the village of the cast. Public money comes in later, so only the last who joins is told a day."""
    trainer, village = User.objects.filter(username=TRAINER).first(), division_by_code(HOME_OF_THE_CAST)
    if trainer is None or village is None or Cohort.objects.filter(name=CLASS).exists():
        return
    begins = term_until(timezone.localdate(now)).first
    words = ClassWords(CLASS, village, begins)
    cohort = make_cohort(words=words, by=trainer)
    people = list(_people().filter(trainee__village=village).select_related("trainee")[:MEMBERS])
    for person in people[:-1]:
        join_cohort(cohort=cohort, trainee=person.trainee)
    funded = replace(words, register_until=date(begins.year + 3, 12, 31), register_words=WHY_KEPT)
    change_cohort(cohort=cohort, words=funded, by=trainer)
    for person in people[-1:]:
        join_cohort(cohort=cohort, trainee=person.trainee)


def _people() -> QuerySet[Person]:
    """Those of the term: nobody else has a sign-in and no PIN."""
    return Person.objects.filter(pin="", user__isnull=False, trainee__merged_into=None).order_by("pk")


def _entries() -> Iterator[RegisterEntry]:
    """The dice of a person are thrown from her place among them, also when some were made before."""
    people = _people().select_related("trainee", "register_entry")
    for number, person in enumerate(people):
        rng = Random(f"register {number}")
        gender = Gender.FEMALE if rng.random() < WOMEN else Gender.MALE
        [band] = rng.choices(list(AGES), weights=list(AGES.values()))
        if person.age == Person.Age.YOUTH:
            band = AgeBand.YOUTH
        if not hasattr(person, "register_entry"):
            yield RegisterEntry(person=person, gender=gender, age_band=band)


def _give_doors(entries: Sequence[RegisterEntry]) -> None:
    """Two to four who follow each other in a village live at one door; the first of them is the head."""
    homes: list[Household] = []
    of_village = sorted(entries, key=lambda entry: entry.person.trainee.village_id)
    for village, people in groupby(of_village, key=lambda entry: entry.person.trainee.village_id):
        rng, left = Random(f"doors {village}"), 0
        for entry in people:
            if left == 0 and rng.random() < AT_ONE_DOOR:
                left = rng.randint(2, 4)
                homes.append(Household(village_id=village, number=f"D{entry.person.pk}", head=entry.person))
            if left:
                entry.household, left = homes[-1], left - 1
    Household.objects.bulk_create(homes, batch_size=AT_A_TIME)


def _give_categories(entries: Sequence[RegisterEntry], since: date) -> None:
    rng, used = Random("categories"), {one.key: one for one in Category.objects.filter(key__in=SHARES)}
    homes = {entry.household_id: entry.household for entry in entries if entry.household}
    rows = [
        *(CategoryMembership(household=home, category=used[LIFTED]) for home in homes.values() if _hit(rng, LIFTED)),
        *(CategoryMembership(person=one.person, category=used[RETURNED]) for one in entries if _hit(rng, RETURNED)),
    ]
    for row in rows:
        row.valid_from = since
    CategoryMembership.objects.bulk_create(rows, batch_size=AT_A_TIME)
    Category.objects.filter(key__in=SHARES).update(in_use=True)


def _hit(rng: Random, key: str) -> bool:
    return rng.random() < SHARES[key]
