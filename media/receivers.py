"""What follows when a picture, recording, take, video or narrator's link is saved or deleted, whoever did it."""

import shutil
from functools import partial
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import UploadedFile

from media.intake import CleanPicture, clean_picture
from media.models import NarratorLink, Picture, Recording, Take, Video
from media.services import (
    forget_consent,
    forget_recording_file,
    forget_take_files,
    forget_video_files,
    want_prepared,
)


def connect() -> None:
    post_save.connect(prepare_saved, sender=Picture, dispatch_uid="media-prepare")
    post_delete.connect(forget_files, sender=Picture, dispatch_uid="media-forget")
    post_delete.connect(forget_recording, sender=Recording, dispatch_uid="media-forget-recording")
    post_delete.connect(forget_take, sender=Take, dispatch_uid="media-forget-take")
    post_delete.connect(forget_video, sender=Video, dispatch_uid="media-forget-video")
    post_delete.connect(forget_agreement, sender=NarratorLink, dispatch_uid="media-forget-agreement")
    pre_save.connect(clean_parked_upload, sender=UploadedFile, dispatch_uid="media-parked")


def prepare_saved(instance: Picture, raw: bool = False, **_signal: object) -> None:
    if not raw:
        want_prepared(picture=instance)


def forget_files(instance: Picture, **_signal: object) -> None:
    """Wagtail removes the original; the variants and compressed forms are ours to remove."""
    transaction.on_commit(partial(_remove, instance.pk, instance.file.name))


def _remove(pk: int, name: str) -> None:
    root = Path(settings.MEDIA_ROOT)
    shutil.rmtree(root / "prepared" / str(pk), ignore_errors=True)
    if name.endswith(".svg"):
        for ending in (".gz", ".br"):
            (root / f"{name}{ending}").unlink(missing_ok=True)


def forget_recording(instance: Recording, **_signal: object) -> None:
    for name in (instance.name, instance.spare_name):
        transaction.on_commit(partial(forget_recording_file, name=name))


def forget_take(instance: Take, **_signal: object) -> None:
    names = [instance.original, *(name for name, _bytes in instance.small.values())]
    transaction.on_commit(partial(forget_take_files, names=names))


def forget_video(instance: Video, **_signal: object) -> None:
    transaction.on_commit(partial(forget_video_files, names=instance.file_names, pk=instance.pk))


def forget_agreement(instance: NarratorLink, **_signal: object) -> None:
    transaction.on_commit(partial(forget_consent, name=instance.consent))


def clean_parked_upload(instance: UploadedFile, **_signal: object) -> None:
    """Wagtail parks a photo whose title or tags need mending; not even there may it keep its place of taking."""
    content_type = instance.for_content_type
    if content_type != ContentType.objects.get_for_model(Picture) or instance.file._committed:
        return
    if not isinstance(instance.file.file, CleanPicture):
        instance.file = clean_picture(instance.file.file, instance.file.name)
