"""Bringing in a course: looked at whole, then written whole or not at all."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from courses.carrying.archive import COURSE, LARGEST_FILE, MANIFEST, Archive, open_archive, refusal
from courses.carrying.checking import check_shapes
from courses.carrying.pages import PagesOfFile
from courses.carrying.paper import MOST_TIMES, CoursePaper, files_named, from_told
from courses.carrying.pictures import PicturesOfFile
from courses.carrying.report import Report
from courses.carrying.sentences import write_sentences
from courses.carrying.sounds import SoundsOfFile, check_sounds


def import_course(path: Path, *, dry_run: bool = False, user: Any = None) -> Report:
    """Bring in the course of a file, or say what would become of it. The same file again changes nothing.

    Raises ValidationError with one sentence when anything in the file is not as it should be; nothing is written then.
    With `user`, what she may not change or add stays as it is.
    """
    with open_archive(path) as archive:
        paper = read_course(archive)
        check_shapes(paper)
        check_sounds(archive, paper)
        pages, sounds = _write_pages(archive, paper, user, dry_run=dry_run)
        sounds.write(dry_run=dry_run)
    if not dry_run:
        write_sentences(paper, pages)
    return pages.report


def read_course(archive: Archive) -> CoursePaper:
    """What is written in the file. Raises ValidationError, also when a part belongs to nothing or is not there."""
    paper = from_told(archive.read_json(COURSE))
    if paper.source != settings.LANGUAGE_CODE:
        raise ValidationError(_("This course was written in a language that is not the first one here."))
    files = list(files_named(paper))
    named = set(files)
    for name in sorted(named - archive.names):
        raise refusal("missing", name=name)
    for name in sorted(archive.names - named - {COURSE, MANIFEST}):
        raise refusal("unknown", name=name)
    # The same words may be one recording in many places, but a few bytes must not be read and checked for hours.
    if sum(archive.size_of(name) for name in files) > MOST_TIMES * LARGEST_FILE:
        raise refusal("unpacks-too-big")
    return paper


def _write_pages(archive: Archive, paper: CoursePaper, user: Any, *, dry_run: bool) -> tuple[PagesOfFile, SoundsOfFile]:
    pictures = PicturesOfFile(archive, paper)
    try:
        pictures.prepare()
        with transaction.atomic():
            Page.objects.select_for_update().filter(depth=1).first()  # two who bring in the same: one after the other
            pages = PagesOfFile(paper, pictures, Report(), user)
            pages.write()
            pictures.videos.catch_up()
            sounds = SoundsOfFile(archive, paper, pages.report, user)  # now, for a dry run takes the pages back
            transaction.set_rollback(dry_run)
    except (DataError, IntegrityError, TypeError) as error:
        raise refusal("unreadable") from error  # whatever no check of ours foresaw: trying again mends nothing
    finally:
        pictures.forget_unused()
    return pages, sounds
