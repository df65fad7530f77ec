"""Make the people of a county's term, and what they and the demo trainees have learned. Refused unless DEMO=1."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.demo.people import DemoIsOff
from portal.demo.scenario.register import hold_class, keep_register
from portal.demo.scenario.tasks import hand_in_tasks
from portal.demo.scenario.term import make_term, teach_the_cast
from progress.services.counting_groups import count_groups


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=int, default=2500, help="how many there shall be (2500)")

    def handle(self, *args: object, people: int = 2500, **options: object) -> None:
        try:
            made = make_term(people=people)
            teach_the_cast()
            hand_in_tasks(now=timezone.now())
            keep_register(now=timezone.now())
            hold_class(now=timezone.now())
            count_groups()
        except DemoIsOff:
            raise CommandError("Demo people are made only with DEMO=1. 演示人员只在 DEMO=1 时建立。") from None
        self.stdout.write(f"demo people made: {made}")
