"""Read questions from a file and say of each whether it was taken, changed or refused, and why.

Guarantees: a question that is refused spoils no other; with --dry-run, or without --quiz, nothing is written; with
--quiz the questions that were taken go behind those of the quiz's draft, all of them or none, and nobody sees them
before a trainer publishes.

What the quiz has already does not come in twice.

    manage.py import_questions paper.txt --json
    manage.py import_questions paper.xlsx --quiz 57 --dry-run
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from quizzes.bringing_in import Offered, TooMany, bring_in_questions, offered
from quizzes.exchange.drafts import Draft, FileRefused, Refused
from quizzes.exchange.formats import FORMATS, LARGEST, read_questions
from quizzes.exchange.reporting import REFUSED, line_of, report_of
from quizzes.models import QuizPage

MARKS = {"taken": "✓", "changed": "~", "refused": "✗"}


class Command(BaseCommand):
    help = "Read questions from a file: an examination text, a workbook (.xlsx), Aiken or GIFT."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--format", choices=FORMATS, default="", help="seen from the file where it is left out")
        parser.add_argument("--quiz", type=int, metavar="ID", help="the page that they are put into, as a draft")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be taken and what refused")
        parser.add_argument("--json", action="store_true", help="the report as JSON")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args, **options) -> None:
        with translation.override(options["language"] or translation.get_language()):
            self._bring_in(options)

    def _bring_in(self, options: dict) -> None:
        quiz = _quiz(options["quiz"]) if options["quiz"] is not None else None
        try:
            found = read_questions(_content(options["file"]), options["format"])
            if quiz:
                found = self._put_in(quiz, offered(found, quiz), dry_run=options["dry_run"])
        except FileRefused as refusal:
            raise CommandError(refusal.sentence) from None
        except TooMany as refusal:
            raise CommandError(str(refusal)) from None
        self._report(found, as_json=options["json"])

    def _put_in(self, quiz: QuizPage, lines: list[Offered], *, dry_run: bool) -> list[Draft | Refused]:
        if not dry_run:
            bring_in_questions(quiz=quiz, questions=[line.raw for line in lines if line.raw and not line.is_there])
        return [_with_what_is_to_do(line) for line in lines]

    def _report(self, found: list[Draft | Refused], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report_of(found), ensure_ascii=False, indent=1))
            return
        lines = [line_of(each) for each in found]
        for line in lines:
            said = f"{line.get('prompt', '')[:40]} {line['reason']}".strip()
            self.stdout.write(f"{MARKS[line['status']]} {line['line']}: {said}")
        refused = sum(line["status"] == REFUSED for line in lines)
        self.stdout.write(
            _("%(taken)s taken, %(refused)s refused.") % {"taken": len(lines) - refused, "refused": refused}
        )


def _with_what_is_to_do(line: Offered) -> Draft | Refused:
    if isinstance(line.found, Refused) or not line.to_do:
        return line.found
    said = [_("Before publishing: %(sentence)s") % {"sentence": sentence} for sentence in line.to_do]
    return replace(line.found, changes=[*line.found.changes, *said])


def _quiz(pk: int) -> QuizPage:
    quiz = QuizPage.objects.filter(pk=pk).first()
    if not quiz:
        raise CommandError(_("There is no quiz with the number %(number)s.") % {"number": pk})
    return quiz


def _content(path: Path) -> bytes:
    """What is too large is not even read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise CommandError(_("There is no such file. Check the name.")) from None
    except OSError:
        raise CommandError(_("The file cannot be read. Check that it is a file and that you may read it.")) from None
