"""Load the starter course, or bring it up to date. Pages that a trainer has changed or deleted are left alone."""

from django.core.management.base import BaseCommand

from courses.starter.load import load_starter_course


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options) -> None:
        report = load_starter_course()
        for name, keys in vars(report).items():
            self.stdout.write(f"{name.replace('_', ' ')}: {len(keys)}")
            if name == "left_alone":
                for key in keys:
                    self.stdout.write(f"  {key}")
