"""Reading ways in: whose phone this is, whose code, and which village a poster means."""

from __future__ import annotations

from django.db.models import QuerySet

from trainees.codes import code_on_paper, entry_code_digest
from trainees.models import EntryCode, Person, RememberedPerson, VillageCode
from villages.models import Division
from villages.selectors import current_of, valid_on


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
    village = current_of(found.village)
    return valid_on(Division.objects.filter(pk=village.pk)).first()


def code_of_village(village: Division) -> str | None:
    """The six digits of its poster."""
    return VillageCode.objects.filter(village=village, revoked_at=None).values_list("code", flat=True).first()


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
