"""Who is learning here?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Exists, OuterRef, Q

from trainees.consent_words import MESSAGES
from trainees.models import Post, Trainee, User
from trainees.selectors.consents import people_who_refuse
from trainees.selectors.posts import posts_of
from villages.codes import smallest_around
from villages.selectors import know_today


class AtHome(NamedTuple):
    """Who it is, how many messages are new to her, and whether she keeps a village today."""

    trainee: Trainee
    new_messages: int
    keeps: bool


def area_of(trainees: Iterable[Trainee]) -> str:
    """The code of the smallest place in which all of them live today. Each one's `home` is known from then on."""
    listed = list(trainees)
    know_today(one.village for one in listed)
    return smallest_around(one.home.code for one in listed)


def entries_of(trainee: Trainee) -> dict[int, UUID]:
    """All entries that are this one person, also by way of one another, row and key; the kept one comes first.

    One query for whoever was never merged, and one more for each step between two of them.
    """
    while trainee.merged_into:
        trainee = trainee.merged_into
    found, last = {trainee.pk: trainee.key}, [trainee.pk]
    while last:
        merged = dict(Trainee.objects.filter(merged_into__in=last).order_by("pk").values_list("pk", "key"))
        last = [pk for pk in merged if pk not in found]
        found |= merged
    return found


def entries_of_number(number: int) -> list[int]:
    """As `entries_of`; a number that is no trainee's stands for itself."""
    trainee = Trainee.objects.filter(pk=number).first()
    return list(entries_of(trainee)) if trainee else [number]


def earlier_keys(trainee: Trainee) -> set[str]:
    """The keys of entries that were found to be her: phones may still hold what they recorded under one of them."""
    return {str(key) for pk, key in entries_of(trainee).items() if pk != trainee.pk}


def erased_among(keys: Collection[UUID]) -> set[UUID]:
    """Of these keys those whose person is known to have been erased. Who is not known is not among them."""
    found = Trainee.objects.filter(key__in=keys, erased_at__isnull=False)
    return set(found.order_by().values_list("key", flat=True))


def trainee_of(user: User | AnonymousUser) -> Trainee | None:
    """The trainee who is signed in, with her person; None for guests and for staff."""
    if not user.is_authenticated or not user.is_active:
        return None
    return Trainee.objects.filter(person__user=user).select_related("person").first()


def trainee_at_home(user: User | AnonymousUser) -> AtHome | None:
    """The same for the first screen of hers, with what it says of her, in one query."""
    if not user.is_authenticated or not user.is_active:
        return None
    new = Count("person__messages", filter=Q(person__messages__read_at=None, person__messages__isnull=False))
    keeps = Exists(posts_of(user).filter(role=Post.Role.KEEPER))
    refuses = Exists(people_who_refuse(MESSAGES).filter(trainee=OuterRef("pk")))
    hers = Trainee.objects.filter(person__user=user).select_related("person")
    trainee: Any = hers.annotate(new=new, keeps=keeps, refuses=refuses).first()
    return trainee and AtHome(trainee, 0 if trainee.refuses else trainee.new, trainee.keeps)
