"""Is the trail of who saw and changed what still whole?"""

import re
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from foundation.audit import first_break
from foundation.audit.chain import head

NOTED = re.compile(r"([0-9]{1,18}):([0-9a-f]{64})", re.ASCII)


class Command(BaseCommand):
    help = "Reads the audit trail from its beginning. Ends with 1 and the first entry that does not fit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--noted", metavar="NUMBER:HASH", default="", help="an end that was written down earlier")

    def handle(self, *args: object, noted: str = "", **options: object) -> None:
        written = NOTED.fullmatch(noted)
        if noted and not written:
            raise CommandError(_("Give the number and the hash as this command said them: NUMBER:HASH."))
        broken = first_break(noted=(int(written[1]), written[2]) if written else (0, ""))
        if broken:
            said = _("Entry %(number)s of the audit trail: %(reason)s.")
            raise CommandError(said % {"number": broken.number, "reason": broken.reason})
        number, digest = head()
        self.stdout.write(_("The audit trail is whole. Keep this line away from the server:"))
        self.stdout.write(f"{number}:{digest}")
