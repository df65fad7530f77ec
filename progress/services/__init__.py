"""Writing what people did. Every function is one transaction, and doing it twice changes nothing the second time."""

from progress.services.bulk import Delivery, Taken, receive_deliveries
from progress.services.enrolling import enrol, enrol_many, enrol_where_there_is_one_course
from progress.services.guests import claim_guest_events, keep_guest_events
from progress.services.photos import digest_of, forget_photos, forget_unused_photos, keep_photo
from progress.services.rebuilding import Difference, rebuild_progress
from progress.services.receiving import receive_events
from progress.services.storing import Receipt
from progress.services.tickets import NotOffered, begin_try, give_try

__all__ = [
    "Delivery",
    "Difference",
    "NotOffered",
    "Receipt",
    "Taken",
    "begin_try",
    "claim_guest_events",
    "digest_of",
    "enrol",
    "enrol_many",
    "enrol_where_there_is_one_course",
    "forget_photos",
    "forget_unused_photos",
    "give_try",
    "keep_guest_events",
    "keep_photo",
    "rebuild_progress",
    "receive_deliveries",
    "receive_events",
]
