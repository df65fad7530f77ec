"""Writing pictures: bringing in drawings, getting photos prepared."""

import gzip
import hashlib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import brotli
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_noop

from foundation.atomic_files import write_atomically
from foundation.jobs import JobRefused, redo
from media.drawings import read_drawing
from media.models import Picture
from media.preparing import prepare
from media.sharing import shared_pictures

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
        picture = Picture.objects.filter(drawing_key=key).first() or Picture(
            drawing_key=key, collection=shared_pictures()
        )
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
        # Perhaps once more: the author went back to an earlier file, or an old copy of the row was saved.
        redo(name=PREPARE_JOB, payload={"picture": picture.pk}, key=key)


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
