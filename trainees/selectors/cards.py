"""Reading cards: whose a token is, for whom somebody may print, and the sheets that she asked for."""

from __future__ import annotations

import datetime
import uuid
from collections import Counter

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from trainees.digests import digest
from trainees.models import CardSheet, Person, User, VillageCard
from trainees.selectors.keeping import people_of_village
from trainees.selectors.posts import (
    Visitor,
    divisions_visible_to,
    looked_up_anew,
    looks_after_people,
    villages_kept_by,
)
from villages.models import Division
from villages.selectors import codes_today, current_codes, know_today

KEPT = datetime.timedelta(days=1)


def card_of_token(token: str) -> VillageCard | None:
    """The card in force with this token."""
    return _cards_in_force().filter(digest=digest("village-card", token)).first()


def card_by_number(pk: int | None) -> VillageCard | None:
    """The same for a browser that has opened it before."""
    return _cards_in_force().filter(pk=pk).first() if pk else None


def villages_to_print_for(user: Visitor) -> QuerySet[Division]:
    """Those of whoever looks after people; a keeper prints in her own room."""
    if not looks_after_people(user):
        return Division.objects.none()
    return divisions_visible_to(user).filter(level=Division.Level.VILLAGE)


def may_print_for(user: User, village: Division, *, as_keeper: bool) -> bool:
    """Looked up anew: a post may have ended while a sheet was made, a user may have been switched off."""
    now = looked_up_anew(user)
    if now is None:
        return False
    villages = villages_kept_by(now) if as_keeper else villages_to_print_for(now)
    return villages.filter(pk=village.pk).exists()


def people_to_print_for(village: Division) -> QuerySet[Person]:
    """Those who live there, or in a village that became part of it, and may hold a card; each with `has_card`."""
    able = people_of_village(village).filter(Q(user=None) | Q(user__is_active=True))
    in_force = VillageCard.objects.filter(person=OuterRef("pk"), revoked_at=None)
    return able.annotate(has_card=Exists(in_force))


def people_living_in(villages: list[Division]) -> list[tuple[Division, int]]:
    """Each of these villages as it is today, with how many people live there."""
    know_today(villages)
    current, today = current_codes(), list(dict.fromkeys(village.today for village in villages))
    living = Person.objects.filter(trainee__village__code__in=codes_today(*(one.code for one in today)))
    counted = living.filter(trainee__merged_into=None).values_list("trainee__village__code").annotate(many=Count("pk"))
    sums: Counter[str] = Counter()
    for code, many in counted.order_by():
        sums[current.get(code, code)] += many
    return [(one, sums[one.code]) for one in today]


def without_card(people: QuerySet[Person]) -> QuerySet[Person]:
    return people.exclude(pk__in=VillageCard.objects.filter(revoked_at=None).values("person"))


def sheets_of(user: Visitor) -> QuerySet[CardSheet]:
    """What she asked for within a day; the sheets themselves are not read."""
    young = CardSheet.objects.filter(asked_by=user.pk, asked_at__gt=timezone.now() - KEPT)
    return young.defer("sealed").select_related("place__parent").order_by("-asked_at")


def sheet_of(user: Visitor, key: uuid.UUID, *, as_keeper: bool) -> CardSheet | None:
    """One of hers, while she may still print for its place; in the room in which she asked for it."""
    sheet = sheets_of(user).filter(key=key, as_keeper=as_keeper).defer(None).first()
    if sheet is None or not isinstance(user, User) or not may_print_for(user, sheet.place, as_keeper=as_keeper):
        return None
    return sheet


def _cards_in_force() -> QuerySet[VillageCard]:
    good = VillageCard.objects.filter(revoked_at=None, person__user__is_active=True)
    return good.select_related("person__user", "person__trainee")
