"""Reading ways in: whose phone this is, whose code, and which village a poster means."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from trainees.codes import code_on_paper, entry_code_digest
from trainees.models import EntryCode, Person, RememberedPerson, VillageCode
from villages.models import Division
from villages.selectors import codes_today, current_codes, places_today, valid_on


def remembered_on(phone_digest: str) -> QuerySet[RememberedPerson]:
    """The people whom a phone remembers, in the order in which it met them."""
    if not phone_digest:
        return RememberedPerson.objects.none()
    known = RememberedPerson.objects.filter(phone_digest=phone_digest, person__user__is_active=True)
    return known.select_related("person__user", "person__trainee").order_by("remembered_at", "pk")


def village_of_code(code: str) -> Division | None:
    """The village whose poster shows these six digits; the one it became part of, if it did."""
    good = VillageCode.objects.filter(code=code_on_paper(code), revoked_at=None)
    found = good.select_related("village__parent").first()
    if found is None:
        return None
    return valid_on(Division.objects.filter(pk=found.village.today.pk)).first()


def code_of_village(village: Division) -> str | None:
    """The six digits of its poster."""
    return codes_of_villages([village]).get(village.today)


def codes_of_villages(villages: Iterable[Division]) -> dict[Division, str]:
    """The digits of each, as it is today: its own or, before it has any, those of one that became part of it."""
    today = places_today(villages)
    wanted = codes_today(*(one.code for one in today))
    rows = VillageCode.objects.filter(village__code__in=wanted, revoked_at=None).order_by("village__code")
    current = current_codes()
    digits: dict[str, str] = {}
    for code, number in rows.values_list("village__code", "code"):
        now = current.get(code, code)
        digits[now] = number if code == now else digits.get(now, number)
    return {one: digits[one.code] for one in today if one.code in digits}


def entry_code(typed: str) -> EntryCode | None:
    """The code that these digits are, while it is good."""
    return _good_entry_codes().filter(digest=entry_code_digest(typed)).first()


def entry_code_by_number(pk: int | None) -> EntryCode | None:
    """The same for a browser that has shown the digits before."""
    return _good_entry_codes().filter(pk=pk).first() if pk else None


def _good_entry_codes() -> QuerySet[EntryCode]:
    good = EntryCode.objects.good().filter(person__user__is_active=True)
    return good.select_related("person__user", "person__trainee")


def people_of_number(phone: str) -> QuerySet[Person]:
    """Those who gave this phone number; several may share it."""
    return Person.objects.filter(phone=phone, user__is_active=True).select_related("user", "trainee").order_by("pk")
