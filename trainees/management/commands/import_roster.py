"""Bring a roster into the register.

Guarantees: every line is judged before the first is written; all lines are saved or, when one of them is refused or
doubtful, none; the same file again changes nothing. Ends with 1 when a line has to be corrected.

    manage.py import_roster 花名册.xlsx --dry-run
    manage.py import_roster roster.csv --area 522731 --json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from foundation.sheets import SheetError
from trainees.register.examining import Examined, examine
from trainees.register.reports import as_json, told
from trainees.register.verdicts import DOUBTFUL, REFUSED, status_words
from trainees.services.rosters import RegisterMoved, bring_in_without_asking
from villages.codes import unpadded
from villages.models import Division
from villages.selectors import division_by_code

MOST_VILLAGES = 50_000


class Command(BaseCommand):
    help = "Bring people from an Excel workbook or a CSV file into the register."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="XLSX, CSV or TSV")
        parser.add_argument("--dry-run", action="store_true", help="only say what would become of each line")
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
        parser.add_argument("--area", default="", metavar="CODE", help="only people of this place")
        parser.add_argument("--id-numbers", action="store_true", help="keep ID numbers too (needs ID_NUMBERS=1)")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["language"] or translation.get_language()):
            self._handle(**options)

    def _handle(self, *, file: Path, area: str, id_numbers: bool, dry_run: bool, **options: Any) -> None:
        area = _checked_area(area)
        if id_numbers and not settings.ID_NUMBERS:
            raise CommandError(_("ID numbers are not kept on this site: set ID_NUMBERS=1 first."))
        way = examine if dry_run else bring_in_without_asking
        try:
            found = way(file, area=area, with_ids=id_numbers)
        except SheetError as error:
            self._refuse(error, options["json"])
        except RegisterMoved:
            raise CommandError(_("The register is being changed right now. Nothing was saved; try again.")) from None
        else:
            self._show(found, options["json"], saved=not dry_run and found.can_be_saved)

    def _refuse(self, error: SheetError, as_object: bool) -> None:
        if not as_object:
            raise CommandError(error.sentence if error.line is None else f"{error.line}: {error.sentence}")
        refusal: dict[str, Any] = {"rows": [], "counts": {}, "error": error.sentence, "line": error.line}
        self.stdout.write(json.dumps(refusal, ensure_ascii=False))
        sys.exit(1)

    def _show(self, found: Examined, as_object: bool, *, saved: bool) -> None:
        rows = told(found.verdicts)
        if as_object:
            self.stdout.write(json.dumps(as_json(rows, found.counts, found.notes), ensure_ascii=False))
        else:
            for note in found.notes:
                self.stdout.write(note)
            for row in rows:
                if row.status in (REFUSED, DOUBTFUL):
                    self.stdout.write(f"{row.line}: {row.reason}")
            words = status_words()
            self.stdout.write(" · ".join(f"{words[status]} {many}" for status, many in found.counts.items()))
            self.stdout.write(_("Saved.") if saved else _("Nothing was saved."))
        if not found.can_be_saved:
            sys.exit(1)


def _checked_area(code: str) -> str:
    """The code in its short form; a whole country of villages would be too many to find names among."""
    if code:
        if division_by_code(code) is None:
            raise CommandError(_("There is no place with this code."))
        return unpadded(code)
    if Division.objects.filter(level=Division.Level.VILLAGE).count() > MOST_VILLAGES:
        raise CommandError(_("Say with --area for which county, prefecture or province the roster is."))
    return ""
