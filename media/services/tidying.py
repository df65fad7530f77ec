"""Forgetting files that no row names: a process was killed between file and row, or a transaction was taken back."""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from django.conf import settings

from media.models import NarratorLink, Picture, Recording, Take, Video

AGE = 2 * 24 * 3600  # seconds; whatever is still being written has its row long before
FOLDERS = ("originals", "recordings", "takes", "films", "videos")
HALF_MADE = "films/.making-*"  # what a worker that was killed left of its work


def forget_strays() -> int:
    """Remove old files of this app that no row names; returns how many."""
    for half in Path(settings.MEDIA_ROOT).glob(HALF_MADE):
        if half.stat().st_mtime < time.time() - AGE:
            shutil.rmtree(half, ignore_errors=True)
    return sum(forget_strays_in(folder, partial(_named_in, folder)) for folder in FOLDERS)


def forget_strays_in(folder: str, named: Callable[[], Iterable[str]]) -> int:
    """Remove old files of a folder below MEDIA_ROOT that are not among those named; returns how many.

    The names are asked for once the files are known: what comes meanwhile is not looked at. Nothing goes where more
    than half would: then it is the rows that are missing, as while a database is brought back.
    """
    files = [path for path in (Path(settings.MEDIA_ROOT) / folder).glob("*") if path.is_file()]
    kept = set(named())
    strays = [path for path in files if f"{folder}/{path.name}" not in kept]
    if len(strays) > len(files) / 2:
        return 0
    old = [path for path in strays if path.stat().st_mtime < time.time() - AGE]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


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
