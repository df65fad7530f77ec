"""Videos on their way to phones: kept as they came, made small by the worker, one at a time."""

import hashlib
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from wagtail.models import Collection

from foundation.jobs import JobRefused, enqueue, redo
from media.ffmpeg import Exhausting, Unreadable
from media.intake import SENTENCES, check_room
from media.models import Video
from media.preparing import prepare
from media.services.pictures import SERVER_TROUBLE
from media.videos import making
from media.videos.making import NoPicture, TooLarge, TooLong, look_at, make_forms, make_poster

MAKE_VIDEO_JOB = "make-video"
LARGEST_VIDEO = 300 * 1024 * 1024  # bytes
ROOM_FOR_OTHERS = 2 * 1024**3  # bytes that a video leaves free, or a tenth of a small disk
FILMS, FORMS = "films", "videos"
PAUSE = 2.0  # seconds between two words about how far it is

NO_VIDEO = _("This is no video. Take one from the phone or camera: mp4, mov, 3gp, webm, mkv or avi.")
TOO_BIG_VIDEO = _(
    "This video is too big (%(size)s). %(limit)s is the most: film it in smaller quality, or a part of it."
)
NOTHING_SEEN = gettext_noop("There is no picture in this file. What is only heard goes in under “Recording”.")
DAMAGED = gettext_noop("This video is damaged or was cut off on the way. Send it again.")
LONG_VIDEO = gettext_noop("This video is longer than ten minutes. Cut it into parts, one thing each.")
MANY_POINTS = gettext_noop("This video has more points than we can take. Film it in full HD or less.")
FILM_GONE = gettext_noop("The file of the video is gone. Send it again.")
KNOWN_TROUBLES = (NOTHING_SEEN, DAMAGED, LONG_VIDEO, MANY_POINTS, FILM_GONE, SERVER_TROUBLE)
REFUSALS: dict[type[Exception], str] = {NoPicture: NOTHING_SEEN, TooLong: LONG_VIDEO, TooLarge: MANY_POINTS}
TYPES = {"mov": "mp4", "avi": "avi", "matroska": "mkv"}


@dataclass(frozen=True)
class Film:
    """What was sent: its parts as they come, and how many bytes are announced."""

    parts: Iterable[bytes]
    size: int


@dataclass(frozen=True)
class Received:
    """A film that lies on the disk, and no row names it yet."""

    draft: Path
    sha256: str
    kind: str


def keep_video(*, film: Film, title: str, collection: Collection, by: Any = None) -> Video:
    """Keep what was sent and promise to make it small. The same again in the same collection changes nothing.

    Raises ValidationError with one sentence; nothing is kept then.
    """
    received = receive_film(film)
    try:
        return promise_video(received, Video(title=title, collection=collection, uploaded_by=by))
    finally:
        received.draft.unlink(missing_ok=True)


def keep_video_instead(*, video: Video, film: Film, title: str) -> Video:
    """One that failed gets its film anew: lessons that show it go on showing it. Raises ValidationError."""
    received = receive_film(film)
    try:
        with transaction.atomic():
            try_video_with(received, video=video)
            Video.objects.filter(pk=video.pk).update(title=one_line(title) or video.title)
    finally:
        received.draft.unlink(missing_ok=True)
    return video


def receive_film(film: Film) -> Received:
    """Write it to the disk, outside any transaction. Raises ValidationError; nothing is left then."""
    check_room_for_video(film.size)
    draft = Path(settings.MEDIA_ROOT) / FILMS / f".{uuid4().hex}"
    draft.parent.mkdir(parents=True, exist_ok=True)
    try:
        return Received(draft, *_write(draft, film))
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ValidationError(SENTENCES["no-room"]) from error
    except ValidationError:
        draft.unlink(missing_ok=True)
        raise


