"""Eight digits let her in where she is not signed in yet: once, for some minutes, together with her PIN.

Her trainer gives them for a new phone, a quarter of an hour; she herself takes them along to another browser.
"""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from foundation.audit import Action
from trainees.audited import CODE_TO_ENTER
from trainees.codes import drawn_in_secret, entry_code_digest
from trainees.models import EntryCode, Person, User
from trainees.services.remembering import set_pin
from trainees.trail import record_of

GOOD_FOR = datetime.timedelta(minutes=15)
TAKEN_ALONG_GOOD_FOR = datetime.timedelta(minutes=5)


class UnknownCode(Exception):
    """No such code, or one that was used, replaced or is too old: they look alike."""


@transaction.atomic
def issue_entry_code(
    *, person: Person, issued_by: User | None, new_pin: bool = False, good_for: datetime.timedelta = GOOD_FOR
) -> str:
    """A new code; older ones of hers end. Her trainer says with `new_pin` that she may choose another PIN.

    The row stays: it says who let whom in, and when. Whoever lets in somebody else is in the audit trail too.
    """
    EntryCode.objects.filter(person=person).end()
    code = drawn_in_secret(lambda digits: EntryCode.objects.filter(digest=entry_code_digest(digits)).exists())
    ends = timezone.now() + good_for
    EntryCode.objects.create(
        person=person, digest=entry_code_digest(code), issued_by=issued_by, expires_at=ends, new_pin=new_pin
    )
    if issued_by and issued_by.pk != person.user_id:
        record_of(person.trainee, by=issued_by, action=Action.LET_IN, what=CODE_TO_ENTER)
    return code


def issue_own_code(*, person: Person) -> str:
    """A code to take her sign-in along to another browser. It never lets her choose a new PIN."""
    return issue_entry_code(person=person, issued_by=person.user, good_for=TAKEN_ALONG_GOOD_FOR)


@transaction.atomic
def use_entry_code(*, code: EntryCode, new_pin: str = "") -> Person:
    """Use it up, and set the new PIN if it allows one. Raises UnknownCode when somebody was faster, or time was."""
    if not EntryCode.objects.use(code.pk):
        raise UnknownCode
    if code.new_pin and new_pin:
        set_pin(person=code.person, pin=new_pin)
    return code.person
