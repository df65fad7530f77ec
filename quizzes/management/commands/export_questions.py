"""Write the questions of a quiz, as its latest draft has them, into a file of one of four formats.

manage.py export_questions 57 --format gift --output quiz.gift
"""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from foundation.atomic_files import write_atomically
from quizzes.exchange.formats import FORMATS, XLSX, write_questions
from quizzes.exchange.from_blocks import from_blocks
from quizzes.models import QuizPage


class Command(BaseCommand):
    help = "Write the questions of a quiz into a file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("quiz", type=int, metavar="QUIZ", help="the number of the page")
        parser.add_argument("--format", choices=FORMATS, default="text")
        parser.add_argument("--output", type=Path, metavar="FILE", help="where to; a workbook needs it")

    def handle(self, *args, **options) -> None:
        quiz = QuizPage.objects.filter(pk=options["quiz"]).first()
        if not quiz:
            raise CommandError(_("There is no quiz with the number %(number)s.") % {"number": options["quiz"]})
        questions = quiz.get_latest_revision_as_object().questions.get_prep_value()
        content = write_questions(from_blocks(questions), options["format"])
        if options["output"]:
            write_atomically(options["output"], content)
        elif options["format"] == XLSX:
            raise CommandError(_("A workbook is no text. Say with --output where to write it."))
        else:
            self.stdout.write(content.decode())
