"""What was done on a phone before anybody signed in: it waits, and is credited only to one who says: that was me."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from progress.answers import as_kept
from progress.models import GuestEvent, Kind
from progress.services.preparing import Preparation, ReadyEvent
from progress.services.receiving import read_all
from progress.services.storing import Receipt, store_events
from progress.wire import Refused, SentEvent, read_event
from trainees.models import Trainee

WAITS = timedelta(days=30)
MOST = 300  # events of one phone: far more than a guest does in a month, far less than would fill a disk


def keep_guest_events(*, guest_digest: str, bodies: list, now: datetime | None = None) -> Receipt:
    """Keep events of a guest, judged by the same rules, credited to nobody."""
    now, receipt = now or timezone.now(), Receipt()
    good: dict[UUID, dict] = {}
    read, preparation = list(_read(bodies, now, receipt)), Preparation()
    preparation.look_up(read)
    for sent in read:
        try:
            good.setdefault(sent.uuid, _plain(preparation.ready(sent)))
        except Refused as refused:
            receipt.refused.append((str(sent.uuid), refused.code))
    with transaction.atomic():
        known = dict(GuestEvent.objects.filter(guest_digest=guest_digest).values_list("uuid", "credited"))
        for uuid in good:
            _sort(uuid, known, receipt)
        kept = [UUID(uuid) for uuid in receipt.stored]
        new = [GuestEvent(guest_digest=guest_digest, uuid=uuid, body=good[uuid], received_at=now) for uuid in kept]
        GuestEvent.objects.bulk_create(new, ignore_conflicts=True)  # the same from another tab, at the same moment
    return receipt


def claim_guest_events(*, trainee: Trainee, guest_digest: str, uuids: Collection[UUID]) -> Receipt:
    """Credit these events to her. They wait no longer, so nobody else can be credited with them, nor she twice."""
    receipt = Receipt()
    with transaction.atomic():
        waiting = GuestEvent.objects.select_for_update().filter(guest_digest=guest_digest, credited=False)
        claimed = list(waiting.filter(uuid__in=uuids).order_by("pk"))
        store_events(sent={trainee.pk: _read_again(claimed, receipt)}, receipt=receipt)
        GuestEvent.objects.filter(pk__in=[row.pk for row in claimed]).update(credited=True, body={})
    return receipt


def _read(bodies: list, now: datetime, receipt: Receipt) -> Iterator[SentEvent]:
    """Photos and words of nobody are not kept, so that nothing is looked up for them either."""
    for sent in read_all(bodies, None, now, receipt):
        if sent.kind == Kind.TASK_SUBMITTED:
            receipt.refused.append((str(sent.uuid), "sign-in"))
        else:
            yield sent


def _sort(uuid: UUID, known: dict[UUID, bool], receipt: Receipt) -> None:
    """`known` says of every event of this phone whether it was credited; only those that wait are counted."""
    if uuid in known:
        receipt.doubled.append(str(uuid))
    elif list(known.values()).count(False) >= MOST:
        receipt.refused.append((str(uuid), "too-many"))
    else:
        known[uuid] = False
        receipt.stored.append(str(uuid))


def _plain(ready: ReadyEvent) -> dict:
    """The event in the form of docs/events.md with nothing but what was read from it."""
    sent, payload = ready.sent, dict(ready.sent.payload)
    if ready.edition and ready.answers is not None:
        payload["responses"] = as_kept(ready.edition.canonical, ready.answers)
    body = {
        "uuid": str(sent.uuid),
        "kind": str(sent.kind),
        "object": str(sent.object_key),
        "edition": sent.edition_number,
        "at": sent.said_at.isoformat() if sent.said_at else None,
        "device": sent.device,
        "counter": sent.counter,
        "language": sent.language,
        "helped": sent.helped,
        "payload": payload,
    }
    return {name: value for name, value in body.items() if value not in (None, "")}


def _read_again(rows: list[GuestEvent], receipt: Receipt) -> list[SentEvent]:
    """Bounded by when it came, not by when she signed in."""
    sent = []
    for row in rows:
        try:
            sent.append(read_event(row.body, person=None, received_at=row.received_at))
        except Refused as refused:  # the rules became stricter meanwhile
            receipt.refused.append((str(row.uuid), refused.code))
    return sent
