"""How long somebody has waited, as one would say it."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def days_since(moment: datetime, now: datetime | None = None) -> int:
    """By the calendar in China: what came last night waits since yesterday."""
    today = timezone.localdate(now) if now else timezone.localdate()
    return max((today - timezone.localdate(moment)).days, 0)


def waited(moment: datetime, now: datetime | None = None) -> str:
    days = days_since(moment, now)
    if days == 0:
        return _("handed in today")
    return ngettext("waits %(days)s day", "waits %(days)s days", days) % {"days": days}
