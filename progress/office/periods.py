"""The periods that an official asks for, as days in China. No period reaches into the future."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from progress.counts import EARLIEST_DAY, Period

YEAR, MONTH, LAST_MONTH, CHOSEN = "year", "month", "last-month", "days"


class PeriodError(Exception):
    """What was asked for is no period. `sentence` says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Asked:
    """A period and how it was asked for."""

    kind: str
    period: Period
    today: datetime.date

    @property
    def name(self) -> str:
        return names()[self.kind] if self.kind != CHOSEN else f"{self.period.first} – {self.period.last}"

    @property
    def cut_off(self) -> str:
        """The very moment up to which is counted: the end of the last day, or now."""
        days = {"first": date_format(self.period.first), "last": date_format(self.period.last)}
        if self.period.last < self.today:
            return _("%(first)s to %(last)s, 24:00 (Beijing time)") % days
        now = timezone.localtime().strftime("%H:%M")
        return _("%(first)s to %(last)s, %(time)s (Beijing time)") % {**days, "time": now}


def names() -> dict[str, str]:
    return {YEAR: _("This year"), MONTH: _("This month"), LAST_MONTH: _("Last month")}


def this_year() -> Asked:
    today = timezone.localdate()
    return Asked(YEAR, Period(today.replace(month=1, day=1), today), today)


def asked_period(kind: str, first: str = "", last: str = "") -> Asked:
    """Raises PeriodError with a sentence for whoever typed the days."""
    today = timezone.localdate()
    month = today.replace(day=1)
    if kind == MONTH:
        return Asked(kind, Period(month, today), today)
    if kind == LAST_MONTH:
        end = month - datetime.timedelta(days=1)
        return Asked(kind, Period(end.replace(day=1), end), today)
    if kind == CHOSEN:
        return Asked(kind, _between(_day(first), _day(last), today), today)
    if kind in ("", YEAR):
        return this_year()
    raise PeriodError(_("There is no such period. You see this year."))


def _between(first: datetime.date, last: datetime.date, today: datetime.date) -> Period:
    if first > last:
        raise PeriodError(_("The first day is after the last one. Swap them. You see this year."))
    if first > today:
        raise PeriodError(_("These days are still to come. Choose earlier ones. You see this year."))
    return Period(first, min(last, today))


def _day(text: str) -> datetime.date:
    """`2026-03-01`, also in full-width digits."""
    try:
        day = parse_date(to_halfwidth(text).strip())
    except ValueError:
        day = None
    if day is None or day < EARLIEST_DAY:
        raise PeriodError(_("Write both days like this: 2026-03-01. You see this year."))
    return day
