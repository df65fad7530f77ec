"""Videos in the file of a course: the largest small form goes out, and comes in through the door of every video."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Collection

from courses.carrying.archive import Archive, refusal
from courses.carrying.checking import faults_of
from courses.carrying.paper import CoursePaper, VideoPaper
from courses.carrying.picture_keys import best_form, key_of_video
from media.models import Video
from media.services import (
    Film,
    Received,
    forget_video_files,
    promise_video,
    receive_film,
    set_captions,
    try_video_with,
)
from media.services.videos import LARGEST_VIDEO


def paper_of_video(video: Video, files: dict[str, Path]) -> VideoPaper:
    """As it is told in the file; notes where its part lies. Raises ValidationError while it is not ready."""
    form = best_form(video)
    if video.state != Video.State.READY or form is None:
        sentence = _("The video “%(title)s” is not ready yet. Save the course once it is.")
        raise ValidationError(sentence, params={"title": video.title})
    path = Path(settings.MEDIA_ROOT) / form["name"]
    captions = {code: Path(settings.MEDIA_ROOT) / one["name"] for code, one in video.captions.items()}
    if not all(one.is_file() for one in (path, *captions.values())):
        sentence = _("The file of the video “%(title)s” is gone. Send it again, then save the course.")
        raise ValidationError(sentence, params={"title": video.title})
    file = f"videos/{form['sha256']}.mp4"
    files[file] = path
    told = {code: one.read_text() for code, one in captions.items()}
    return VideoPaper(key_of_video(video), file, video.title, told)


class VideosOfFile:
    """Keys of the file against numbers of this site. What is not here yet is written to the disk beforehand."""

    def __init__(self, archive: Archive, paper: CoursePaper, named: set[str], open_to: set[int]) -> None:
        self._archive, self._papers = archive, paper.videos
        self._named, self._open = named & paper.videos.keys(), open_to
        # One that failed here is no help: the file holds it, and it is tried with that.
        working = Video.objects.exclude(state=Video.State.FAILED) if paper.videos else Video.objects.none()
        here = ((key_of_video(video), video) for video in working)
        self._here = {key: one.pk for key, one in here if key in self._papers and self._may_have(key, one)}
        self._waiting: dict[str, Received] = {}
        self._written: list[str] = []
        self._captions: list[str] = []

    def prepare(self) -> None:
        """Raises ValidationError for one that is no video."""
        for key in self._named - self._here.keys():
            content = self._archive.read(self._papers[key].file)
            with faults_of(self._papers[key].title):
                self._waiting[key] = receive_film(Film([content], min(len(content), LARGEST_VIDEO)))

    def number_of(self, key: object, collection: Collection | None) -> int:
        """Raises ValidationError where the file has none of this name."""
        if not isinstance(key, str) or key not in self._papers:
            raise refusal("unreadable")
        if key not in self._here:
            self._here[key] = self._bring_in(key, collection or Collection.get_first_root_node())
        return self._here[key]

    def forget_unused(self) -> None:
        for received in self._waiting.values():
            received.draft.unlink(missing_ok=True)
        for name in self._written:
            if not Video.objects.filter(original=name).exists():
                (Path(settings.MEDIA_ROOT) / name).unlink(missing_ok=True)
        if self._captions:
            forget_video_files(names=self._captions)

    def _may_have(self, key: str, video: Video) -> bool:
        """Not another team's: whoever knows no more of it than its key does not get to see it."""
        if video.collection_id in self._open:
            return True
        return hashlib.sha256(self._archive.read(self._papers[key].file)).hexdigest() == key

    def _bring_in(self, key: str, collection: Collection) -> int:
        paper = self._papers[key]
        video = promise_video(self._waiting[key], Video(title=paper.title, collection=collection, came_as=key))
        self._written.append(video.original)
        return video.pk

    def catch_up(self) -> None:
        """What pages show already: one that failed is tried with the film of the file, captions arrive later too."""
        own = Video.objects.filter(collection__in=self._open)
        lost = self._waiting.keys() - self._here.keys()
        for video in own.filter(state=Video.State.FAILED, came_as__in=lost):
            if video.came_as not in self._here:
                self._written.append(try_video_with(self._waiting[video.came_as], video=video))
                self._here[video.came_as] = video.pk
        numbers = {pk: key for key, pk in self._here.items()}
        for video in Video.objects.filter(pk__in=numbers):
            if video.collection_id in self._open or video.original in self._written:
                self._bring_captions(numbers[video.pk], video)

    def _bring_captions(self, key: str, video: Video) -> None:
        """In languages in which nobody has written any here."""
        for language, text in self._papers[key].captions.items():
            if language in dict(settings.LANGUAGES) and language not in video.captions:
                set_captions(video=video.pk, language=language, content=text)
        self._captions += [one["name"] for one in Video.objects.get(pk=video.pk).captions.values()]
