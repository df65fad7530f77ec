"""Bringing in the pictures of a file through the same door as every other picture, and only those that are needed."""

import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Collection

from courses.carrying.archive import Archive, refusal
from courses.carrying.checking import faults_of
from courses.carrying.paper import CoursePaper, PicturePaper
from courses.carrying.picture_keys import key_here, key_of_drawing
from courses.carrying.videos import VideosOfFile
from courses.models import CarriedPicture
from courses.teams.selectors import pictures_of_team
from media.drawings import DrawingRefused, read_drawing
from media.models import Picture
from media.services import import_drawing
from media.sharing import SHARED


class PicturesOfFile:
    """Keys of the file against numbers of this site.

    What is not here yet is cleaned and written to the disk beforehand, for that is slow; its row is written when a page
    asks for it. `forget_unused` removes what no row came to name.
    """

    def __init__(self, archive: Archive, paper: CoursePaper) -> None:
        self._archive = archive
        self._papers = paper.pictures
        named = {one for page in paper.pages for one in _words_in(page.languages)}
        self._named = named & paper.pictures.keys()
        photos = _photos_here(paper.pictures)
        open_to_all = Collection.objects.filter(Q(depth=1) | Q(depth=2, name=SHARED))
        self._open = {team.pk for team in (*open_to_all, pictures_of_team(paper.pages[0].key)) if team}
        self._here = {key: photo.pk for key, photo in photos.items() if self._may_have(key, photo)}
        self._of_others = photos.keys() - self._here.keys()
        self._here |= _drawings_here(paper.pictures)
        self.videos = VideosOfFile(archive, paper, named, self._open)
        self._waiting: dict[str, Picture] = {}
        self._written: list[str] = []
        self.collection: Collection | None = None

    def prepare(self) -> None:
        """Look at what pages name and is not here yet. Raises ValidationError for one that is no picture."""
        for key, paper in self._papers.items():
            if key in self._named and key not in self._here:
                self._prepare(key, paper)
        self.videos.prepare()

    def number_of(self, key: object) -> int:
        """The primary key of a picture. Raises ValidationError where the file has none of this name."""
        if not isinstance(key, str) or key not in self._papers:
            raise refusal("unreadable")
        if key not in self._here:
            self._here[key] = self._bring_in(key, self._papers[key])
        return self._here[key]

    def forget_unused(self) -> None:
        self.videos.forget_unused()
        root = Path(settings.MEDIA_ROOT)
        for name in self._written:
            if not Picture.objects.filter(file=name).exists():
                for ending in ("", ".br", ".gz"):
                    (root / f"{name}{ending}").unlink(missing_ok=True)

    def _may_have(self, key: str, photo: Picture) -> bool:
        """Not another team's: whoever knows no more of it than its key does not get to see it."""
        if photo.collection_id in self._open:
            return True
        return hashlib.sha256(self._archive.read(self._papers[key].file)).hexdigest() == key

    def _prepare(self, key: str, paper: PicturePaper) -> None:
        content = self._archive.read(paper.file)
        picture = Picture(title=paper.title or _("Picture"), description=paper.description)
        picture.clean_fields(exclude=["file", "width", "height", "collection"])
        if paper.file.endswith(".svg"):
            _check_drawing(key, paper, content)
            return
        with faults_of(picture.title):
            picture.file.save("picture.jpg", ContentFile(content), save=False)
        self._written.append(picture.file.name)
        self._waiting[key] = picture

    def _bring_in(self, key: str, paper: PicturePaper) -> int:
        if key not in self._waiting:
            return self._bring_in_drawing(paper)
        picture = self._waiting[key]
        if self.collection:
            picture.collection = self.collection
        picture.save()
        if key not in self._of_others:
            here = {"picture": picture, "file": picture.file.name}
            CarriedPicture.objects.update_or_create(key=key, defaults=here)
        return picture.pk

    def _bring_in_drawing(self, paper: PicturePaper) -> int:
        with tempfile.NamedTemporaryFile(suffix=".svg") as copy:
            copy.write(self._archive.read(paper.file))
            copy.flush()
            words = {"title": paper.title, "description": paper.description}
            picture = import_drawing(key=paper.drawing, svg_path=Path(copy.name), **words)
        self._written.append(picture.file.name)
        return picture.pk


def _words_in(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, (list, dict)):
        for one in told if isinstance(told, list) else told.values():
            yield from _words_in(one)


def _drawings_here(papers: dict[str, PicturePaper]) -> dict[str, int]:
    keys = {paper.drawing: key for key, paper in papers.items() if paper.drawing}
    ours = Picture.objects.exclude(drawing_key=None)
    return {keys[one.drawing_key]: one.pk for one in ours if one.drawing_key in keys and one.is_svg()}


def _photos_here(papers: dict[str, PicturePaper]) -> dict[str, Picture]:
    """By the key they came in with, as long as nobody has replaced them."""
    came_in = CarriedPicture.objects.filter(picture__drawing_key=None).select_related("picture")
    here = {one.key: one.picture for one in came_in if one.key in papers and one.picture.file.name == one.file}
    missing = {key for key, paper in papers.items() if not paper.drawing} - here.keys()
    if missing:  # a photo that was saved here comes home under the name of its content
        photos = ((key_here(photo), photo) for photo in Picture.objects.exclude(file__endswith=".svg"))
        here |= {key: photo for key, photo in photos if key in missing}
    return here


def _check_drawing(key: str, paper: PicturePaper, content: bytes) -> None:
    try:
        read_drawing(content)
    except DrawingRefused as error:
        told = _("The drawing “%(name)s” in it holds more than shapes.")
        raise ValidationError(told, params={"name": paper.drawing}) from error
    if not paper.drawing or len(paper.drawing) > 60 or key != key_of_drawing(paper.drawing):
        raise refusal("unreadable")
