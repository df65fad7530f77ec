"""Save a published course as one file: all languages, quizzes, pictures, recordings; nothing of people.

COURSE is the course's key, or the last part of its address where only one course has it. Without `--force` a file that
is there already is not written over; the new one appears whole or not at all.

    manage.py export_course village-shop /media/stick/village-shop.zip
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from courses.carrying.exporting import export_course
from courses.models import CoursePage


class Command(BaseCommand):
    help = "Save a published course as one file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("course", metavar="COURSE")
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--force", action="store_true", help="write over a file that is there")

    def handle(self, *args, **options) -> None:
        path: Path = options["file"]
        if path.exists() and not options["force"]:
            raise CommandError(_("%(path)s is there already. Give another name.") % {"path": path})
        course = _found(options["course"])
        try:
            with tempfile.TemporaryDirectory(dir=path.parent, prefix=".saving-") as folder:
                draft = Path(folder) / path.name
                with draft.open("wb") as out:
                    paper = export_course(course, out)
                draft.replace(path)
        except ValidationError as refusal:
            raise CommandError(refusal.messages[0]) from None
        except OSError as error:
            raise CommandError(
                _("%(path)s cannot be written: %(why)s.") % {"path": path, "why": error.strerror}
            ) from None
        counts = {"pages": len(paper.pages), "pictures": len(paper.pictures), "sounds": len(paper.sounds)}
        counts["videos"] = len(paper.videos)
        told = _("Saved: %(pages)s pages, %(pictures)s pictures, %(videos)s videos, %(sounds)s recordings.")
        self.stdout.write(told % counts)


def _found(name: str) -> CoursePage:
    courses = CoursePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    try:
        found = list(courses.filter(translation_key=UUID(name)))
    except ValueError:
        found = list(courses.filter(slug=name)) or (list(courses.filter(pk=name)) if name.isdecimal() else [])
    if len(found) != 1:
        known = ", ".join(sorted({course.slug for course in courses}))
        raise CommandError(_("No course “%(name)s”. There are: %(known)s.") % {"name": name[:60], "known": known})
    return found[0]
