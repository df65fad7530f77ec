"""Six digits by SMS, for one number and one browser: good for ten minutes; five wrong ones burn them."""

from __future__ import annotations

import datetime
import hmac
import logging
import secrets

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from foundation.limits import take
from trainees.digests import digest
from trainees.models import Person, PhoneCode
from trainees.senders import sender

logger = logging.getLogger(__name__)

GOOD_FOR = datetime.timedelta(minutes=10)
TRIES = 5
PURPOSE = "sign-in"
TEMPLATE = "sign-in-code"
DAY = 24 * 3600
# Of one number: how many in how many seconds. Of one address many: a class sits behind it.
A_NUMBER = ((1, 30), (5, 3600), (10, DAY))
A_MINUTE_AND_ADDRESS = 300


class TooOften(Exception):
    """Nothing was sent and nothing changed: the code of the last message is still good."""


def send_phone_code(*, phone: str, browser: str, address: str) -> None:
    """Send a code to a number that somebody here has given; for any other do everything but that.

    All limits are looked at before the code that is out there stops being good. Raises TooOften.
    """
    if not take(f"sms-address:{address}", most=A_MINUTE_AND_ADDRESS, seconds=60):
        raise TooOften
    if not all(take(f"sms:{seconds}:{phone}", most=most, seconds=seconds) for most, seconds in A_NUMBER):
        raise TooOften
    code = f"{secrets.randbelow(10**6):06d}"
    _replace(phone, browser, code)
    if Person.objects.filter(phone=phone, user__is_active=True).exists():
        _send(phone, code)


def check_phone_code(*, phone: str, browser: str, digits: str) -> bool:
    """Whether these are the digits that were sent to this number for this browser. A code is right once.

    The try is counted before the digits are compared, so that tries at once are not more tries.
    """
    now = timezone.now()
    good = PhoneCode.objects.filter(
        phone=phone, browser_digest=_of(browser), purpose=PURPOSE, used_at=None, expires_at__gt=now, wrong__lt=TRIES
    )
    code = good.order_by("-pk").first()
    if code is None or not good.filter(pk=code.pk).update(wrong=F("wrong") + 1):
        return False
    if not hmac.compare_digest(code.digest, digest("phone-code", f"{code.phone}:{digits}")):
        return False
    return bool(PhoneCode.objects.filter(pk=code.pk, used_at=None).update(used_at=now))


@transaction.atomic
def _replace(phone: str, browser: str, code: str) -> None:
    now = timezone.now()
    PhoneCode.objects.filter(expires_at__lt=now - datetime.timedelta(days=1)).delete()
    PhoneCode.objects.filter(phone=phone, browser_digest=_of(browser), used_at=None).update(expires_at=now)
    PhoneCode.objects.create(
        phone=phone,
        browser_digest=_of(browser),
        purpose=PURPOSE,
        digest=digest("phone-code", f"{phone}:{code}"),
        expires_at=now + GOOD_FOR,
    )


def _send(phone: str, code: str) -> None:
    if not take("sms-site", most=settings.SMS_PER_DAY, seconds=DAY):
        logger.error("No more messages today: SMS_PER_DAY is used up")
        return
    try:
        sender().send(phone, TEMPLATE, {"code": code})
    except OSError as error:
        logger.error("A message could not be handed over: %s", type(error).__name__)


def _of(browser: str) -> str:
    return digest("browser", browser)
