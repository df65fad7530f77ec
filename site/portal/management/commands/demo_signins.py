"""How to sign in as each demo person: role, name, address, what to type, and the current one-time code."""

import json

from django.core.management.base import BaseCommand

from portal.demo.people import demo_sign_ins


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("--json", action="store_true", help="print one JSON list")

    def handle(self, *args, **options) -> None:
        people = demo_sign_ins()
        if options["json"]:
            self.stdout.write(json.dumps(people, ensure_ascii=False, indent=1))
            return
        for person in people:
            typed = " · ".join(filter(None, [*person["type"].values(), person["code"]]))
            self.stdout.write(f"{person['name']} ({person['role']})  {person['address']}  {typed}")
