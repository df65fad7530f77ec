"""The hashes that hold the trail together, and where it is broken."""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import dataclass

from django.utils.translation import gettext as _

from foundation.audit.models import AuditEntry, AuditHead
from foundation.audit.people import fits


@dataclass(frozen=True)
class Break:
    """The first entry that does not fit, and why."""

    number: int
    reason: str


def digest_of(entry: AuditEntry) -> str:
    """SHA-256 of all that an entry says, with the hash of the one before."""
    said = [
        entry.number,
        entry.at.astimezone(datetime.UTC).isoformat(timespec="microseconds"),
        entry.by_id,
        entry.action,
        entry.what,
        entry.area,
        entry.people,
        entry.named,
        entry.before,
        *([entry.concerned] if entry.concerned else []),  # the oldest entries were hashed without it
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def head() -> tuple[int, str]:
    """Number and hash of the last entry, by the row that says where the trail ends."""
    found = AuditHead.objects.filter(pk=1).values_list("number", "digest").first()
    return found or (0, "")


def first_break(*, noted: tuple[int, str] = (0, "")) -> Break | None:
    """Read the trail from its beginning; None when it is whole. It may grow meanwhile.

    `noted` is a number and hash that somebody wrote down earlier: they must still be in it. Without them, one who can
    write into the database could cut off its end, or make all of it anew.
    """
    expected = [head(), noted]
    last, digest = 0, ""
    entries = AuditEntry.objects.order_by("number").prefetch_related("lists")
    for entry in entries.iterator(chunk_size=500):
        if reason := _misfit(entry, last, digest) or _differs(entry, expected):
            return Break(last + 1 if entry.number > last + 1 else entry.number, reason)
        last, digest = entry.number, entry.digest
    if last < max(expected)[0]:
        return Break(last + 1, _("it is missing: the trail once went further"))
    if last > head()[0]:
        return Break(last, _("it was put in from outside"))
    return None


def _misfit(entry: AuditEntry, last: int, digest: str) -> str:
    if entry.number != last + 1:
        return _("it is missing")
    if entry.before != digest:
        return _("it does not follow the one before")
    if entry.digest != digest_of(entry):
        return _("it was changed")
    return "" if fits(entry) else _("it does not concern whom it concerned")


def _differs(entry: AuditEntry, expected: list[tuple[int, str]]) -> str:
    fits = all(digest == entry.digest for number, digest in expected if number == entry.number)
    return "" if fits else _("it is not the one that was written down")
