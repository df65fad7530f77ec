"""Bringing in what was recorded, through the same door as every recording, and never over one that was made here."""

import hashlib

from django.utils.translation import gettext as _

from courses.carrying.archive import Archive, refusal
from courses.carrying.exporting import is_said_in, said_ids
from courses.carrying.paper import CoursePaper, SoundPaper
from courses.carrying.report import CHANGED, LEFT_ALONE, MADE, UNCHANGED, Report
from courses.models import CarriedRecording
from media.models import Recording, Track
from media.services import find_or_make_track, publish_sound
from media.sounds import Sound, checked_sound

Sounds = tuple[Sound, Sound | None]
"""A recording, and the same for phones that do not play the first."""


def check_sounds(archive: Archive, paper: CoursePaper) -> None:
    """Each is a recording, and of something in this course. Raises ValidationError. Slow, and writes nothing."""
    ids = said_ids(paper.pages)
    for paper_of_one in paper.sounds:
        if not is_said_in(paper_of_one.subject, ids):
            raise refusal("unreadable")
        _sounds_of(archive, paper_of_one)


def write_sounds(archive: Archive, paper: CoursePaper, report: Report, *, may_replace: bool) -> None:
    """In the caller's transaction. Without `may_replace` only what nobody has recorded yet."""
    tracks: dict[tuple[str, str, str], Track] = {}
    for one in paper.sounds:
        if one.voice not in tracks:
            language, variety, name = one.voice
            here = Track.objects.filter(language=language, variety=variety.strip()).first()
            tracks[one.voice] = here or find_or_make_track(language=language, variety=variety, name=name)
        became, sentence = _write(_sounds_of(archive, one), one, tracks[one.voice], may_replace)
        report.add("recording", one.subject, str(tracks[one.voice]), became, sentence)


def _sounds_of(archive: Archive, paper: SoundPaper) -> Sounds:
    spare = checked_sound(archive.read(paper.spare)) if paper.spare else None
    return checked_sound(archive.read(paper.file)), spare


def _write(sounds: Sounds, paper: SoundPaper, track: Track, may_replace: bool) -> tuple[str, str]:
    sound, spare = sounds
    here = Recording.objects.filter(track=track, subject=paper.subject).first()
    record = CarriedRecording.objects.filter(track=track, subject=paper.subject).first()
    sha256 = hashlib.sha256(sound.content).hexdigest()
    if here is None and record:
        return LEFT_ALONE, _("It was deleted here.")
    if here and here.sha256 != sha256 and (record is None or record.sha256 != here.sha256):
        return LEFT_ALONE, _("It was recorded anew here.")
    if here and here.sha256 != sha256 and not may_replace:
        return LEFT_ALONE, _("You may not change it.")
    # With the digest of the words of that day: what was stale where it comes from is known to be stale here.
    kept = publish_sound(track=track, subject=paper.subject, words_digest=paper.words, sound=sound, spare=spare)
    CarriedRecording.objects.update_or_create(track=track, subject=paper.subject, defaults={"sha256": sha256})
    return {"new": MADE, "replaced": CHANGED, "same": UNCHANGED}[kept.news], ""
