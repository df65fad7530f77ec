"""`manage.py count_groups`: count the groups of this month where it was not done yet. Once a day by itself."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from progress.services.counting_groups import count_groups


class Command(BaseCommand):
    help = "Count the groups of people for the tables of the office (docs/counts.md). A second run finds nothing to do."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(_("Counties counted: %(many)s") % {"many": count_groups()})
