"""Writing pictures and recordings: bringing in drawings, getting photos prepared, keeping what was recorded."""

import gzip
import hashlib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import brotli
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from foundation.atomic_files import write_atomically
from foundation.jobs import Job, JobRefused, enqueue, restart
from media.drawings import read_drawing
from media.intake import check_room
from media.models import Picture, Recording, Track
from media.preparing import prepare
from media.sounds import checked_sound
from media.voices import SPOKEN, digest_of

PREPARE_JOB = "prepare-picture"
FILE_GONE = gettext_noop("The photo's file is gone. Upload the photo again.")
UNREADABLE = gettext_noop("The photo cannot be read any more. Upload it again.")
SERVER_TROUBLE = gettext_noop("Something went wrong on the server. Try again later.")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def import_drawing(*, key: str, svg_path: Path, title: str, description: str = "") -> Picture:
    """Bring in one of our own drawings, or leave it as it is if its content and words are unchanged.

    `key` (lower-case words joined by hyphens, at most 60 signs) says which drawing it is. One that an author replaced
    by a photo stays the author's. Raises DrawingRefused for anything but plain shapes, ValueError for a bad key.
    """
    if not KEY.match(key) or len(key) > 60:
        raise ValueError(f"{key!r} is no key of a drawing: lower-case letters, digits and hyphens, at most 60.")
    drawing = read_drawing(Path(svg_path).read_bytes())
    name = f"drawings/{key}-{hashlib.sha256(drawing.content).hexdigest()[:12]}.svg"
    _write_with_compressed_forms(Path(settings.MEDIA_ROOT) / name, drawing.content)
    with transaction.atomic():
        picture = Picture.objects.filter(drawing_key=key).first() or Picture(drawing_key=key)
        if picture.pk and (not picture.is_svg() or _is_same(picture, name=name, title=title, description=description)):
            return picture
        changed_file = picture.pk and picture.file.name != name
        picture.file = name
        picture.width, picture.height, picture.file_size = drawing.width, drawing.height, len(drawing.content)
        picture.file_hash = hashlib.sha1(drawing.content, usedforsecurity=False).hexdigest()
        picture.title, picture.description, picture.state = title, description, Picture.State.READY
        picture.save()
        if changed_file:
            picture.renditions.all().delete()
    return picture


def _is_same(picture: Picture, **values: str) -> bool:
    return all(str(getattr(picture, "file" if field == "name" else field)) == value for field, value in values.items())


def _write_with_compressed_forms(path: Path, content: bytes) -> None:
    """The name holds the content's hash, so a file that is there is right; the plain one, written last, vouches."""
    if path.exists():
        return
    write_atomically(path.with_name(f"{path.name}.br"), brotli.compress(content, quality=11))
    write_atomically(path.with_name(f"{path.name}.gz"), gzip.compress(content, 9, mtime=0))
    write_atomically(path, content)


def want_prepared(*, picture: Picture) -> None:
    """Promise to prepare the picture's present file, unless that is done. Any number of calls make one job a file."""
    if picture.is_prepared:
        return
    with transaction.atomic():
        Picture.objects.filter(pk=picture.pk).update(state=Picture.State.WAITING, trouble="")
        key = f"{PREPARE_JOB}:{picture.pk}:{picture.file.name}"
        job = enqueue(name=PREPARE_JOB, payload={"picture": picture.pk}, key=key)
        # Done once and wanted again: the author went back to an earlier file, or an old copy of the row was saved.
        if job.state in (Job.State.DONE, Job.State.FAILED):
            restart(job=job)


def prepare_picture(*, picture: int) -> Callable[[], None] | None:
    """Make the variants (a second or two, no transaction) and return what records them. Raises JobRefused."""
    row = Picture.objects.filter(pk=picture).first()
    if row is None or row.is_prepared:
        return None
    source = Path(row.file.path)
    if not source.exists():
        raise JobRefused(FILE_GONE)
    try:
        variants = prepare(source, Path(settings.MEDIA_ROOT), f"prepared/{row.pk}")
    except (SyntaxError, ValueError, OSError) as error:
        # Decoders raise OSError too, but without a number; a full disk has one and may be better next time.
        if getattr(error, "errno", None) is None:
            raise JobRefused(UNREADABLE) from error
        raise
    return partial(_record, pk=row.pk, prepared_from=row.file.name, variants=variants)


