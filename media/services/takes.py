"""What was said on its way to the listeners: kept as it came, made small by the worker, approved or sent back."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from foundation.atomic_files import write_once
from foundation.jobs import JobRefused, enqueue, redo
from media.ffmpeg import Exhausting, Piece, Unreadable, demuxer_of, made_small
from media.intake import check_room
from media.models import NarratorLink, Recording, Take, Track
from media.services.pictures import SERVER_TROUBLE
from media.services.recordings import publish_sound
from media.sounds import Sound, checked_sound
from media.voices import digest_of

MAKE_JOB = "make-take"
LARGEST_TAKE = 16 * 1024 * 1024  # bytes; a minute and a half as a phone's recorder writes it at its worst
ENDINGS = {"mov": "m4a", "matroska": "webm"}  # others are called as ffmpeg calls them

TOO_BIG = _("This file is too big: %(limit)s is the most. Say less at once.")
NO_RECORDING = _("This is no recording. Take one from the phone’s recorder: m4a, amr, aac, mp3, wav, ogg or webm.")
NOTHING_HEARD = gettext_noop("Nothing can be heard in this recording. Record it again, closer to the phone.")
TOO_LONG = gettext_noop("This takes longer than a minute and a half. Record it again, and shorter.")
GONE = gettext_noop("The file is gone. Record it again.")
NOT_AGREED = _("She has not said yet that she agrees.")
NOT_SAID_WHY = _("Say in a few words what shall be better; whoever recorded it reads that.")
TAKEN = _("Somebody has recorded this already; it waits for a listener.")
WHOLE = Piece()
KNOWN = (NOTHING_HEARD, TOO_LONG, GONE, SERVER_TROUBLE)


@dataclass(frozen=True)
class Sender:
    """Who sends: somebody at the editor's desk, or a narrator with a link."""

    user: Any = None
    link: NarratorLink | None = None


@dataclass(frozen=True)
class Sent:
    """One thing that was said: what, with which words, and where it stands in the file."""

    subject: str
    words: str
    piece: Piece = WHOLE


def keep_take(*, track: Track, sent: list[Sent], content: bytes, by: Sender) -> list[Take]:
    """Keep the file, and a take of each thing said in it, in place of those that were still on their way.

    The same file again changes nothing. Raises ValidationError with one sentence, also where a narrator would take the
    place of somebody else; nothing is kept then.
    """
    name = _keep_original(content)
    try:
        with transaction.atomic():
            Track.objects.select_for_update().get(pk=track.pk)  # two who send the same at once come one after the other
            return [_keep(track, one, name, by) for one in sent]
    except Exception:
        forget_take_files(names=[name])
        raise


def _keep_original(content: bytes) -> str:
    if len(content) > LARGEST_TAKE:
        raise ValidationError(TOO_BIG, params={"limit": filesizeformat(LARGEST_TAKE)})  # no more of it was read
    demuxer = demuxer_of(content[:16])
    if demuxer is None:
        raise ValidationError(NO_RECORDING)
    check_room()
    return _write(content, ENDINGS.get(demuxer, demuxer))


def _keep(track: Track, sent: Sent, original: str, by: Sender) -> Take:
    said = {"track": track, "subject": sent.subject}
    piece = {"original": original, "starts_at": sent.piece.start, "ends_at": sent.piece.end}
    before = Take.objects.filter(**said).exclude(state=Take.State.APPROVED).first()
    if before and _is_kept_for_others(before, by):
        raise ValidationError(TAKEN)
    if before and all(getattr(before, field) == value for field, value in piece.items()):
        return before
    if before:
        before.delete()
    take = Take(**said, **piece, words_digest=digest_of(sent.words), made_by=by.user, link=by.link)
    take.clean_fields(exclude=["track", "made_by", "link", "reviewed_by"])
    take.save()
    enqueue(name=MAKE_JOB, payload={"take": take.pk}, key=f"{MAKE_JOB}:{take.pk}")
    return take


def _is_kept_for_others(take: Take, by: Sender) -> bool:
    """Who has only a link wipes nothing that somebody else said and nobody has judged yet."""
    unheard = take.state in (Take.State.WAITING, Take.State.READY)
    return by.link is not None and take.link_id != by.link.pk and unheard


def make_take(*, take: int) -> Callable[[], None] | None:
    """Make it small (seconds, no transaction) and return what records that. Raises JobRefused."""
    row = Take.objects.filter(pk=take, state=Take.State.WAITING).first()
    if row is None:
        return None
    source = Path(settings.MEDIA_ROOT) / row.original
    if not source.exists():
        raise JobRefused(GONE)
    try:
        sounds = [checked_sound(made) for made in made_small(source, Piece(row.starts_at, row.ends_at)).values()]
    except Unreadable as error:
        raise JobRefused(NOTHING_HEARD) from error
    except Exhausting as error:
        raise JobRefused(SERVER_TROUBLE) from error  # tried again by hand only
    except ValidationError as refusal:
        raise JobRefused(TOO_LONG if refusal.code == "too-long" else NOTHING_HEARD) from refusal
    small = {sound.ending: [_write(sound.content, sound.ending), len(sound.content)] for sound in sounds}
    return partial(_record, pk=row.pk, small=small, seconds=sounds[0].seconds)


