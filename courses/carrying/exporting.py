"""Saving a course as one file: what villagers can read of it today. Drafts stay where they are."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.strings import StringValue

from courses.carrying.archive import LARGEST_FILE, LARGEST_MANIFEST, LARGEST_TEXT
from courses.carrying.fields import KINDS, fields_of
from courses.carrying.packing import write_archive
from courses.carrying.paper import (
    CoursePaper,
    PagePaper,
    PicturePaper,
    SentencePaper,
    SoundPaper,
    VideoPaper,
    as_told,
)
from courses.carrying.picture_keys import KeysHere, key_of_picture, sha256_of
from courses.carrying.streams import ids_in
from courses.carrying.videos import paper_of_video
from courses.models import CoursePage
from media.models import Picture, Recording, Video
from media.selectors import recordings_of
from quizzes.canonical import right_side

AT_ONCE = 500  # as many values as every database takes in one question
SOURCE = settings.LANGUAGE_CODE


def export_course(course: CoursePage, out: BinaryIO) -> CoursePaper:
    """Write the live course, given in its source language, to `out`. Raises ValidationError with one sentence."""
    paper, files = course_paper(course)
    write_archive(out, course=as_told(paper), files=files.items())
    return paper


def course_paper(course: CoursePage) -> tuple[CoursePaper, dict[str, Path]]:
    """What stands in the file, and the other parts of it by their names."""
    if course.locale.language_code != SOURCE or not course.live:
        raise ValidationError(_("Only a published course can be saved. Publish it in Chinese first."))
    tree = _live_tree(course)
    names = Names(tree)
    pages = [_page_paper(page, kind, tree, names) for kind, page in tree]
    sounds, sound_files = _sounds_of(pages)
    paper = CoursePaper(SOURCE, pages, names.pictures, sounds, _sentences_of(pages), names.videos)
    _check_size(paper, names.files | sound_files)
    return paper, names.files | sound_files


def _check_size(paper: CoursePaper, files: dict[str, Path]) -> None:
    """What no other county could take is not saved; its heaviest part is named."""
    weights = {name: path.stat().st_size for name, path in files.items() if path.is_file()}
    if sum(weights.values()) <= LARGEST_FILE - LARGEST_TEXT - LARGEST_MANIFEST:
        return
    heaviest = max(weights, key=lambda name: weights[name])
    titles = {one.file: one.title for one in paper.pictures.values()}
    titles |= {one.file: one.title for one in paper.videos.values()}
    told = {
        "size": filesizeformat(sum(weights.values())),
        "limit": filesizeformat(LARGEST_FILE),
        "title": titles.get(heaviest, heaviest),
        "weight": filesizeformat(weights[heaviest]),
    }
    sentence = _(
        "This course is too big for one file (%(size)s; %(limit)s is the most). Its heaviest part is “%(title)s” with"
        " %(weight)s: take it out, or make two courses of it."
    )
    raise ValidationError(sentence, params=told)


class Names(KeysHere):
    """The keys under which pictures and pages go into the file; notes every picture that is asked for."""

    def __init__(self, tree: list[tuple[str, Page]]) -> None:
        super().__init__(page.translation_key for _kind, page in tree)
        self.pictures: dict[str, PicturePaper] = {}
        self.videos: dict[str, VideoPaper] = {}
        self.files: dict[str, Path] = {}

    def key_of_video(self, video: Video | None) -> str:
        key = super().key_of_video(video)
        if video is not None and key not in self.videos:
            self.videos[key] = paper_of_video(video, self.files)
        return key

    def key_of(self, picture: Picture) -> str:
        try:
            key, sha256 = key_of_picture(picture), sha256_of(picture)
        except OSError:
            sentence = _("The file of the picture “%(title)s” is gone. Upload it again, then save the course.")
            raise ValidationError(sentence, params={"title": picture.title}) from None
        file = f"pictures/{sha256}.{'svg' if picture.is_svg() else 'jpg'}"
        drawing = (picture.is_svg() and picture.drawing_key) or ""
        words = {"title": picture.title, "description": picture.description, "drawing": drawing}
        self.files[file] = Path(picture.file.path)
        self.pictures[key] = PicturePaper(key, file, **words)
        return key


def _live_tree(course: CoursePage) -> list[tuple[str, Page]]:
    """The course and what is reached below it, each after the one that it stands under."""
    found: list[tuple[str, Page]] = [
        (kind, page)
        for kind, model in KINDS.items()
        for page in model.objects.live().descendant_of(course, inclusive=True).select_related("locale")
    ]
    found.sort(key=lambda one: one[1].path)
    reached: set[str] = set()
    for _kind, page in found:
        if page.pk == course.pk or page.path[: -page.steplen] in reached:
            reached.add(page.path)
    return [(kind, page) for kind, page in found if page.path in reached]


def _page_paper(page: Page, kind: str, tree: list[tuple[str, Page]], names: Names) -> PagePaper:
    above = next((one for _kind, one in tree if one.path == page.path[: -page.steplen]), None)
    written = {SOURCE: fields_of(page, names)}
    others = type(page).objects.live().filter(translation_key=page.translation_key, alias_of=None)
    for other in others.exclude(pk=page.pk).select_related("locale").order_by("locale__language_code"):
        written[other.locale.language_code] = fields_of(other, names)
    return PagePaper(page.translation_key, kind, above and above.translation_key, written)


def _sounds_of(pages: list[PagePaper]) -> tuple[list[SoundPaper], dict[str, Path]]:
    """What is recorded for the course, with its files. Phrases of the screens are no course's."""
    known = said_ids(pages)
    subjects = Recording.objects.order_by("subject").values_list("subject", flat=True).distinct()
    ours = [subject for subject in subjects if is_said_in(subject, known)]
    sounds: list[SoundPaper] = []
    files: dict[str, Path] = {}
    for start in range(0, len(ours), AT_ONCE):
        for recording in recordings_of(ours[start : start + AT_ONCE]):
            kept = [_sound_file(name, files) for name in (recording.name, recording.spare_name)]
            voice = (recording.track.language, recording.track.variety, recording.track.name)
            sounds.append(SoundPaper(voice, recording.subject, recording.words_digest, *kept))
    return sounds, files


