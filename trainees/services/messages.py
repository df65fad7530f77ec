"""A trainer writes to her people: a few words, seen in the app alone. They never carry a link."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation.audit import Action, record
from foundation.limits import DAY, take
from trainees.audited import MESSAGE
from trainees.consent_words import MESSAGES
from trainees.models import Message, Person, User
from trainees.selectors.consents import people_who_refuse
from trainees.selectors.trainees import area_of
from trainees.telling import holds_link, holds_number, visible

LONGEST = 300
SENDINGS_A_DAY = 20  # of one trainer
MOST_AT_ONCE = 2000


def cleaned_words(text: str) -> str:
    """Raises ValidationError with what to do."""
    words = visible(text)
    if not words:
        raise ValidationError(_("Please write something."), code="empty")
    if len(words) > LONGEST:
        raise ValidationError(
            _("Please write it shorter: at most %(most)s characters.") % {"most": LONGEST}, code="long"
        )
    if holds_link(words):
        raise ValidationError(
            _("Please write no link: whoever gets one from us would also trust a false one."), code="link"
        )
    if holds_number(words):
        raise ValidationError(_("Please write no phone number and no ID number."), code="number")
    return words


def send_message(*, to: Collection[Person], words: str, by: User, sending: UUID) -> int:
    """To each of them who takes messages; returns how many that were. The same form again sends nothing.

    Raises ValidationError with one sentence; nothing is sent then.
    """
    said = cleaned_words(words)
    if not to or len(to) > MOST_AT_ONCE:
        raise ValidationError(
            _("Choose at least one person, and at most %(most)s.") % {"most": MOST_AT_ONCE}, code="many"
        )
    if sent := Message.objects.filter(sending=sending, by=by).count():
        return sent
    refused = set(people_who_refuse(MESSAGES).values_list("pk", flat=True))
    takers = [person for person in to if person.pk not in refused]
    if not takers:
        raise ValidationError(_("She takes no messages here. Call her, or go and see her."), code="refused")
    if not take(f"messages:{by.pk}", most=SENDINGS_A_DAY, seconds=DAY):
        raise ValidationError(_("That was enough for one day. Please write again tomorrow."), code="often")
    return _send(takers, said, by, sending)


@transaction.atomic
def mark_read(*, person: Person, newest: int) -> int:
    """All up to the newest that she was shown; what came meanwhile stays new."""
    return person.messages.filter(read_at=None, pk__lte=newest).update(read_at=timezone.now())


@transaction.atomic
def _send(takers: list[Person], words: str, by: User, sending: UUID) -> int:
    rows = [Message(person=person, sending=sending, words=words, by=by) for person in takers]
    Message.objects.bulk_create(rows, 500, ignore_conflicts=True)
    area = area_of(person.trainee for person in takers)
    numbers = [person.trainee.number for person in takers]
    record(by=by, action=Action.ADDED, what=MESSAGE, area=area, people=len(takers), objects=numbers)
    return len(takers)
