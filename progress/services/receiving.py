"""Taking a batch of events of one trainee: stored, doubled or refused, one by one, in one short transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from progress.services.storing import Receipt, store_events
from progress.wire import Refused, SentEvent, read_event, read_uuid_of
from trainees.models import Trainee
from trainees.selectors import earlier_keys


def receive_events(*, trainee: Trainee, bodies: Iterable, now: datetime | None = None) -> Receipt:
    """Store the events of one trainee and everything that follows from them.

    Each body is judged by itself: a bad one is refused with its code and never harms its neighbours. The same UUID
    again changes nothing, whatever its body says.
    """
    receipt = Receipt()
    sent = list(read_all(_as_hers(bodies, trainee), trainee.key, now or timezone.now(), receipt))
    store_events(sent={trainee.pk: sent}, receipt=receipt)
    return receipt


def _as_hers(bodies: Iterable, trainee: Trainee) -> list:
    """What a phone recorded under an entry that was merged into hers is hers. Asks only if there may be some."""
    listed = list(bodies)
    others = {said for body in listed if (said := _person_of(body)) not in ("", str(trainee.key))}
    earlier = earlier_keys(trainee) & others if others else set()
    return [{**body, "person": str(trainee.key)} if _person_of(body) in earlier else body for body in listed]


def _person_of(body: object) -> str:
    said = body.get("person", "") if isinstance(body, dict) else ""
    return said if isinstance(said, str) else ""


def read_all(bodies: Iterable, person: UUID | None, received_at: datetime, receipt: Receipt) -> Iterator[SentEvent]:
    """The events that can be read, for a trainee by her key or for nobody; the receipt is told of the others."""
    for body in bodies:
        try:
            yield read_event(body, person=person, received_at=received_at)
        except Refused as refused:
            receipt.refused.append((read_uuid_of(body), refused.code))
