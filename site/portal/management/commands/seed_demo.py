"""Make the demo people. Refused unless DEMO=1."""

from django.core.management.base import BaseCommand, CommandError

from portal.demo.people import DemoIsOff, seed_demo_people


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options) -> None:
        try:
            made = seed_demo_people()
        except DemoIsOff:
            raise CommandError("Demo people are made only with DEMO=1. 演示人员只在 DEMO=1 时建立。") from None
        self.stdout.write(f"demo people made: {made}")
