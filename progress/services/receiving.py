"""Taking a batch of events of one trainee: stored, doubled or refused, one by one, in one short transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from progress.services.storing import Receipt, store_events
from progress.wire import Refused, SentEvent, read_event, read_uuid_of
from trainees.models import Trainee


def receive_events(*, trainee: Trainee, bodies: Iterable, now: datetime | None = None) -> Receipt:
    """Store the events of one trainee and everything that follows from them.

    Each body is judged by itself: a bad one is refused with its code and never harms its neighbours. The same UUID
    again changes nothing, whatever its body says.
    """
    receipt = Receipt()
    sent = list(read_all(bodies, trainee.key, now or timezone.now(), receipt))
    store_events(sent={trainee.pk: sent}, receipt=receipt)
    return receipt


def read_all(bodies: Iterable, person: UUID | None, received_at: datetime, receipt: Receipt) -> Iterator[SentEvent]:
    """The events that can be read, for a trainee by her key or for nobody; the receipt is told of the others."""
    for body in bodies:
        try:
            yield read_event(body, person=person, received_at=received_at)
        except Refused as refused:
            receipt.refused.append((read_uuid_of(body), refused.code))
