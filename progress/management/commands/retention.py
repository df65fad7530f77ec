"""`manage.py retention [--dry-run]`: delete what is kept no longer, or say what it would be. Once a day by itself."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from foundation.audit import words_of
from progress.services.retention import keep_no_longer


class Command(BaseCommand):
    help = "Delete what is kept no longer (docs/privacy.md). A second run finds nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say how much it would be")

    def handle(self, *args: Any, **options: Any) -> None:
        for what, many in keep_no_longer(dry_run=options["dry_run"]).items():
            self.stdout.write(f"{many:>7}  {what:<18} {words_of(what)}")
