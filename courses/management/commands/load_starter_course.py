"""Load the starter course, or bring it up to date. Pages that a trainer has changed or deleted are left alone.

With `--first-page-only` no course comes: the site has the page below which courses are made or brought in.
"""

from django.core.management.base import BaseCommand, CommandParser

from courses.starter.load import load_first_page, load_starter_course


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--first-page-only", action="store_true", help="no course, only the page above all courses")

    def handle(self, *args, **options) -> None:
        report = load_first_page() if options["first_page_only"] else load_starter_course()
        for name, keys in vars(report).items():
            self.stdout.write(f"{name.replace('_', ' ')}: {len(keys)}")
            if name == "left_alone":
                for key in keys:
                    self.stdout.write(f"  {key}")
