"""What is kept no longer: looked for every hour, deleted, and written into the audit trail with how much it was."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from foundation.audit import Action, record
from foundation.jobs import enqueue
from progress import audited
from progress.models import GuestEvent, Review, Submission, SubmissionPhoto, TaskPhoto
from progress.months import months_after
from progress.services.erasing import ERASE_FILES
from progress.services.guests import WAITS
from trainees.models import (
    CardSheet,
    DeviceCode,
    EntryCode,
    Household,
    Person,
    PhoneCode,
    RememberedPerson,
    RestrictedRecord,
    RosterImport,
)
from trainees.selectors.cards import KEPT as KEEP_SHEETS
from trainees.services.roster_files import forget_files
from trainees.services.rosters import KEEP_FILES

AT_ONCE = 500
DAY = datetime.timedelta(days=1)
Now = datetime.datetime


@dataclass(frozen=True)
class Duty:
    """`what` is its matter in the trail, `due` finds what is kept no longer, `forget` makes an end of it."""

    what: str
    due: Callable[[Now], QuerySet]
    forget: Callable[[QuerySet], int]


def keep_no_longer(*, now: Now | None = None, dry_run: bool = False) -> dict[str, int]:
    """Everything whose time is over, duty by duty; how much it was, or would be. A second run finds nothing."""
    now, done = now or timezone.now(), {}
    for duty in DUTIES:
        done[duty.what] = duty.due(now).count() if dry_run else _do(duty, now)
    return done


def task_files_kept_since(now: Now) -> Now:
    """What a teacher looked at before this moment has lost its photos and voices."""
    day = months_after(timezone.localdate(now), -settings.KEEP_TASK_FILES_MONTHS)
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def _do(duty: Duty, now: Now) -> int:
    """In portions, each with its line in the trail: stopped between two, the rest is found again in an hour."""
    total = 0
    while keys := list(duty.due(now).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            gone = duty.forget(duty.due(now).filter(pk__in=keys).order_by())
            if gone:
                record(by=None, action=Action.DELETED, what=duty.what, people=gone)
        total += gone
        if not gone:
            break
    return total


def _rows(found: QuerySet) -> int:
    """How many of these went; what hung on them is not counted."""
    rows = found.model._base_manager.filter(pk__in=list(found.values_list("pk", flat=True)))
    return rows.delete()[1].get(found.model._meta.label, 0)


def _old_entry_codes(now: Now) -> QuerySet:
    return EntryCode.objects.filter(expires_at__lt=now - settings.KEEP_CODES_DAYS * DAY)


def _old_device_codes(now: Now) -> QuerySet:
    return DeviceCode.objects.filter(expires_at__lt=now - settings.KEEP_CODES_DAYS * DAY)


def _old_phone_codes(now: Now) -> QuerySet:
    return PhoneCode.objects.filter(expires_at__lt=now - DAY)


def _unused_phones(now: Now) -> QuerySet:
    return RememberedPerson.objects.filter(last_used_at__lt=now - settings.KEEP_PHONES_DAYS * DAY)


def _old_guest_events(now: Now) -> QuerySet:
    return GuestEvent.objects.filter(received_at__lt=now - WAITS)


def _old_photos(now: Now) -> QuerySet:
    """Of no work that waits for a teacher, or was looked at, or came and was replaced, since then."""
    since = task_files_kept_since(now)
    looked_at = Submission.objects.annotate(last=Max("reviews__reviewed_at"))
    waits = Q(last=None, is_newest=True, state=Submission.State.WAITING)
    kept = looked_at.filter(Q(last__gte=since) | waits | Q(last=None, received_at__gte=since))
    placed = SubmissionPhoto.objects.filter(submission__in=kept.order_by().values("pk"))
    used = TaskPhoto.objects.filter(placed__isnull=False).exclude(pk__in=placed.order_by().values("photo"))
    return TaskPhoto.objects.filter(pk__in=used.order_by().values("pk"))


def _old_voices(now: Now) -> QuerySet:
    spoken = Review.objects.exclude(voice="", voice_sent="")
    return spoken.filter(reviewed_at__lt=task_files_kept_since(now))


def _old_rosters(now: Now) -> QuerySet:
    """Their files; the rows say for good how many lines there were."""
    return RosterImport.objects.filter(files_deleted_at=None, made_at__lt=now - KEEP_FILES)


def _old_sheets(now: Now) -> QuerySet:
    """The cards stay good; what was printed on the sheet is nowhere any more."""
    return CardSheet.objects.filter(asked_at__lt=now - KEEP_SHEETS)


def _empty_households(_now: Now) -> QuerySet:
    return Household.objects.filter(entries=None)


def _contacts(now: Now) -> QuerySet:
    """Numbers of everybody, some months after the last day of the programme, where the county wrote one down."""
    end = settings.PROGRAMME_ENDS_ON
    over = end and timezone.localdate(now) > months_after(end, settings.KEEP_CONTACTS_MONTHS)
    return Person.objects.exclude(phone="") if over else Person.objects.none()


def _registers(now: Now) -> QuerySet:
    """The day that she was told still counts."""
    return RestrictedRecord.objects.filter(kept_until__lt=timezone.localdate(now))


def _forget_photos(found: QuerySet) -> int:
    rows = dict(found.values_list("pk", "name"))
    SubmissionPhoto.objects.filter(photo__in=rows).delete()
    TaskPhoto.objects.filter(pk__in=rows).delete()
    enqueue(name=ERASE_FILES, payload={"names": list(rows.values())})
    return len(rows)


def _forget_voices(found: QuerySet) -> int:
    rows = list(found.values_list("pk", "voice", "voice_sent"))
    enqueue(name=ERASE_FILES, payload={"names": [name for _pk, *both in rows for name in both if name]})
    silent = {"voice": "", "voice_sent": "", "voice_seconds": 0, "voice_trouble": ""}
    return Review.objects.filter(pk__in=[pk for pk, *_names in rows]).update(**silent)


def _forget_contacts(found: QuerySet) -> int:
    keys = list(found.values_list("pk", flat=True))
    return Person.objects.filter(pk__in=keys).update(phone="", phone_verified_at=None)


DUTIES = (
    Duty(audited.OLD_ENTRY_CODES, _old_entry_codes, _rows),
    Duty(audited.OLD_DEVICE_CODES, _old_device_codes, _rows),
    Duty(audited.OLD_PHONE_CODES, _old_phone_codes, _rows),
    Duty(audited.UNUSED_PHONES, _unused_phones, _rows),
    Duty(audited.OLD_GUEST_EVENTS, _old_guest_events, _rows),
    Duty(audited.OLD_TASK_PHOTOS, _old_photos, _forget_photos),
    Duty(audited.OLD_VOICES, _old_voices, _forget_voices),
    Duty(audited.OLD_ROSTERS, _old_rosters, forget_files),
    Duty(audited.OLD_CARD_SHEETS, _old_sheets, _rows),
    Duty(audited.EMPTY_HOUSEHOLDS, _empty_households, _rows),
    Duty(audited.OLD_CONTACTS, _contacts, _forget_contacts),
    Duty(audited.OLD_REGISTERS, _registers, _rows),
)
