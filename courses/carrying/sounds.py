"""Bringing in what was recorded, through the same door as every recording, and never over one that was made here."""

import hashlib

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from courses.carrying.archive import Archive, refusal
from courses.carrying.doors import AnyUser, ids_of_own_pages, is_administrator
from courses.carrying.exporting import is_said_in, said_ids
from courses.carrying.paper import CoursePaper, SoundPaper
from courses.carrying.report import CHANGED, LEFT_ALONE, LEFT_OUT, MADE, UNCHANGED, Report
from courses.models import CarriedRecording
from media.models import Recording, Track
from media.services import find_or_make_track, news_of, publish_sound
from media.sounds import Sound, checked_sound

Sounds = tuple[Sound, Sound | None]
"""A recording, and the same for phones that do not play the first."""


def check_sounds(archive: Archive, paper: CoursePaper) -> None:
    """Each is a recording, and of something in this course. Raises ValidationError. Slow, and writes nothing."""
    ids = said_ids(paper.pages)
    for voice in {one.voice for one in paper.sounds}:
        _track(voice, dry_run=True)
    for paper_of_one in paper.sounds:
        if not is_said_in(paper_of_one.subject, ids):
            raise refusal("unreadable")
        _sounds_of(archive, paper_of_one)


class SoundsOfFile:
    """Writes what is recorded, each by itself, so that nobody waits for all of them.

    Made while the pages of the file are there. Nobody but an administrator replaces a recording, or lets one be heard
    on pages that she may not publish.
    """

    def __init__(self, archive: Archive, paper: CoursePaper, report: Report, user: AnyUser | None) -> None:
        self._archive, self._paper, self._report = archive, paper, report
        self._may_do_all = is_administrator(user)
        self._own_ids = ids_of_own_pages(user) if user and paper.sounds and not self._may_do_all else set()
        self._tracks: dict[tuple[str, str, str], Track] = {}
        self._titles = {one: page.title(paper.source) for page in paper.pages for one in said_ids([page])}

    def write(self, *, dry_run: bool) -> None:
        """With `dry_run` the report only."""
        for one in self._paper.sounds:
            became, sentence = self._write(one, dry_run)
            language, variety, name = one.voice
            track = self._tracks.get(one.voice) or Track(language=language, variety=variety, name=name)
            self._report.add("recording", self._titles[one.subject.split(":")[1]], str(track), became, sentence)

    def _write(self, one: SoundPaper, dry_run: bool) -> tuple[str, str]:
        if not (self._may_do_all or is_said_in(one.subject, self._own_ids)):
            return LEFT_ALONE, _("You may not change it.")
        if one.voice not in self._tracks:
            self._tracks[one.voice] = _track(one.voice, dry_run=dry_run)
        track, sounds = self._tracks[one.voice], _sounds_of(self._archive, one)
        reason = _reason_to_leave(one, track, sounds[0], self._may_do_all)
        if reason:
            return LEFT_ALONE, reason
        try:
            return _publish(one, track, sounds, dry_run), ""
        except ValidationError as refused:  # the disk is full: the pages are there, and the next time brings the rest
            return LEFT_OUT, refused.messages[0]


def _track(voice: tuple[str, str, str], *, dry_run: bool) -> Track:
    language, variety, name = voice
    here = Track.objects.filter(language=language, variety=variety.strip()).first()
    return here or find_or_make_track(language=language, variety=variety, name=name, dry_run=dry_run)


def _sounds_of(archive: Archive, paper: SoundPaper) -> Sounds:
    spare = checked_sound(archive.read(paper.spare)) if paper.spare else None
    return checked_sound(archive.read(paper.file)), spare


def _reason_to_leave(paper: SoundPaper, track: Track, sound: Sound, may_replace: bool) -> str:
    here = Recording.objects.filter(track_id=track.pk, subject=paper.subject).first()
    record = CarriedRecording.objects.filter(track_id=track.pk, subject=paper.subject).first()
    if here is None:
        return _("It was deleted here.") if record else ""
    if here.sha256 == _sha256(sound):
        return ""
    if record is None or record.sha256 != here.sha256:
        return _("It was recorded anew here.")
    return "" if may_replace else _("You may not change it.")


@transaction.atomic
def _publish(paper: SoundPaper, track: Track, sounds: Sounds, dry_run: bool) -> str:
    subject, (sound, spare) = paper.subject, sounds
    # With the digest of the words of that day: what was stale where it comes from is known to be stale here.
    if dry_run:
        news = news_of(track=track, subject=subject, words_digest=paper.words, sound=sound, spare=spare)
    else:
        news = publish_sound(track=track, subject=subject, words_digest=paper.words, sound=sound, spare=spare).news
        kept = {"sha256": _sha256(sound)}
        CarriedRecording.objects.update_or_create(track=track, subject=subject, defaults=kept)
    return {"new": MADE, "replaced": CHANGED, "same": UNCHANGED}[news]


def _sha256(sound: Sound) -> str:
    return hashlib.sha256(sound.content).hexdigest()
