"""Handing messages over to the carrier, in the background: nobody who waits for a page learns whose number is known."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from django.conf import settings

from foundation.jobs import JobRefused
from foundation.limits import DAY, give_back, take
from trainees.digests import digest
from trainees.models import Person, PhoneCode
from trainees.selectors.carrying import SITE, TROUBLE, nearly_used_up
from trainees.senders import sender
from trainees.senders.refusals import NotTaken

logger = logging.getLogger(__name__)

CARRY_JOB = "trainees.carry-phone-code"
TEMPLATE = "sign-in-code"
TROUBLE_SECONDS = 600  # so long she is told, unless a message gets through before


def digits_of(seed: str) -> str:
    """The six digits that belong to this seed: known to whoever has it and `PIN_SECRET`."""
    return f"{int(digest('phone-code-digits', seed)[:16], 16) % 10**6:06d}"


def carry_phone_code(*, code: int) -> Callable[[], object]:
    """Send it to a number that somebody here has given; for any other do nothing. The digits go with the message.

    Raises OSError for a carrier that is to be tried again, JobRefused for one that said no.
    """
    good = PhoneCode.objects.good().exclude(seed="")
    row = good.filter(pk=code).first()
    if row and Person.objects.filter(phone=row.phone, user__is_active=True).exists() and _within_the_day():
        _hand_over(row)
    return partial(forget_seed, code=code)


def forget_seed(*, code: int, reason: str = "") -> None:
    """The message is away, or never will be: the row no longer gives the digits."""
    PhoneCode.objects.filter(pk=code).update(seed="")


def _hand_over(row: PhoneCode) -> None:
    try:
        sender().send(row.phone, TEMPLATE, {"code": digits_of(row.seed)})
    except NotTaken as refusal:
        if not refusal.of_number:
            take(TROUBLE, most=1, seconds=TROUBLE_SECONDS)
        logger.error("The carrier does not take a message: %s", refusal.code)
        raise JobRefused(f"The carrier said {refusal.code}.") from refusal
    except OSError:
        take(TROUBLE, most=1, seconds=TROUBLE_SECONDS)
        raise
    give_back(TROUBLE)


def _within_the_day() -> bool:
    if not take(SITE, most=settings.SMS_PER_DAY, seconds=DAY):
        _tell("No more messages today: SMS_PER_DAY is used up", "sms-told-all")
        return False
    if nearly_used_up():
        _tell("Four fifths of a day's messages are used up: see SMS_PER_DAY", "sms-told-most")
    return True


def _tell(sentence: str, key: str) -> None:
    """Once a day: an alarm that rings all the time is heard by nobody."""
    if take(key, most=1, seconds=DAY):
        logger.error(sentence)
