"""Bringing in what was recorded for the courses, from a folder."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from courses.narration import Script, script
from media.models import Track
from media.services import find_or_make_track, keep_recording
from media.sounds import LARGEST, checked_sound
from media.voices import SUBJECT

TRACK_FILE = "track.json"
FIELDS = {"language": "language", "place": "variety", "name": "name"}


@dataclass(frozen=True)
class Line:
    """What became of one file, in a sentence."""

    file: str
    taken: bool
    sentence: str


def import_recordings(*, folder: Path, dry_run: bool = False) -> Iterator[Line]:
    """Take in every recording below `folder`, one after the other; each is kept whole or not at all.

    Raises ValidationError, before anything is written, when it is not said whose voice it is.
    """
    track = find_or_make_track(**_told_of_track(folder), dry_run=dry_run)
    said = script("en") if track.language == "en" else script()
    return _take_all(folder, track, said, dry_run)


def _told_of_track(folder: Path) -> dict[str, str]:
    try:
        told = json.loads((folder / TRACK_FILE).read_text(encoding="utf-8-sig"))
        found = {ours: told[theirs] for theirs, ours in FIELDS.items() if theirs in told}
    except FileNotFoundError:
        raise ValidationError(_("There is no track.json in this folder. See docs/recordings.md.")) from None
    except (OSError, ValueError, TypeError, RecursionError):
        raise ValidationError(_("track.json cannot be read. See the example in docs/recordings.md.")) from None
    if "language" not in found or not all(isinstance(value, str) for value in found.values()):
        raise ValidationError(_("track.json must say at least the language. See docs/recordings.md."))
    return found


def _take_all(folder: Path, track: Track, said: Script, dry_run: bool) -> Iterator[Line]:
    taken: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or name == TRACK_FILE or any(part.startswith(".") for part in path.parts[len(folder.parts) :]):
            continue
        try:
            subject = _subject_of(name, said)
            if subject in taken:
                raise ValidationError(_("%(other)s says the same. Keep one."), params={"other": taken[subject]})
            yield Line(name, True, _take(path, track, subject, said.words[subject], dry_run))
            taken[subject] = name
        except ValidationError as refusal:
            yield Line(_shown(name), False, refusal.messages[0])
        except OSError as error:
            yield Line(name, False, _("The file cannot be read or kept: %(why)s.") % {"why": error.strerror})


def _shown(name: str) -> str:
    """The name as people read it: where Windows filled the stick it is in GB18030, which cannot be printed."""
    raw = os.fsencode(name)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def _subject_of(name: str, said: Script) -> str:
    stem = name.rpartition(".")[0]
    # A colon cannot stand in the name of a file on a memory stick.
    subject = stem.replace("_", ":")
    if stem in said.subjects:
        found = said.subjects[stem]
        if found is None:
            raise ValidationError(_("Two lessons have this address. Name the file by what it says."))
        return found
    if "/" not in stem and not SUBJECT.match(subject):
        raise ValidationError(_("This name says no card. Name it like oranges/3.mp3: lesson, then number of the card."))
    if subject not in said.words:
        raise ValidationError(_("Nothing in the published lessons has this name."))
    return subject


def _take(path: Path, track: Track, subject: str, words: str, dry_run: bool) -> str:
    if path.is_symlink():
        raise ValidationError(_("This is only a link to a file. Put the file itself here."))
    if not path.is_file():  # a pipe would be waited for without end
        raise ValidationError(_("This is no file. Put a recording here."))
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if dry_run:
        return _told("can-be-taken", is_heavy=checked_sound(content).is_heavy)
    kept = keep_recording(track=track, subject=subject, words=words, content=content)
    return _told(kept.news, is_heavy=kept.is_heavy)


def _told(news: str, *, is_heavy: bool) -> str:
    said = {
        "can-be-taken": _("can be taken"),
        "new": _("taken"),
        "replaced": _("taken, in place of an older one"),
        "same": _("is there already"),
    }[news]
    return _("%(said)s, but heavy: more than 60 kB for twenty seconds") % {"said": said} if is_heavy else said
