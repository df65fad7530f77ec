"""Reading what trainers wrote to somebody."""

from __future__ import annotations

from django.db.models import QuerySet

from trainees.consent_words import MESSAGES
from trainees.models import Message, Person
from trainees.selectors.consents import allows

SHOWN = 100


def messages_for(person: Person) -> QuerySet[Message]:
    """The newest first; none for her who takes none."""
    return person.messages.all()[:SHOWN] if allows(person, MESSAGES) else Message.objects.none()