def _record(*, pk: int, prepared_from: str, variants: dict) -> None:
    row = Picture.objects.select_for_update().filter(pk=pk).first()
    if row is None or row.file.name != prepared_from:
        return  # deleted or replaced meanwhile; the new file has a job of its own
    row.variants, row.prepared_from, row.state, row.trouble = variants, prepared_from, Picture.State.READY, ""
    # Saved, not updated: whoever keeps ready pages listens for it.
    row.save(update_fields=["variants", "prepared_from", "state", "trouble"])


def mark_unprepared(*, picture: int, reason: str) -> None:
    """Say on the picture why it could not be prepared, in a sentence that its author understands."""
    trouble = reason if reason in (FILE_GONE, UNREADABLE) else SERVER_TROUBLE
    Picture.objects.filter(pk=picture).exclude(state=Picture.State.READY).update(
        state=Picture.State.FAILED, trouble=trouble
    )


class Kept(NamedTuple):
    """A recording, and whether it is "new", "replaced" another or is the "same" as before."""

    recording: Recording
    news: str
    is_heavy: bool


def find_or_make_track(*, language: str, variety: str = "", name: str = "", dry_run: bool = False) -> Track:
    """The track of this language as it is spoken there. A new one comes last. Raises ValidationError.

    With `dry_run` nothing is written: a new track is not saved.
    """
    if language not in SPOKEN:
        raise ValidationError(
            _("“%(language)s” is no language that can be recorded. Write one of: %(known)s."),
            params={"language": language[:20], "known": ", ".join(SPOKEN)},
        )
    track = Track(language=language, variety=variety.strip(), name=name.strip(), position=Track.objects.count())
    track.clean_fields()
    if dry_run:
        return track
    with transaction.atomic():
        found, _made = Track.objects.get_or_create(
            language=track.language, variety=track.variety, defaults={"name": track.name, "position": track.position}
        )
        if track.name and found.name != track.name:
            found.name = track.name
            found.save()
    return found


def keep_recording(*, track: Track, subject: str, words: str, content: bytes) -> Kept:
    """Keep what was recorded, in place of what this track said before. The same again changes nothing.

    `words` are what it says today, as they stand on the page. Raises ValidationError with one sentence; nothing is
    kept then.
    """
    sound = checked_sound(content)
    check_room()
    digest = hashlib.sha256(sound.content).hexdigest()
    name = f"recordings/{digest[:20]}.{sound.ending}"
    said = {
        "name": name,
        "words_digest": digest_of(words),
        **{"sha256": digest, "mime": sound.mime, "bytes": len(sound.content), "seconds": sound.seconds},
    }
    Recording(track=track, subject=subject, **said).clean_fields()
    path = Path(settings.MEDIA_ROOT) / name
    _write_once(path, sound.content)
    with transaction.atomic():
        before = Recording.objects.select_for_update().filter(track=track, subject=subject).first()
        if before and all(getattr(before, field) == value for field, value in said.items()):
            return Kept(before, "same", sound.is_heavy)
        kept, made = Recording.objects.update_or_create(track=track, subject=subject, defaults=said)
    if before and before.name != kept.name:
        forget_recording_file(name=before.name)
    _write_once(path, sound.content)  # somebody may have forgotten it meanwhile
    return Kept(kept, "new" if made else "replaced", sound.is_heavy)


def forget_recording_file(*, name: str) -> None:
    """Remove the file of a recording that is gone, unless another says the same."""
    if not Recording.objects.filter(name=name).exists():
        (Path(settings.MEDIA_ROOT) / name).unlink(missing_ok=True)


def _write_once(path: Path, content: bytes) -> None:
    if not path.exists():
        write_atomically(path, content)
