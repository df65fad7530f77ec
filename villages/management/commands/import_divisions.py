"""Load places from files.

Guarantees: everything is checked before the first write; all of the files is loaded or nothing; a load that was killed
leaves nothing to be seen and is completed by starting it again; the same files again change nothing; whoever
else writes meanwhile waits for fractions of a second.

    manage.py import_divisions townships.csv villages.csv
    manage.py import_divisions dist/{provinces,cities,areas,streets,villages}.csv --prefix 5227 --dry-run
    manage.py import_divisions newer.csv --prefix 522731 --end-missing 2026-12-31
"""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from villages.codes import is_code, unpadded
from villages.loading.comparing import Plan
from villages.services import LoadRefusedError, import_divisions

WHOLE_COUNTRY = "all"
STEPS = 20


class Bar:
    """A line that is written over on a terminal; elsewhere (a log) one line for each twentieth of a stage."""

    def __init__(self, stream) -> None:
        self.stream = stream
        self.shown: tuple[str, int] | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        step = STEPS * done // total if total else STEPS
        if self.shown == (stage, step):
            return
        if self.stream.isatty():
            begin = "\n" if self.shown and self.shown[0] != stage else "\r"
            self.stream.write(f"{begin}{stage} {'█' * step}{'·' * (STEPS - step)} {done}/{total}")
            self.stream.flush()
        else:
            self.stream.write(f"{stage} {done}/{total}\n")
        self.shown = (stage, step)

    def end(self) -> None:
        if self.shown and self.stream.isatty():
            self.stream.write("\n")


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“%(day)s” is not a day. Write it as 2024-03-31.") % {"day": text}) from None


class Command(BaseCommand):
    help = "Load provinces, prefectures, counties, townships and villages from CSV files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV files, in any order")
        parser.add_argument("--prefix", default="", help="only what lies under this code; “all” for the whole country")
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")
        parser.add_argument(
            "--end-missing",
            type=_day,
            metavar="DATE",
            help="places under --prefix that the files no longer name end on this day",
        )
        parser.add_argument("--no-progress", action="store_true", help="no progress bar")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args, **options) -> None:
        with translation.override(options["language"] or translation.get_language()):
            self._load(options)

    def _load(self, options: dict) -> None:
        prefix = self._prefix(options["prefix"])
        if options["end_missing"] and not options["prefix"]:
            raise CommandError(_("Say with --prefix where the missing places end, or --prefix all."))
        bar = Bar(sys.stderr)
        try:
            plan = import_divisions(
                paths=options["files"],
                prefix=prefix,
                end_missing=options["end_missing"],
                dry_run=options["dry_run"],
                **({} if options["no_progress"] else {"progress": bar}),
            )
        except LoadRefusedError as refusal:
            bar.end()
            raise CommandError(self._complaint(refusal)) from None
        bar.end()
        self._report(plan, dry_run=options["dry_run"])

    def _prefix(self, text: str) -> str:
        prefix = unpadded(to_halfwidth(text).strip())
        if prefix in ("", WHOLE_COUNTRY):
            return ""
        if not is_code(prefix):
            raise CommandError(
                _("“%(code)s” is not a code. Write 2, 4, 6, 9 or 12 digits, as for 522731102213.") % {"code": text}
            )
        return prefix

    def _complaint(self, refusal: LoadRefusedError) -> str:
        more = refusal.count - len(refusal.problems)
        lines = [str(problem) for problem in refusal.problems]
        if more > 0:
            lines.append(_("… and %(count)s more.") % {"count": more})
        return "\n".join([*lines, refusal.sentence])

    def _report(self, plan: Plan, *, dry_run: bool) -> None:
        if plan.is_empty:
            self.stdout.write(
                _("Nothing to change: all %(count)s places are there already.") % {"count": plan.unchanged}
            )
        else:
            sentence = (
                _("Would load: %(new)s new, %(changed)s changed, %(unchanged)s unchanged, %(ended)s ended.")
                if dry_run
                else _("Loaded: %(new)s new, %(changed)s changed, %(unchanged)s unchanged, %(ended)s ended.")
            )
            counts = {"new": len(plan.new), "changed": len(plan.changed), "ended": len(plan.ending)}
            self.stdout.write(sentence % {**counts, "unchanged": plan.unchanged})
        if plan.ended_already:
            sentence = _("%(count)s of them have ended before; they stay ended.")
            self.stdout.write(sentence % {"count": plan.ended_already})
