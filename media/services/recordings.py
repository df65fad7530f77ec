"""Writing recordings: whose voice, and what it says."""

import hashlib
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from foundation.atomic_files import write_once
from media.intake import check_room
from media.models import Recording, Track
from media.sounds import Sound, checked_sound
from media.voices import SPOKEN, UNNAMED, digest_of


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
    name, variety = name.strip(), variety.strip()
    if language == UNNAMED:
        variety = _named(name, variety)
    track = Track(language=language, variety=variety, name=name, position=Track.objects.count())
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


def _named(name: str, variety: str) -> str:
    """Such a language is told from others by what it is called. Raises ValidationError."""
    if not name:
        raise ValidationError(_("Write what this language is called, as villagers know it."))
    return variety if variety.startswith(name) else f"{name} {variety}".strip()


def keep_recording(*, track: Track, subject: str, words: str, content: bytes) -> Kept:
    """Keep what was recorded, in place of what this track said before. The same again changes nothing.

    `words` are what it says today, as they stand on the page. Raises ValidationError with one sentence; nothing is
    kept then.
    """
    return publish_sound(track=track, subject=subject, words_digest=digest_of(words), sound=checked_sound(content))


def publish_sound(*, track: Track, subject: str, words_digest: str, sound: Sound, spare: Sound | None = None) -> Kept:
    """What listeners hear of this subject in this track from now on, in place of what it was. Raises ValidationError.

    `spare` is the same for phones that do not play the first.
    """
    check_room()
    said = _said_of(words_digest, sound, spare)
    Recording(track=track, subject=subject, **said).clean_fields()
    files = {_name_of(sound): sound.content} | ({_spare_of(sound, spare): spare.content} if spare else {})
    _write_once(files)
    try:
        kept, news = _publish(track, subject, said)
    except DatabaseError:
        with suppress(DatabaseError):  # in a transaction that is lost nothing can be asked
            for name in files:
                forget_recording_file(name=name)
        raise
    _write_once(files)  # somebody may have forgotten it meanwhile
    return Kept(kept, news, sound.is_heavy)


def news_of(*, track: Track, subject: str, words_digest: str, sound: Sound, spare: Sound | None = None) -> str:
    """What publishing this would be: "new", "replaced" or "same". Nothing is written; the track may be one to come."""
    before = Recording.objects.filter(track_id=track.pk, subject=subject).first()
    return _news(before, _said_of(words_digest, sound, spare))


def _said_of(words_digest: str, sound: Sound, spare: Sound | None) -> dict:
    digest = hashlib.sha256(sound.content).hexdigest()
    return {
        "name": _name_of(sound),
        "words_digest": words_digest,
        **{"sha256": digest, "mime": sound.mime, "bytes": len(sound.content), "seconds": sound.seconds},
        **{"spare_name": _spare_of(sound, spare) if spare else "", "spare_bytes": len(spare.content) if spare else 0},
    }


def _news(before: Recording | None, said: dict) -> str:
    if before is None:
        return "new"
    return "same" if all(getattr(before, field) == value for field, value in said.items()) else "replaced"


@transaction.atomic
def _publish(track: Track, subject: str, said: dict) -> tuple[Recording, str]:
    before = Recording.objects.select_for_update().filter(track=track, subject=subject).first()
    news = _news(before, said)
    if before and news == "same":
        return before, news
    kept, _made = Recording.objects.update_or_create(track=track, subject=subject, defaults=said)
    for name in {before.name, before.spare_name} if before else ():
        transaction.on_commit(partial(forget_recording_file, name=name))
    return kept, news


def forget_recording_file(*, name: str) -> None:
    """Remove the file of a recording that is gone, unless another says the same."""
    if name and not Recording.objects.filter(Q(name=name) | Q(spare_name=name)).exists():
        (Path(settings.MEDIA_ROOT) / name).unlink(missing_ok=True)


def _name_of(sound: Sound) -> str:
    return f"recordings/{hashlib.sha256(sound.content).hexdigest()[:20]}.{sound.ending}"


def _spare_of(sound: Sound, spare: Sound) -> str:
    """Beside the sound that it stands in for: a page names one of them, and the other is known by its ending."""
    return f"{_name_of(sound).rpartition('.')[0]}.{spare.ending}"


def _write_once(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        write_once(Path(settings.MEDIA_ROOT) / name, content)
