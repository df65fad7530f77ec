"""Adding to the trail. Whatever could carry a name or a phone number into it is refused."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from foundation.audit.chain import digest_of
from foundation.audit.matters import is_named
from foundation.audit.models import Action, AuditEntry, AuditHead

AGAIN_AFTER = datetime.timedelta(minutes=15)
MOST_NAMED = 20
AREA = re.compile(r"(?:[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})?", re.ASCII)
PSEUDONYM = re.compile(r"(?:H-|[a-z-]{2,12}:)[0-9]{1,9}", re.ASCII)  # a phone number has eleven digits

Visitor = AbstractBaseUser | AnonymousUser


class NotForTheTrail(ValueError):
    """A programmer's mistake: what was to be written down has not the shape of a code, a number or a named matter."""


@transaction.atomic
def record(  # noqa: PLR0913 - one entry has these six fields, and each call reads as a sentence
    *, by: Visitor | None, action: Action, what: str, area: str = "", people: int = 0, objects: Sequence[str] = ()
) -> AuditEntry:
    """Write down who did what, in the transaction of doing it: both or neither.

    Of more than twenty objects only their number is kept: the area says whose they are.
    """
    objects = objects if len(objects) <= MOST_NAMED else ()
    _refuse_what_may_name(what, area, objects)
    # On SQLite the transaction has the only pen from its beginning; on PostgreSQL this row is what others wait for.
    head, _made = AuditHead.objects.select_for_update().get_or_create(pk=1)
    entry = AuditEntry(
        number=head.number + 1,
        at=timezone.now(),
        by_id=by.pk if by else None,
        action=action.value,
        what=what,
        area=area,
        people=people,
        named=_named(objects),
        before=head.digest,
    )
    entry.digest = digest_of(entry)
    entry.save()
    head.number, head.digest = entry.number, entry.digest
    head.save(update_fields=["number", "digest"])
    return entry


def record_seen(*, by: Visitor, what: str, area: str, people: int, of: str = "") -> AuditEntry | None:
    """Write down that a page with people was read; turning its pages for a quarter of an hour is one reading.

    `of` is the pseudonym of whom a page is about: each of them is a reading of her own.
    Looks first and opens a transaction only when there is something to write: a page read again writes nothing.
    """
    since = timezone.now() - AGAIN_AFTER
    read = AuditEntry.objects.filter(by=by.pk, at__gte=since, action=Action.SAW, what=what, area=area)
    if people == 0 or read.filter(people__gte=people, named=_named([of] if of else [])).exists():
        return None
    return record(by=by, action=Action.SAW, what=what, area=area, people=people, objects=[of] if of else [])


def _named(objects: Sequence[str]) -> str:
    """As one text in which each can be looked for."""
    return f" {' '.join(objects)} " if objects else ""


def _refuse_what_may_name(what: str, area: str, objects: Sequence[str]) -> None:
    """The text of the error says nothing of what was refused: it ends up in logs."""
    if not is_named(what):
        raise NotForTheTrail("No app has named this matter.")
    if not AREA.fullmatch(area):
        raise NotForTheTrail("An area is the code of a place.")
    if not all(PSEUDONYM.fullmatch(one) for one in objects):
        raise NotForTheTrail("Objects are pseudonyms and numbers of rows.")
