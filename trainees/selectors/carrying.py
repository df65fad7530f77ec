"""How it stands with messages to phones: for her who waits for one, and for administrators."""

from django.conf import settings

from foundation.limits import used_up
from trainees import senders

SITE = "sms-site"
TROUBLE = "sms-trouble"
VERY_MANY = "sms-very-many"


def nearly_used_up() -> bool:
    """Four fifths of what the whole site may send in a day."""
    return used_up(SITE, most=settings.SMS_PER_DAY * 4 // 5)


def all_used_up() -> bool:
    return used_up(SITE, most=settings.SMS_PER_DAY)


def very_many_asked_for() -> bool:
    """Within a day, from one address or to numbers that begin alike: a class, or somebody who tries numbers."""
    return used_up(VERY_MANY, most=1)


def messages_do_not_get_through() -> bool:
    """Of the carrier, not of a number: whoever asks is told the same."""
    return senders.configured() and (used_up(TROUBLE, most=1) or all_used_up())
