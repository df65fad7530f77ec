"""Reading what trainers wrote to somebody."""

from __future__ import annotations

from django.db.models import QuerySet

from trainees.consent_words import MESSAGES
from trainees.models import Message, Person
from trainees.selectors.refusals import has_refused

SHOWN = 100


def messages_for(person: Person) -> QuerySet[Message]:
    """The newest first; none for her who takes none."""
    return Message.objects.none() if has_refused(person, MESSAGES) else person.messages.all()[:SHOWN]


def unread_of(person: Person) -> int:
    """How many are new. One query; who takes no messages gets none."""
    return person.messages.filter(read_at=None).count()
