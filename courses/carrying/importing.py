"""Bringing in a course: looked at whole, then written whole or not at all."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from courses.carrying.archive import COURSE, MANIFEST, Archive, open_archive, refusal
from courses.carrying.pages import PagesOfFile
from courses.carrying.paper import CoursePaper, files_named, from_told
from courses.carrying.pictures import PicturesOfFile
from courses.carrying.report import Report
from courses.carrying.sentences import write_sentences
from courses.carrying.sounds import check_sounds, write_sounds


def import_course(path: Path, *, dry_run: bool = False, user: Any = None) -> Report:
    """Bring in the course of a file, or say what would become of it. The same file again changes nothing.

    Raises ValidationError with one sentence when anything in the file is not as it should be; nothing is written then.
    With `user`, what she may not change or add stays as it is.
    """
    with open_archive(path) as archive:
        paper = read_course(archive)
        check_sounds(archive, paper)
        pictures = PicturesOfFile(archive, paper)
        try:
            pictures.prepare()
            with transaction.atomic():
                pages = _write(archive, paper, pictures, user)
                if dry_run:
                    transaction.set_rollback(True)
        finally:
            pictures.forget_unused()
    if not dry_run:
        write_sentences(paper, pages)
    return pages.report


def read_course(archive: Archive) -> CoursePaper:
    """What is written in the file. Raises ValidationError, also when a part belongs to nothing or is not there."""
    paper = from_told(archive.read_json(COURSE))
    if paper.source != settings.LANGUAGE_CODE:
        raise ValidationError(_("This course was written in a language that is not the first one here."))
    named = files_named(paper)
    for name in sorted(named - archive.names):
        raise refusal("missing", name=name)
    for name in sorted(archive.names - named - {COURSE, MANIFEST}):
        raise refusal("unknown", name=name)
    return paper


def _write(archive: Archive, paper: CoursePaper, pictures: PicturesOfFile, user: Any) -> PagesOfFile:
    Page.objects.select_for_update().filter(depth=1).first()  # two who bring in the same go one after the other
    pages = PagesOfFile(paper, pictures, Report(), user)
    pages.write()
    write_sounds(archive, paper, pages.report, may_replace=user is None or user.is_superuser)
    return pages
