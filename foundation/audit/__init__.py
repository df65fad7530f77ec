"""Who saw, exported and changed what of people: a trail that is only ever added to.

An app names its matters with `matter(key, words)` and calls `record` in the transaction of what it did, or
`record_seen` when a page with people was read. See docs/audit.md. Outsiders import only what stands here.
"""

from foundation.audit.chain import Break, first_break
from foundation.audit.matters import matter, words_of
from foundation.audit.models import Action, AuditedPeople, AuditEntry, AuditHead
from foundation.audit.people import concerning
from foundation.audit.services import AGAIN_AFTER, NotForTheTrail, record, record_seen

__all__ = [
    "AGAIN_AFTER",
    "Action",
    "AuditEntry",
    "AuditHead",
    "AuditedPeople",
    "Break",
    "NotForTheTrail",
    "concerning",
    "first_break",
    "matter",
    "record",
    "record_seen",
    "words_of",
]
