"""Six digits by SMS, for one number and one browser: good for ten minutes; five wrong ones burn them."""

from __future__ import annotations

import datetime
import hmac
import logging
import secrets

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from foundation.jobs import enqueue
from foundation.limits import DAY, HOUR, MINUTE, take
from trainees.digests import digest
from trainees.models import PhoneCode
from trainees.models.once_only import OnceOnly
from trainees.selectors.carrying import VERY_MANY
from trainees.services.carrying import CARRY_JOB, digits_of

logger = logging.getLogger(__name__)

GOOD_FOR = datetime.timedelta(minutes=10)
TRIES = 5
PURPOSE = "sign-in"
# How many in how many seconds: of one number; of one address many, for a class sits behind it; and of numbers that
# begin alike, which belong to one carrier in one prefecture, or to somebody who tries them all.
HALF_A_MINUTE = 30
A_NUMBER = ((1, HALF_A_MINUTE), (5, HOUR), (10, DAY))
AN_ADDRESS = ((300, MINUTE), (1000, DAY))
A_BEGINNING = ((200, HOUR), (600, DAY))
BEGINNING = 7  # digits


class TooOften(Exception):
    """Nothing was sent and nothing changed: the code of the last message is still good.

    `seconds`: of the limit that was reached; to wait so long helps.
    """

    def __init__(self, *, seconds: int) -> None:
        self.seconds = seconds
        super().__init__()


def send_phone_code(*, phone: str, browser: str, address: str) -> None:
    """Promise a code to this number. The same is done for every number: whose is known here the job looks up.

    All limits are looked at before the code that is out there stops being good. Raises TooOften.
    """
    if seconds := _reached(f"sms-address:{address}", AN_ADDRESS):
        _ring("Very many messages are asked for from one address")
    elif not (seconds := _reached(f"sms:{phone}", A_NUMBER)):
        seconds = _reached(f"sms-beginning:{phone[:BEGINNING]}", A_BEGINNING)
        if seconds:
            _ring("Messages are asked for to very many numbers that begin alike")
    if seconds:
        raise TooOften(seconds=seconds)
    _replace(phone, browser, secrets.token_urlsafe(16))


def _ring(sentence: str) -> None:
    """In the log once an hour, and for a day on the start page of administrators."""
    take(VERY_MANY, most=1, seconds=DAY)
    if take(f"sms-told:{sentence}", most=1, seconds=HOUR):
        logger.error(sentence)


def _reached(key: str, limits: tuple[tuple[int, int], ...]) -> int:
    """The seconds of the limit that is reached; 0 for none."""
    return next((seconds for most, seconds in limits if not take(f"{key}:{seconds}", most=most, seconds=seconds)), 0)


def check_phone_code(*, phone: str, browser: str, digits: str) -> bool:
    """Whether these are the digits that were sent to this number for this browser. A code is right once.

    The try is counted before the digits are compared, so that tries at once are not more tries.
    """
    good = _codes_of(phone, browser).good().filter(purpose=PURPOSE, wrong__lt=TRIES)
    code = good.order_by("-pk").first()
    if code is None or not good.filter(pk=code.pk).update(wrong=F("wrong") + 1):
        return False
    if not hmac.compare_digest(code.digest, digest("phone-code", f"{code.phone}:{digits}")):
        return False
    return PhoneCode.objects.use(code.pk)


@transaction.atomic
def _replace(phone: str, browser: str, seed: str) -> None:
    _codes_of(phone, browser).end()
    code = PhoneCode.objects.create(
        phone=phone,
        browser_digest=_of(browser),
        purpose=PURPOSE,
        digest=digest("phone-code", f"{phone}:{digits_of(seed)}"),
        seed=seed,
        expires_at=timezone.now() + GOOD_FOR,
    )
    enqueue(name=CARRY_JOB, payload={"code": code.pk})


def _codes_of(phone: str, browser: str) -> OnceOnly:
    return PhoneCode.objects.filter(phone=phone, browser_digest=_of(browser))


def _of(browser: str) -> str:
    return digest("browser", browser)
