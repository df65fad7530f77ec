"""Taking what many phones sent at many moments: the rules of one batch of one phone, in seconds for a county."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby, islice
from typing import NamedTuple

from progress.services.preparing import Preparation
from progress.services.receiving import read_all
from progress.services.storing import Receipt, store_events
from progress.wire import SentEvent
from trainees.models import Trainee

AT_ONCE = 200  # trainees in one transaction: learners go on meanwhile


class Delivery(NamedTuple):
    """What one phone sent for a trainee at one moment."""

    trainee: Trainee
    bodies: list
    received_at: datetime


class Taken(NamedTuple):
    """How many events were stored, were there already, were refused."""

    stored: int = 0
    doubled: int = 0
    refused: int = 0


def receive_deliveries(*, deliveries: Iterable[Delivery]) -> Taken:
    """Store everything, a few hundred trainees at a time. Those of one trainee stand together, in order of receipt.

    A killed call is simply made again: what was stored is stored, and counted as doubled.
    """
    preparation, taken = Preparation(), Taken()
    by_trainee = groupby(deliveries, key=lambda delivery: delivery.trainee.pk)
    while portion := list(_whole(islice(by_trainee, AT_ONCE))):
        receipt = Receipt()
        store_events(sent=_read(portion, receipt), receipt=receipt, preparation=preparation)
        counts = (len(receipt.stored), len(receipt.doubled), len(receipt.refused))
        taken = Taken(*(before + now for before, now in zip(taken, counts, strict=True)))
    return taken


def _whole(groups: Iterable[tuple[int, Iterable[Delivery]]]) -> Iterator[tuple[int, list[Delivery]]]:
    return ((trainee, list(deliveries)) for trainee, deliveries in groups)


def _read(portion: Iterable[tuple[int, list[Delivery]]], receipt: Receipt) -> dict[int, list[SentEvent]]:
    return {
        trainee: [
            event
            for delivery in deliveries
            for event in read_all(delivery.bodies, delivery.trainee.key, delivery.received_at, receipt)
        ]
        for trainee, deliveries in portion
    }
