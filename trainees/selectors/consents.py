"""What a person agrees to today, purpose by purpose, and whether she knows the notice of today."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from trainees.consent_words import BY_KEY, LEARNING, NOTICE_VERSION, PURPOSES, Purpose
from trainees.models import Consent, NoticeRead, Person


@dataclass(frozen=True)
class Standing:
    """`at` is when she last said yes or no; None when she was told and never said anything."""

    purpose: Purpose
    agreed: bool
    at: datetime.datetime | None


def standings_of(person: Person) -> list[Standing]:
    """For each purpose. One query."""
    last = {row.purpose: row for row in Consent.objects.filter(person=person).order_by("given_at", "pk")}
    return [_standing(purpose, last.get(purpose.key)) for purpose in PURPOSES]


def allows(person: Person, purpose: str) -> bool:
    """Whether what is hers may be used for it now."""
    last = Consent.objects.filter(person=person, purpose=purpose).order_by("given_at", "pk").last()
    return _standing(BY_KEY[purpose], last).agreed


def people_who_refuse(purpose: str) -> QuerySet[Person]:
    """Who said no, and has not said yes since: for lists, where `allows` would ask once a person."""
    said = Consent.objects.filter(person=OuterRef("pk"), purpose=purpose)
    in_force, withdrawn = said.filter(withdrawn_at=None), said.exclude(withdrawn_at=None)
    return Person.objects.filter(Exists(withdrawn), ~Exists(in_force))


def notice_is_due(person: Person) -> bool:
    """She has never been told, or the notice says something else since. Who signed up by herself read it there."""
    if Consent.objects.filter(person=person, purpose=LEARNING, version=NOTICE_VERSION, withdrawn_at=None).exists():
        return False
    return not NoticeRead.objects.filter(person=person, version=NOTICE_VERSION).exists()


def _standing(purpose: Purpose, last: Consent | None) -> Standing:
    if last is None:
        return Standing(purpose, not purpose.asked, None)
    return Standing(purpose, last.withdrawn_at is None, last.withdrawn_at or last.given_at)
