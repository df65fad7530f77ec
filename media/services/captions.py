"""Captions of videos: one file a language, under a name made of its content."""

import hashlib
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from foundation.atomic_files import write_once
from media.intake import check_room
from media.models import Video
from media.services.videos import FORMS, forget_video_files
from media.videos.captions import as_webvtt, read_captions

NO_LANGUAGE = _("There is no such language here.")


def set_captions(*, video: int, language: str, content: bytes | str) -> None:
    """What is said in the video, in one language, in place of what stood there.

    Raises ValidationError with one sentence, and what stood there stays; nothing at all is refused too.
    """
    if language not in dict(settings.LANGUAGES):
        raise ValidationError(NO_LANGUAGE)
    seconds = Video.objects.values_list("seconds", flat=True).get(pk=video)
    _put_captions(video, language, _captions(as_webvtt(read_captions(content, seconds=seconds)).encode()))


def take_captions_away(*, video: int, language: str) -> None:
    """Those of one language, for good."""
    _put_captions(video, language, None)


@transaction.atomic
def _put_captions(video: int, language: str, told: dict | None) -> None:
    row = Video.objects.select_for_update().get(pk=video)
    before = row.captions.pop(language, None)
    if told:
        row.captions[language] = told
    row.save(update_fields=["captions"])
    if before and before != told:
        transaction.on_commit(partial(forget_video_files, names=[before["name"]]))


def _captions(content: bytes) -> dict:
    check_room(needed=len(content))
    name = f"{FORMS}/{hashlib.sha256(content).hexdigest()[:20]}.vtt"
    write_once(Path(settings.MEDIA_ROOT) / name, content)
    return {"name": name, "bytes": len(content)}