def _sound_file(name: str, files: dict[str, Path]) -> str:
    """Its name inside, by its content; nothing where there is none."""
    if not name:
        return ""
    path = Path(settings.MEDIA_ROOT) / name
    try:
        file = f"recordings/{hashlib.sha256(path.read_bytes()).hexdigest()}.{name.rpartition('.')[2]}"
    except OSError:
        raise ValidationError(_("The file of a recording is gone. Record it again, then save the course.")) from None
    files[file] = path
    return file


def said_ids(pages: list[PagePaper]) -> set[str]:
    """Everything in the course that may be said aloud; the right side of a pair has a name made from its left one's."""
    return spoken_ids(one for page in pages for one in ids_in(list(page.languages[SOURCE].values())))


def spoken_ids(ids: Iterable[str]) -> set[str]:
    found = set(ids)
    return found | {right_side(one) for one in found}


def is_said_in(subject: str, ids: set[str]) -> bool:
    kind, *parts = subject.split(":")
    return kind != "phrase" and set(parts) <= ids


def _sentences_of(pages: list[PagePaper]) -> dict[str, list[SentencePaper]]:
    """Translated texts beside what they were made from, so that a trainer goes on side by side elsewhere."""
    found: dict[str, list[SentencePaper]] = {}
    for page in pages:
        for language in sorted(page.languages.keys() - {SOURCE}):
            found.setdefault(language, []).extend(_sentences_in(page.key, language))
    return found


def _sentences_in(key: UUID, language: str) -> Iterator[SentencePaper]:
    texts = StringTranslation.objects.filter(context__object_id=key, locale__language_code=language)
    written = {(one.translation_of_id, one.context_id): one.data for one in texts}
    segments = StringSegment.objects.filter(source__object_id=key, source__locale__language_code=SOURCE)
    for segment in segments.select_related("string", "context").order_by("order", "pk"):
        data = written.get((segment.string_id, segment.context_id))
        if data is not None:
            said, translated = (StringValue(one).render_text() for one in (segment.string.data, data))
            yield SentencePaper(key, segment.context.path, said, translated)
