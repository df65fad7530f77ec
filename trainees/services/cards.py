"""Cards on paper: asked for, made with the PINs that are missing, used, and ended.

A card and its sheet come into force together: until the sheet is whole, older cards go on being good.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from cryptography.fernet import InvalidToken
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from foundation.audit import Action, record
from foundation.jobs import JobRefused, enqueue
from trainees import pins
from trainees.audited import CARD_SHEET, NEW_PIN_ON_CARD, VILLAGE_CARDS
from trainees.digests import digest
from trainees.models import CardSheet, Person, Trainee, User, VillageCard
from trainees.printing import PrintedCard, printed_cards
from trainees.sealed_sheets import opened, sealed
from trainees.selectors.cards import may_print_for, people_to_print_for, without_card
from trainees.services.remembering import put_pin
from trainees.trail import record_of
from villages.models import Division

PRINT_JOB = "print-cards"
MOST_AT_ONCE = 40  # more of them are made by a worker
MOST = 600
TOKEN_BYTES = 20
PRINTED_IN = "zh-hans"  # what hangs and lies in the village is in the language of its schools

NOT_HERS = "not-hers"
NOBODY = "nobody"
MEANWHILE = "meanwhile"
FAILED = "failed"
UNREADABLE = "unreadable"
REASONS = (NOT_HERS, NOBODY, MEANWHILE, FAILED)


@dataclass(frozen=True, repr=False)
class Drawn:
    """A card to be: its token stands in the QR alone, its PIN under the flap alone."""

    person: Person
    token: str
    pin: str = ""
    hashed: str = ""


@transaction.atomic
def ask_for_cards(*, people: Sequence[Person], asked_by: User, place: Division, site: str, **how: bool) -> CardSheet:
    """Order a sheet for people of a village; `how` are `as_keeper`, `new_cards` (older ones end) and `new_pins`.

    Few cards are made by `make_now` once this is written, more by a worker. After a day the sheet is forgotten.
    """
    sheet = CardSheet.objects.create(asked_by=asked_by, place=place, site=site, **how)
    sheet.people.set(people[:MOST])
    if len(people) > MOST_AT_ONCE:
        enqueue(name=PRINT_JOB, payload={"sheet": sheet.pk}, key=f"{PRINT_JOB}:{sheet.pk}")
    return sheet


def make_now(*, sheet: CardSheet) -> CardSheet:
    """Make a small sheet while she waits; a large one is the worker's, and one that was made stays as it is."""
    if sheet.people.count() <= MOST_AT_ONCE:
        try:
            issue = print_sheet(sheet=sheet.pk)
            if issue:
                issue()
        except JobRefused as refused:
            refuse_sheet(sheet=sheet.pk, reason=str(refused))
    sheet.refresh_from_db()
    return sheet


def print_sheet(*, sheet: int) -> Callable[[], None] | None:
    """Draw the cards; returns what puts them into force. Raises JobRefused when they may not be printed any more."""
    order = CardSheet.objects.select_related("asked_by", "place__parent").filter(pk=sheet).first()
    if order is None or order.sealed:
        return None
    people = _people_of(order)
    drawn = [_drawn(person, new_pin=order.new_pins or not person.pin) for person in people]
    with translation.override(PRINTED_IN):
        paper = printed_cards([_printed(order, each) for each in drawn])
    return partial(_issue, order, drawn, sealed(paper))


def refuse_sheet(*, reason: str, sheet: int) -> None:
    """No sheet, and every older card is as good as it was."""
    known = reason if reason in REASONS else FAILED
    CardSheet.objects.filter(pk=sheet, sealed=b"").update(refused=known)


@transaction.atomic
def fetch_sheet(*, sheet: CardSheet, by: User) -> bytes | None:
    """The PDF, for the one who asked for it; whoever calls has looked whether she still may.

    None for one that was sealed under another `PIN_SECRET`: from now on it says so.
    """
    row = CardSheet.objects.filter(pk=sheet.pk)
    try:
        paper = opened(sheet.sealed)
    except InvalidToken:
        row.update(sealed=b"", refused=UNREADABLE)
        return None
    row.filter(fetched_at=None).update(fetched_at=timezone.now())
    numbers = [Trainee(pk=pk).number for pk in sheet.cards.values_list("person__trainee", flat=True)]
    record(by=by, action=Action.EXPORTED, what=CARD_SHEET, area=sheet.place.code, people=sheet.cards_made, whom=numbers)
    return paper


