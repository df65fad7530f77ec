"""What a teacher speaks of somebody's work: kept as it came, made small by the worker, heard by her whom it is for.

The files lie in `reviews` below MEDIA_ROOT, which is served to nobody but the two of them and other teachers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from foundation.atomic_files import write_atomically
from foundation.jobs import JobRefused, enqueue, redo
from media.ffmpeg import Exhausting, Piece, Unreadable, demuxer_of, made_small
from media.intake import check_room
from media.services import SERVER_TROUBLE, forget_strays_in
from media.services.takes import ENDINGS, LARGEST_TAKE, NO_RECORDING
from media.sounds import Sound, checked_sound
from progress.models import Review

VOICE_JOB = "make-review-voice"
FOLDER = "reviews"
LONGEST_VOICE = 60  # seconds

TOO_BIG = _("This recording is too big. A minute is enough.")
NOTHING_HEARD = gettext_noop("Nothing can be heard in what you said. Say it once more, closer to the phone.")
TOO_LONG = gettext_noop("What you said takes longer than a minute. Say it once more, and shorter.")
GONE = gettext_noop("The file of what you said is gone. Say it once more.")
KNOWN = (NOTHING_HEARD, TOO_LONG, GONE, SERVER_TROUBLE)


def kept_voice(content: bytes) -> str:
    """The name of the file that was written; nothing for no sound. Raises ValidationError with one sentence."""
    if not content:
        return ""
    demuxer = demuxer_of(content[:16])
    if demuxer is None:
        raise ValidationError(NO_RECORDING)
    if len(content) > LARGEST_TAKE:
        raise ValidationError(TOO_BIG)
    check_room()
    return _written(content, ENDINGS.get(demuxer, demuxer))


def promise_voice(review: Review) -> None:
    """Within the transaction of the review."""
    enqueue(name=VOICE_JOB, payload={"review": review.pk}, key=_job_key(review.pk))


def make_voice(*, review: int) -> Callable[[], None] | None:
    """Make it small (seconds, no transaction) and return what records that. Raises JobRefused."""
    row = Review.objects.filter(pk=review, voice="").exclude(voice_sent="").first()
    if row is None:
        return None
    source = voice_path(row.voice_sent)
    if not source.exists():
        raise JobRefused(GONE)
    sound = _small(source)
    name = _written(sound.content, sound.ending)
    return partial(_record, pk=row.pk, sent=row.voice_sent, name=name, seconds=sound.seconds)


def _small(source: Path) -> Sound:
    """AAC alone: every browser plays it, and two listen to it."""
    try:
        # A little more than may be, so that it is seen when it is too long.
        sound = checked_sound(made_small(source, Piece(0, LONGEST_VOICE + 5))["m4a"])
    except (Unreadable, ValidationError) as error:
        raise JobRefused(NOTHING_HEARD) from error
    except Exhausting as error:
        raise JobRefused(SERVER_TROUBLE) from error  # tried again by hand only
    if sound.seconds > LONGEST_VOICE + 1:
        raise JobRefused(TOO_LONG)
    return sound


def _record(*, pk: int, sent: str, name: str, seconds: float) -> None:
    """What it was made of goes: a voice is personal, and one form of it is enough.

    Whom it was for may have been erased meanwhile: then what was made goes too.
    """
    made = Review.objects.filter(pk=pk, voice_sent=sent)
    wanted = made.update(voice=name, voice_seconds=seconds, voice_sent="", voice_trouble="")
    transaction.on_commit(partial(forget_voice, sent if wanted else name))


def mark_voice_failed(*, review: int, reason: str) -> None:
    """Say on the review why nobody can hear it, in a sentence for whoever said it."""
    Review.objects.filter(pk=review).update(voice_trouble=reason if reason in KNOWN else SERVER_TROUBLE)


def try_voice_again(*, review: Review) -> None:
    """Let the worker try what it gave up."""
    with transaction.atomic():
        failed = Review.objects.filter(pk=review.pk, voice="").exclude(voice_trouble="")
        if not failed.update(voice_trouble=""):
            return
        redo(name=VOICE_JOB, payload={"review": review.pk}, key=_job_key(review.pk))


def forget_voice(name: str) -> None:
    if name:
        voice_path(name).unlink(missing_ok=True)


def voice_path(name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / name


def forget_stray_voices() -> int:
    """Remove old files that no review names: a process was killed between file and row. Returns how many."""
    return forget_strays_in(FOLDER, lambda: chain(*Review.objects.values_list("voice", "voice_sent")))


def _written(content: bytes, ending: str) -> str:
    """Under a name of chance: the same words said of two people are two files."""
    name = f"{FOLDER}/{get_random_string(20)}.{ending}"
    write_atomically(voice_path(name), content)
    return name


def _job_key(review: int) -> str:
    return f"{VOICE_JOB}:{review}"
