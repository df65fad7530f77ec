"""Narrators without an account: a link for some days, consent in their own voice, and forgetting them whole."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from foundation import limits
from foundation.atomic_files import write_atomically
from media.ffmpeg import Exhausting, Piece, Unreadable, made_small
from media.intake import check_room
from media.models import NarratorLink, Recording, Track
from media.services.pictures import SERVER_TROUBLE
from media.services.takes import NOTHING_HEARD
from media.sounds import checked_sound

DAYS = 7
LARGEST_CONSENT = 4 * 1024 * 1024  # bytes; one sentence, however the phone records it
LONGEST_CONSENT = 30  # seconds
MOST_SENT, MOST_A_DAY = 1000, 400  # files
ENOUGH = _("So much came through this link that it is shut now. Ask whoever gave it to you for another.")
ENOUGH_TODAY = _("So much came through this link today. Go on tomorrow.")
NO_CONSENT = _("Please say it in one sentence, and send that recording.")


def make_narrator_link(*, track: Track, script: str, name: str, user: Any) -> NarratorLink:
    """A link for seven days. Raises ValidationError."""
    until = timezone.now() + timedelta(days=DAYS)
    link = NarratorLink(track=track, script=script, name=name.strip(), made_by=user, expires_at=until)
    link.clean_fields(exclude=["track", "made_by"])
    link.save()
    return link


def revoke_link(*, link: NarratorLink) -> None:
    """It opens nothing any more; what came through it stays."""
    NarratorLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now())


def keep_consent(*, link: NarratorLink, content: bytes) -> None:
    """Her sentence, made small so that every browser plays it; said again, the new one counts.

    Calls ffmpeg: a second or two. Raises ValidationError with one sentence; what she said before counts then.
    """
    if len(content) > LARGEST_CONSENT:
        raise ValidationError(NO_CONSENT)
    check_room()
    name = f"takes/consent-{get_random_string(20)}.m4a"
    try:
        write_atomically(Path(settings.MEDIA_ROOT) / name, _small_consent(content))
        with transaction.atomic():
            before = NarratorLink.objects.select_for_update().get(pk=link.pk).consent
            NarratorLink.objects.filter(pk=link.pk).update(consent=name, consented_at=timezone.now())
            transaction.on_commit(partial(forget_consent, name=before))
    except Exception:
        forget_consent(name=name)
        raise


def _small_consent(content: bytes) -> bytes:
    with NamedTemporaryFile(prefix="consent-") as file:
        file.write(content)
        file.flush()
        try:
            # A little more than may be, so that it is seen when it is too long.
            sound = checked_sound(made_small(Path(file.name), Piece(0, LONGEST_CONSENT + 1))["m4a"])
        except (Unreadable, ValidationError) as error:
            raise ValidationError(_(NOTHING_HEARD)) from error
        except Exhausting as error:
            raise ValidationError(_(SERVER_TROUBLE)) from error
    if sound.seconds > LONGEST_CONSENT:
        raise ValidationError(NO_CONSENT)
    return sound.content


def count_sent(*, link: NarratorLink) -> None:
    """One more file through this link. Raises ValidationError when it was enough for today, or many times over."""
    if not limits.take(f"narrator:{link.pk}", most=MOST_A_DAY, seconds=limits.DAY):
        raise ValidationError(ENOUGH_TODAY)
    if not NarratorLink.objects.filter(pk=link.pk, sent__lt=MOST_SENT).update(sent=F("sent") + 1):
        raise ValidationError(ENOUGH)


def forget_narrator(*, link: NarratorLink) -> None:
    """All in her voice that came through this link: takes, what listeners hear of them, her consent, her name.

    What somebody else recorded of the same words since is not hers and stays.
    """
    with transaction.atomic():
        row = NarratorLink.objects.select_for_update().get(pk=link.pk)
        takes = list(row.takes.all())
        hers = {(take.subject, Path(name).stem) for take in takes for name, _bytes in take.small.values()}
        for recording in Recording.objects.filter(track=row.track_id, subject__in=[take.subject for take in takes]):
            if (recording.subject, Path(recording.name).stem) in hers:
                recording.delete()
        for take in takes:
            take.delete()
        row.delete()


def forget_consent(*, name: str) -> None:
    """Remove what was said to agree, where there is such a file."""
    if name:
        (Path(settings.MEDIA_ROOT) / name).unlink(missing_ok=True)