@transaction.atomic
def promise_video(received: Received, wanted: Video) -> Video:
    """Keep the film as the video that is wanted, unless its collection has the same one already."""
    # Two who send the same at once come one after the other.
    Collection.objects.select_for_update().get(pk=wanted.collection_id)
    same = Video.objects.filter(sha256=received.sha256, collection=wanted.collection_id)
    here = same.exclude(state=Video.State.FAILED).first()
    if here:
        return here
    wanted.sha256 = received.sha256
    wanted.title = one_line(wanted.title) or str(_("Video"))
    wanted.clean_fields(exclude=["collection", "uploaded_by", "trouble"])
    wanted.original = _put_by(received)
    wanted.save()
    enqueue(name=MAKE_VIDEO_JOB, payload={"video": wanted.pk}, key=f"{MAKE_VIDEO_JOB}:{wanted.pk}")
    return wanted


def _put_by(received: Received) -> str:
    """The name under which the worker finds the film."""
    name = f"{FILMS}/{uuid4().hex}.{TYPES[received.kind]}"
    received.draft.rename(Path(settings.MEDIA_ROOT) / name)
    return name


def one_line(title: str) -> str:
    """A title as it is kept."""
    return " ".join(title.replace("\0", " ").split())[:120]


def check_room_for_video(size: int) -> None:
    """Raises ValidationError where the disk would be left with less than others need."""
    whole = shutil.disk_usage(settings.MEDIA_ROOT).total if Path(settings.MEDIA_ROOT).exists() else ROOM_FOR_OTHERS * 10
    check_room(needed=size + min(ROOM_FOR_OTHERS, whole // 10))


def _write(draft: Path, film: Film) -> tuple[str, str]:
    """Its sha256 and what ffmpeg calls its kind."""
    digest, size, kind = hashlib.sha256(), 0, None
    with draft.open("wb") as out:
        for part in film.parts:
            kind = kind or making.kind_of(part[:16])
            size += len(part)
            if kind is None or size > LARGEST_VIDEO:
                raise ValidationError(NO_VIDEO if kind is None else DAMAGED)
            digest.update(part)
            out.write(part)
    if kind is None:
        raise ValidationError(NO_VIDEO)
    return digest.hexdigest(), kind


def make_video(*, video: int) -> Callable[[], None] | None:
    """Make it small (minutes, no transaction) and return what records that. Raises JobRefused.

    While another one is being made it waits its turn, so that photos and voices find the worker free.
    """
    row = Video.objects.filter(pk=video, state__in=(Video.State.WAITING, Video.State.MAKING)).first()
    if row is None:
        return None
    source = Path(settings.MEDIA_ROOT) / row.original
    if not source.is_file():
        raise JobRefused(FILM_GONE)
    if not _take_turn(row):
        return partial(_wait, row.pk)
    try:
        return _made(row, source)
    except Unreadable as error:
        raise JobRefused(REFUSALS.get(type(error), DAMAGED)) from error
    except Exhausting as error:
        raise JobRefused(SERVER_TROUBLE) from error  # tried again by hand only


@transaction.atomic
def _take_turn(row: Video) -> bool:
    if Video.objects.filter(state=Video.State.MAKING).exclude(pk=row.pk).exists():
        return False
    return bool(Video.objects.filter(pk=row.pk).update(state=Video.State.MAKING, percent=0, trouble=""))


def _wait(pk: int) -> None:
    enqueue(name=MAKE_VIDEO_JOB, payload={"video": pk}, after=10)


def _made(row: Video, source: Path) -> Callable[[], None]:
    root = Path(settings.MEDIA_ROOT)
    look = look_at(source)
    for half in (root / FILMS).glob(f".making-{row.pk}-*"):  # a worker was killed
        shutil.rmtree(half, ignore_errors=True)
    with TemporaryDirectory(prefix=f".making-{row.pk}-", dir=root / FILMS) as folder:
        made = make_forms(source, Path(folder), _Told(row.pk))
        seen = look_at(made["240"])
        if look.seconds and (seen.seconds or 0) < 0.9 * look.seconds - 1:
            raise Unreadable  # the rest of it never arrived
        if (seen.seconds or 0) > making.LONGEST + 1:
            raise TooLong
        make_poster(source, Path(folder, "poster.jpg"))
        poster = prepare(Path(folder, "poster.jpg"), root, poster_folder(row.pk))
        forms = {kind: _placed(path, kind) for kind, path in made.items()}
    return partial(_record, row.pk, {"forms": forms, "poster": poster, "seconds": round(seen.seconds or 0, 1)})


class _Told:
    """Says in the row how far it is, not more often than anybody looks."""

    def __init__(self, pk: int) -> None:
        self._pk, self._percent, self._next = pk, 0, 0.0

    def __call__(self, percent: int) -> None:
        if percent > self._percent and time.monotonic() > self._next:
            Video.objects.filter(pk=self._pk).update(percent=percent)
            self._percent, self._next = percent, time.monotonic() + PAUSE


def _placed(path: Path, kind: str) -> dict:
    """Where everybody may load it from, whole or not at all, under a name made of its content."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    name = f"{FORMS}/{sha256[:20]}{path.suffix}"
    told = {"name": name, "bytes": path.stat().st_size, "sha256": sha256}
    if kind in making.MOVING:
        look = look_at(path)
        told |= {"width": look.width, "height": look.height}
    place = Path(settings.MEDIA_ROOT) / name
    place.parent.mkdir(parents=True, exist_ok=True)
    path.replace(place)
    return told


def _record(pk: int, made: dict) -> None:
    row = Video.objects.select_for_update().filter(pk=pk).first()
    if row is None:  # deleted meanwhile
        gone = [one["name"] for one in made["forms"].values()]
        transaction.on_commit(partial(forget_video_files, names=gone, pk=pk))
        return
    if not all((Path(settings.MEDIA_ROOT) / one["name"]).is_file() for one in made["forms"].values()):
        # The same film was deleted in another collection meanwhile, and these files with it.
        Video.objects.filter(pk=pk).update(state=Video.State.WAITING, percent=0)
        enqueue(name=MAKE_VIDEO_JOB, payload={"video": pk})
        return
    transaction.on_commit(partial(forget_video_files, names=[row.original]))
    row.original, row.state, row.percent, row.trouble = "", Video.State.READY, 100, ""
    for field, value in made.items():
        setattr(row, field, value)
    # Saved, not updated: whoever keeps ready pages listens for it.
    row.save()


def mark_video_failed(*, video: int, reason: str) -> None:
    """Say on the video why it cannot be used, in a sentence for whoever sent it."""
    trouble = reason if reason in KNOWN_TROUBLES else SERVER_TROUBLE
    open_ = Video.objects.filter(pk=video, state__in=(Video.State.WAITING, Video.State.MAKING))
    if trouble != SERVER_TROUBLE:  # the same again would fail the same: nobody needs what was sent
        originals = [name for name in open_.values_list("original", flat=True) if name]
        open_.update(original="")
        transaction.on_commit(partial(forget_video_files, names=originals))
    open_.update(state=Video.State.FAILED, trouble=trouble, percent=0)


@transaction.atomic
def try_video_with(received: Received, *, video: Video) -> str:
    """Give one that failed the film anew, and let the worker try that; gives the name under which it is kept."""
    name = _put_by(received)
    Video.objects.filter(pk=video.pk).update(original=name, sha256=received.sha256)
    if video.original:
        transaction.on_commit(partial(forget_video_files, names=[video.original]))
    try_video_again(video=video)
    return name


@transaction.atomic
def try_video_again(*, video: Video) -> None:
    """Let the worker try what it gave up."""
    if not Video.objects.filter(pk=video.pk, state=Video.State.FAILED).update(state=Video.State.WAITING, trouble=""):
        return
    redo(name=MAKE_VIDEO_JOB, payload={"video": video.pk}, key=f"{MAKE_VIDEO_JOB}:{video.pk}")


def forget_video_files(*, names: Iterable[str], pk: int | None = None) -> None:
    """Remove files of a video that is gone, unless another one has the same; with `pk` its poster too."""
    kept = {name for video in Video.objects.all() for name in video.file_names}
    for name in set(names) - kept:
        (Path(settings.MEDIA_ROOT) / name).unlink(missing_ok=True)
    if pk is not None and not Video.objects.filter(pk=pk).exists():
        shutil.rmtree(Path(settings.MEDIA_ROOT) / poster_folder(pk), ignore_errors=True)


def poster_folder(pk: int) -> str:
    return f"prepared/video-{pk}"
