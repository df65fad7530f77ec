"""Saying yes and no, purpose by purpose, and having read the notice."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from trainees.consent_words import BY_KEY, LEARNING, NOTICE_VERSION
from trainees.models import Consent, NoticeRead, Person


@transaction.atomic
def agree(*, person: Person, purpose: str) -> None:
    """She agrees, by the words of today; agreeing again changes nothing."""
    Person.objects.select_for_update().get(pk=person.pk)
    in_force = Consent.objects.filter(person=person, purpose=BY_KEY[purpose].key, withdrawn_at=None)
    if not in_force.exists():
        Consent.objects.create(person=person, purpose=purpose, version=NOTICE_VERSION)


@transaction.atomic
def withdraw(*, person: Person, purpose: str) -> None:
    """She says no, from now on; also to what she was never asked about. Saying no again changes nothing."""
    Person.objects.select_for_update().get(pk=person.pk)
    now, said = timezone.now(), Consent.objects.filter(person=person, purpose=BY_KEY[purpose].key)
    if not said.filter(withdrawn_at=None).update(withdrawn_at=now) and not said.exists():
        Consent.objects.create(person=person, purpose=purpose, version=NOTICE_VERSION, given_at=now, withdrawn_at=now)


@transaction.atomic
def note_notice_read(*, person: Person, language: str, age: str = "") -> None:
    """She read or heard the notice of today. Who never agreed to anything, for she came by a roster, agrees with it.

    `age` is noted where none is known.
    """
    Person.objects.filter(pk=person.pk, age="").update(age=age)
    NoticeRead.objects.get_or_create(person=person, version=NOTICE_VERSION, defaults={"language": language})
    if not Consent.objects.filter(person=person, purpose=LEARNING).exists():
        agree(person=person, purpose=LEARNING)