def _record(*, pk: int, small: dict, seconds: float) -> None:
    waiting = Take.objects.filter(pk=pk, state=Take.State.WAITING)
    if not waiting.update(state=Take.State.READY, small=small, seconds=seconds, trouble=""):
        # Forgotten or replaced while it was being made: what was made of it goes as well.
        transaction.on_commit(partial(forget_take_files, names=[name for name, _bytes in small.values()]))


def mark_take_failed(*, take: int, reason: str) -> None:
    """Say on the take why it cannot be used, in a sentence for whoever recorded it."""
    trouble = reason if reason in KNOWN else SERVER_TROUBLE
    Take.objects.filter(pk=take, state=Take.State.WAITING).update(state=Take.State.FAILED, trouble=trouble)


def try_take_again(*, take: Take) -> None:
    """Let the worker try what it gave up."""
    with transaction.atomic():
        if not Take.objects.filter(pk=take.pk, state=Take.State.FAILED).update(state=Take.State.WAITING, trouble=""):
            return
        redo(name=MAKE_JOB, payload={"take": take.pk}, key=f"{MAKE_JOB}:{take.pk}")


def approve_take(*, take: int, user: Any) -> bool:
    """Let listeners hear it, in place of what they heard before; False if it is not (or no longer) ready for that.

    Raises ValidationError with one sentence, and listeners go on hearing what they heard.
    """
    row = Take.objects.select_related("track", "link").filter(pk=take, state=Take.State.READY).first()
    if row is None:
        return False
    if row.link and not row.link.consent:
        raise ValidationError(NOT_AGREED)
    try:
        sound, spare = (_small_sound(row, ending) for ending in ("ogg", "m4a"))
    except FileNotFoundError:
        return False  # another take took its place a moment ago
    with transaction.atomic():
        Take.objects.filter(track=row.track, subject=row.subject, state=Take.State.APPROVED).delete()
        if not _judge(row, Take.State.APPROVED, user):
            transaction.set_rollback(True)
            return False
        digest = row.words_digest
        publish_sound(track=row.track, subject=row.subject, words_digest=digest, sound=sound, spare=spare)
    return True


def return_take(*, take: int, user: Any, remark: str = "") -> bool:
    """Ask for it once more, with a sentence for whoever recorded it; False if it is not ready to be judged.

    Raises ValidationError where there is no such sentence.
    """
    if not remark.strip():
        raise ValidationError(NOT_SAID_WHY)
    row = Take.objects.filter(pk=take, state=Take.State.READY).first()
    return bool(row and _judge(row, Take.State.RETURNED, user, remark.strip()[:200]))


def take_back(*, take: int) -> bool:
    """Let listeners hear it no longer, and let it be judged anew; False if they hear something else by now."""
    with transaction.atomic():
        row = Take.objects.filter(pk=take, state=Take.State.APPROVED).first()
        if row is None:
            return False
        heard = Recording.objects.filter(track=row.track_id, subject=row.subject).first()
        if heard is None or Path(heard.name).stem not in _stems(row):
            return False
        Track.objects.select_for_update().get(pk=row.track_id)
        heard.delete()
        if Take.objects.filter(track=row.track_id, subject=row.subject).exclude(pk=row.pk).exists():
            row.delete()  # the newer one is judged
        else:
            Take.objects.filter(pk=row.pk).update(state=Take.State.READY, reviewed_by=None, reviewed_at=None)
    return True


def _stems(take: Take) -> set[str]:
    """What its small files are called, wherever they lie."""
    return {Path(name).stem for name, _bytes in take.small.values()}


def _judge(take: Take, state: Take.State, user: Any, remark: str = "") -> bool:
    ready = Take.objects.filter(pk=take.pk, state=Take.State.READY)
    return bool(ready.update(state=state, remark=remark, reviewed_by=user, reviewed_at=timezone.now()))


def _small_sound(take: Take, ending: str) -> Sound:
    return checked_sound((Path(settings.MEDIA_ROOT) / take.small[ending][0]).read_bytes())


def forget_take_files(*, names: list[str]) -> None:
    """Remove files of a take that is gone, unless another take is made of the same."""
    for name in names:
        of_others = Q(original=name) | Q(small__ogg__0=name) | Q(small__m4a__0=name)
        if not Take.objects.filter(of_others).exists():
            (Path(settings.MEDIA_ROOT) / name).unlink(missing_ok=True)


def _write(content: bytes, ending: str) -> str:
    name = f"takes/{hashlib.sha256(content).hexdigest()[:20]}.{ending}"
    write_once(Path(settings.MEDIA_ROOT) / name, content)
    return name
