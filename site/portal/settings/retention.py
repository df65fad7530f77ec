"""How old one must be, and how long what we hold of people is kept. See docs/privacy.md; docs/settings.md has each."""

import datetime

from django.core.exceptions import ImproperlyConfigured

from portal.settings import environment

__all__ = [
    "KEEP_CODES_DAYS",
    "KEEP_CONTACTS_MONTHS",
    "KEEP_PHONES_DAYS",
    "KEEP_TASK_FILES_MONTHS",
    "MINIMUM_AGE",
    "PROGRAMME_ENDS_ON",
]

AGES = (16, 18)


def at_least_one(name: str, default: int) -> int:
    number = environment.integer(name, default)
    if number < 1:
        raise ImproperlyConfigured(f"{name}={number}: write a number from 1.")
    return number


def day(name: str) -> datetime.date | None:
    text = environment.text(name)
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}={text!r}: write a day like 2027-06-30, or leave it out.") from error


def minimum_age() -> int:
    age = environment.integer("MINIMUM_AGE", AGES[0])
    if age not in AGES:
        raise ImproperlyConfigured(f"MINIMUM_AGE={age}: write 16 or 18.")
    return age


MINIMUM_AGE = minimum_age()
KEEP_CODES_DAYS = at_least_one("KEEP_CODES_DAYS", 30)
KEEP_PHONES_DAYS = at_least_one("KEEP_PHONES_DAYS", 180)
KEEP_TASK_FILES_MONTHS = at_least_one("KEEP_TASK_FILES_MONTHS", 12)
KEEP_CONTACTS_MONTHS = at_least_one("KEEP_CONTACTS_MONTHS", 12)
PROGRAMME_ENDS_ON = day("PROGRAMME_ENDS_ON")