@transaction.atomic
def revoke_card(*, person: Person, by: User) -> bool:
    """Her card was lost: it opens nothing from now on. False when none is in force."""
    ended = VillageCard.objects.filter(person=person, revoked_at=None).update(revoked_at=timezone.now())
    if ended:
        record_of(person.trainee, by=by, action=Action.DELETED, what=VILLAGE_CARDS)
    return bool(ended)


def note_card_use(*, card: VillageCard) -> None:
    """Somebody came in with it, and with her PIN."""
    VillageCard.objects.filter(pk=card.pk).update(last_used_at=timezone.now())


def _people_of(order: CardSheet) -> list[Person]:
    if not may_print_for(order.asked_by, order.place, as_keeper=order.as_keeper):
        raise JobRefused(NOT_HERS)
    chosen = people_to_print_for(order.place).filter(card_sheets=order)
    people = list(chosen if order.new_cards else without_card(chosen))
    if not people:
        raise JobRefused(NOBODY)
    return people


def _drawn(person: Person, *, new_pin: bool) -> Drawn:
    """A hash of a PIN takes a while: it is made before anything is locked."""
    pin = pins.chosen_pin() if new_pin else ""
    return Drawn(person, secrets.token_urlsafe(TOKEN_BYTES), pin, pins.hashed(pin) if pin else "")


def _printed(order: CardSheet, drawn: Drawn) -> PrintedCard:
    trainee = drawn.person.trainee
    village = order.place.today
    return PrintedCard(
        name=drawn.person.name,
        number=trainee.number,
        sign=drawn.person.sign,
        place=f"{village.parent.name if village.parent else ''} {village.short_name}".strip(),
        address=order.site + reverse("card", args=[drawn.token]),
        pin=drawn.pin,
    )


@transaction.atomic
def _issue(order: CardSheet, drawn: list[Drawn], paper: bytes) -> None:
    """Cards, PINs, sheet and entry in the trail: all of them or none."""
    _refuse_what_changed(order, drawn)
    now, keys = timezone.now(), [each.person.pk for each in drawn]
    VillageCard.objects.filter(person__in=keys, revoked_at=None).update(revoked_at=now)
    VillageCard.objects.bulk_create([_row(order, each) for each in drawn])
    with_pin = [each for each in drawn if each.pin]
    for each in with_pin:
        put_pin(person=each.person, hashed=each.hashed)
    made: dict[str, Any] = {"sealed": paper, "cards_made": len(drawn), "pins_made": len(with_pin), "refused": ""}
    CardSheet.objects.filter(pk=order.pk).update(**made)
    _write_down(order, drawn, with_pin)


def _refuse_what_changed(order: CardSheet, drawn: list[Drawn]) -> None:
    """Somebody was erased, chose a PIN, or got a card from somebody else while this one was drawn."""
    keys = [each.person.pk for each in drawn]
    pin_now = dict(Person.objects.select_for_update().filter(pk__in=keys).values_list("pk", "pin"))
    if any(pin_now.get(each.person.pk) != each.person.pin for each in drawn):
        raise JobRefused(MEANWHILE)
    carded = VillageCard.objects.filter(person__in=keys, revoked_at=None)
    if not order.new_cards and carded.exists():
        raise JobRefused(MEANWHILE)
    if CardSheet.objects.select_for_update().filter(pk=order.pk, sealed=b"").first() is None:
        raise JobRefused(MEANWHILE)


def _row(order: CardSheet, drawn: Drawn) -> VillageCard:
    return VillageCard(
        person=drawn.person, digest=digest("village-card", drawn.token), sheet=order, issued_by=order.asked_by
    )


def _write_down(order: CardSheet, drawn: list[Drawn], with_pin: list[Drawn]) -> None:
    for action, what, those in (
        (Action.PRINTED, VILLAGE_CARDS, drawn),
        (Action.CHANGED, NEW_PIN_ON_CARD, with_pin),
    ):
        if those:
            numbers = [each.person.trainee.number for each in those]
            record(
                by=order.asked_by,
                action=action,
                what=what,
                area=order.place.code,
                people=len(those),
                objects=numbers,
            )
