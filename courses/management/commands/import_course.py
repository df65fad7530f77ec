"""Bring in the file of a course, or a newer one. Says of each part what became of it.

Guarantees: everything is written or nothing; the same file again changes nothing; what somebody here has changed,
deleted or recorded anew stays as it is; `--dry-run` does the very same and then takes it back.

    manage.py import_course /media/stick/village-shop.zip --dry-run
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from courses.carrying.importing import import_course
from courses.carrying.report import UNCHANGED, Report, told_counts, without_repeating


class Command(BaseCommand):
    help = "Bring in the file of a course, or a newer one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="only say what would become of each part")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args, **options) -> None:
        with translation.override(options["language"] or translation.get_language()):
            if not options["file"].is_file():
                raise CommandError(_("There is no such file. Check the name."))
            try:
                report = import_course(options["file"], dry_run=options["dry_run"])
            except ValidationError as refusal:
                raise CommandError(refusal.messages[0]) from None
            except OSError as error:
                raise CommandError(_("The file cannot be read or kept: %(why)s.") % {"why": error.strerror}) from None
            self._tell(report, dry_run=options["dry_run"])

    def _tell(self, report: Report, *, dry_run: bool) -> None:
        for line, many in without_repeating(line for line in report.lines if line.became != UNCHANGED):
            name = f"{line.name} × {many}" if many > 1 else line.name
            told = f"{line.told_became}: {line.told_kind} · {name} ({line.told_language}) {line.sentence}"
            self.stdout.write(told.rstrip())
        self.stdout.write(told_counts(report))
        if dry_run:
            self.stdout.write(_("Nothing was written. Without --dry-run it is."))
