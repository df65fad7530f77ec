"""Forgetting files that no row names: a process was killed between file and row, or a transaction was taken back."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from media.models import NarratorLink, Picture, Recording, Take, Video

AGE = 2 * 24 * 3600  # seconds; whatever is still being written has its row long before
FOLDERS = ("originals", "recordings", "takes", "films", "videos")
HALF_MADE = "films/.making-*"  # what a worker that was killed left of its work


def forget_strays() -> int:
    """Remove old files that no row names; returns how many.

    Nothing where more than half would go: then it is the rows that are missing, as while a database is brought back.
    """
    root = Path(settings.MEDIA_ROOT)
    before = time.time() - AGE
    gone = 0
    for half in root.glob(HALF_MADE):
        if half.stat().st_mtime < before:
            shutil.rmtree(half, ignore_errors=True)
    for folder in FOLDERS:
        files = [path for path in (root / folder).glob("*") if path.is_file()]
        named = set(_named_in(folder))
        strays = [path for path in files if f"{folder}/{path.name}" not in named]
        if len(strays) > len(files) / 2:
            continue
        for path in strays:
            if path.stat().st_mtime < before:
                path.unlink(missing_ok=True)
                gone += 1
    return gone


def _named_in(folder: str) -> Iterator[str]:
    if folder == "originals":
        yield from Picture.objects.values_list("file", flat=True)
    elif folder == "recordings":
        for names in Recording.objects.values_list("name", "spare_name"):
            yield from names
    elif folder in ("films", "videos"):
        for video in Video.objects.all():
            yield from video.file_names
    else:
        yield from NarratorLink.objects.values_list("consent", flat=True)
        for original, small in Take.objects.values_list("original", "small"):
            yield original
            yield from (name for name, _bytes in small.values())
