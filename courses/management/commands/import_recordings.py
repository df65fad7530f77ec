"""Bring in recordings from a folder with a track.json; docs/recordings.md says how the files are named.

Guarantees: a file is kept whole or not at all, and one that is refused stops no other; the same folder again changes
nothing; without a track.json that says whose voice it is nothing is written.

    manage.py import_recordings /media/stick/haohuahong --dry-run
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from courses.services import import_recordings


class Command(BaseCommand):
    help = "Bring in recordings from a folder with a track.json."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be taken and what refused")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args, **options) -> None:
        with translation.override(options["language"] or translation.get_language()):
            self._bring_in(options["folder"], dry_run=options["dry_run"])

    def _bring_in(self, folder: Path, *, dry_run: bool) -> None:
        taken = refused = 0
        try:
            for line in import_recordings(folder=folder, dry_run=dry_run):
                taken, refused = taken + line.taken, refused + (not line.taken)
                self.stdout.write(f"{'✓' if line.taken else '✗'} {line.file}: {line.sentence}")
        except ValidationError as refusal:
            raise CommandError(refusal.messages[0]) from None
        self.stdout.write(_("%(taken)s taken, %(refused)s refused.") % {"taken": taken, "refused": refused})
        if refused:
            raise CommandError(_("Mend what was refused and start again; what was taken stays."))
