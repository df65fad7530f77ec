"""Who said no to something that is otherwise in use, as the notice told her."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from trainees.models import Consent, Person


def has_refused(person: Person, purpose: str) -> bool:
    """She took it back, and has not agreed to it anew."""
    return refusing(Person.objects.filter(pk=person.pk), purpose).exists()


def refusing(people: QuerySet[Person], purpose: str) -> QuerySet[Person]:
    said = Consent.objects.filter(person=OuterRef("pk"), purpose=purpose)
    in_force, taken_back = said.filter(withdrawn_at=None), said.filter(withdrawn_at__isnull=False)
    return people.filter(Exists(taken_back), ~Exists(in_force))
