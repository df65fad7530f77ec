"""Photos for practice tasks: taken in before the words that go with them, and forgotten when none came."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from PIL import Image

from foundation.atomic_files import write_atomically
from foundation.limits import DAY, take
from media.intake import Fineness, clean_picture
from media.services import forget_strays_in
from progress.models import TaskPhoto
from progress.services.rows import locked
from trainees.consent_words import TASKS
from trainees.models import Trainee
from trainees.selectors.consents import people_who_refuse

FOLDER = "handed-in"  # below MEDIA_ROOT; not among those that are served to everybody
FINENESS = Fineness(1280, 70)  # as the script makes them: written anew, they grow no heavier
MOST_A_DAY = 60
MOST_BYTES = 200 * 1024 * 1024  # of one person in all
MOST_TRIES = 300  # a day: what cannot be read costs time as well
WAITS = timedelta(days=7)

TOO_MANY = _("These are more photos than one person can send in a day. Go on tomorrow; what you have written stays.")
SAID_NO = _(
    "You said that no photos of yours are kept. Hand in your words without photos, or change it under “My data”."
)
NOBODY = _("Nobody is signed in here any more.")
NO_ROOM = _("You have sent so many photos that there is no room for more. Ask your teacher.")


def keep_photo(*, trainee: Trainee, content: bytes, now: datetime | None = None) -> TaskPhoto:
    """Keep a photo of hers, small and with nothing in it but the picture. The same bytes again are the same photo.

    On the disk when this returns. Raises ValidationError with one sentence; its code is one of media.intake,
    or "later", "full", "consent", "sign-in".
    """
    if people_who_refuse(TASKS).filter(trainee=trainee).exists():
        raise ValidationError(SAID_NO, code="consent")
    now, sha256 = now or timezone.now(), digest_of(content)
    name = f"{FOLDER}/{hashlib.sha256(f'{trainee.key} {sha256}'.encode()).hexdigest()[:40]}.jpg"
    path = Path(settings.MEDIA_ROOT) / name
    known = TaskPhoto.objects.filter(trainee=trainee, sha256=sha256)
    if path.is_file() and known.update(received_at=now):  # it waits anew
        return known.get()
    _check_how_many(trainee, now, sha256)
    if not take(f"task-photo:{trainee.pk}", most=MOST_TRIES, seconds=DAY):
        raise ValidationError(TOO_MANY, code="later")
    clean = clean_picture(ContentFile(content), "", FINENESS)
    jpeg = clean.read()
    write_atomically(path, jpeg, durable=True)
    with transaction.atomic():
        _check_she_is_here(trainee, path)
        _check_how_many(trainee, now, sha256)
        if not path.is_file():  # the same from last week was tidied away a moment ago
            write_atomically(path, jpeg, durable=True)
        measured = {**_measured(jpeg), "name": name, "received_at": now}
        return TaskPhoto.objects.update_or_create(trainee=trainee, sha256=sha256, defaults=measured)[0]


def forget_unused_photos(*, now: datetime | None = None) -> int:
    """Delete photos that no handing in took within a week; returns how many."""
    old = TaskPhoto.objects.filter(received_at__lt=(now or timezone.now()) - WAITS, placed=None)
    gone = sum(_forget(photo, old) for photo in old)
    # A process was killed between file and row.
    forget_strays_in(FOLDER, lambda: TaskPhoto.objects.values_list("name", flat=True))
    return gone


def forget_photos(*, trainee: Trainee, names: Collection[str]) -> None:
    """Delete these of hers at once, row and file. What was handed in already stays where it was handed in."""
    hers = TaskPhoto.objects.filter(trainee=trainee, sha256__in=names, placed=None)
    for photo in hers:
        _forget(photo, hers)


def digest_of(content: bytes) -> str:
    """By which a photo is named."""
    return hashlib.sha256(content).hexdigest()


def _forget(photo: TaskPhoto, among: QuerySet[TaskPhoto]) -> bool:
    """First the row, and when that is certain the file. She may be handing it in, or sending it again, meanwhile."""
    with transaction.atomic():
        locked([photo.trainee_id])
        if not among.filter(pk=photo.pk).delete()[0]:
            return False
    with transaction.atomic():
        locked([photo.trainee_id])
        if not TaskPhoto.objects.filter(name=photo.name).exists():
            (Path(settings.MEDIA_ROOT) / photo.name).unlink(missing_ok=True)
    return True


def _check_she_is_here(trainee: Trainee, path: Path) -> None:
    """She may be erased while a photo of hers is on its way."""
    [row] = locked([trainee.pk])
    if row.erased_at or row.merged_into_id:
        path.unlink(missing_ok=True)
        raise ValidationError(NOBODY, code="sign-in")


def _check_how_many(trainee: Trainee, now: datetime, sha256: str) -> None:
    hers = TaskPhoto.objects.filter(trainee=trainee).exclude(sha256=sha256)
    if hers.filter(received_at__gt=now - timedelta(days=1)).count() >= MOST_A_DAY:
        raise ValidationError(TOO_MANY, code="later")
    if (hers.aggregate(all=Sum("bytes"))["all"] or 0) >= MOST_BYTES:
        raise ValidationError(NO_ROOM, code="full")


def _measured(jpeg: bytes) -> dict[str, int]:
    with Image.open(BytesIO(jpeg)) as image:
        width, height = image.size
    return {"width": width, "height": height, "bytes": len(jpeg)}
