"""Adding to the trail. Whatever could carry a name or a phone number into it is refused."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from foundation.audit.chain import digest_of
from foundation.audit.matters import is_named
from foundation.audit.models import Action, AuditedPeople, AuditEntry, AuditHead
from foundation.audit.people import digest_of_people, numbers_among, rows_of

AGAIN_AFTER = datetime.timedelta(minutes=15)
MOST_NAMED = 20
AREA = re.compile(r"(?:[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})?", re.ASCII)
PSEUDONYM = re.compile(r"(?:H-|[a-z-]{2,12}:)[0-9]{1,9}", re.ASCII)  # a phone number has eleven digits

Visitor = AbstractBaseUser | AnonymousUser


class NotForTheTrail(ValueError):
    """A programmer's mistake: what was to be written down has not the shape of a code, a number or a named matter."""


@transaction.atomic
def record(  # noqa: PLR0913 - one entry has these seven fields, and each call reads as a sentence
    *,
    by: Visitor | None,
    action: Action,
    what: str,
    area: str = "",
    people: int = 0,
    objects: Collection[str] = (),
    whom: Collection[str] = (),
) -> AuditEntry:
    """Write down who did what, in the transaction of doing it: both or neither.

    `objects` stand in the entry, of more than twenty only their number. `whom` it concerned besides, as those of a
    list, can be looked for. Who is counted and not known, as a new line of a roster, is in `people` alone.
    """
    _refuse_what_may_name(what, area, [*objects, *whom])
    numbers = numbers_among([*objects, *whom])
    # On SQLite the transaction has the only pen from its beginning; on PostgreSQL this row is what others wait for.
    head, _made = AuditHead.objects.select_for_update().get_or_create(pk=1)
    entry = AuditEntry(
        number=head.number + 1,
        at=timezone.now(),
        by_id=by.pk if by else None,
        action=action.value,
        what=what,
        area=area,
        people=people or len(numbers),
        named=_named(objects if len(objects) <= MOST_NAMED else ()),
        concerned=digest_of_people(numbers),
        before=head.digest,
    )
    entry.digest = digest_of(entry)
    entry.save()
    AuditedPeople.objects.bulk_create(rows_of(entry, numbers))
    head.number, head.digest = entry.number, entry.digest
    head.save(update_fields=["number", "digest"])
    return entry


def record_seen(  # noqa: PLR0913 - as above
    *, by: Visitor, what: str, area: str, people: int = 0, of: str = "", whom: Collection[str] = ()
) -> AuditEntry | None:
    """Write down that a page with people was read; turning its pages for a quarter of an hour is one reading.

    `of` is the pseudonym of whom a page is about: each of them is a reading of her own. `whom` are those of a list.
    Looks first and opens a transaction only when there is something to write: a page read again writes nothing.
    """
    people = people or len(whom) or bool(of)
    since, named = timezone.now() - AGAIN_AFTER, [of] if of else []
    read = AuditEntry.objects.filter(by=by.pk, at__gte=since, action=Action.SAW, what=what, area=area)
    if people == 0 or _was_read(read.filter(named=_named(named)), people, numbers_among(whom)):
        return None
    return record(by=by, action=Action.SAW, what=what, area=area, people=people, objects=named, whom=whom)


def _was_read(read: QuerySet[AuditEntry], people: int, numbers: list[int]) -> bool:
    """As many people before, and among them each of these."""
    if not numbers:
        return read.filter(people__gte=people).exists()
    found = AuditedPeople.objects.filter(entry__in=read.order_by()).values_list("entry__people", "numbers")
    rows = list(found)
    seen = {int(number) for _people, text in rows for number in text.split()}
    return seen.issuperset(numbers) and max(many for many, _text in rows) >= people


def _named(objects: Collection[str]) -> str:
    """As one text in which each can be looked for."""
    return f" {' '.join(objects)} " if objects else ""


def _refuse_what_may_name(what: str, area: str, objects: Collection[str]) -> None:
    """The text of the error says nothing of what was refused: it ends up in logs."""
    if not is_named(what):
        raise NotForTheTrail("No app has named this matter.")
    if not AREA.fullmatch(area):
        raise NotForTheTrail("An area is the code of a place.")
    if not all(PSEUDONYM.fullmatch(one) for one in objects):
        raise NotForTheTrail("Objects are pseudonyms and numbers of rows.")
