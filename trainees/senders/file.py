"""For trying out and for tests: messages go into a file of the data folder."""

import json
from pathlib import Path

from django.conf import settings


class FileSender:
    leaves_codes = True

    def send(self, phone: str, template: str, variables: dict[str, str]) -> None:
        """One JSON line a message in `DATA_DIR/messages/sms.jsonl`."""
        path = Path(settings.DATA_DIR) / "messages" / "sms.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        line = json.dumps({"phone": phone, "template": template, "variables": variables})
        with path.open("a") as file:
            file.write(f"{line}\n")
