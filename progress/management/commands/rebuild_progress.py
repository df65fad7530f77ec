"""Make everything that follows from the events again, or check that it does follow."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from progress.services import rebuild_progress


class Command(BaseCommand):
    help = "Makes enrolments, places, completions and attempts again from the events. --check only compares."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; ends with 1 when something differs")

    def handle(self, *args: object, check: bool = False, **options: object) -> None:
        differences = rebuild_progress(check=check)
        for found in differences:
            said = _("%(table)s: rows of %(count)s trainees did not follow from the events.")
            self.stdout.write(said % {"table": found.table, "count": found.trainees})
        if check and differences:
            raise CommandError(_("Nothing was changed. `manage.py rebuild_progress` makes them again."))
        self.stdout.write(_("Everything follows from the events.") if not differences else _("Made again."))
