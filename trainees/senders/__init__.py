"""Who carries a message to a phone. `SMS_SENDER` names one; without any, everything else works.

A message is a template that the carrier has approved and the variables in it: never free text, and never a link.
"""

from __future__ import annotations

from typing import Protocol

from django.conf import settings

from trainees.senders.file import FileSender


class Sender(Protocol):
    # Whether codes can be read afterwards on the server: then it must not be on for real people.
    leaves_codes: bool

    def send(self, phone: str, template: str, variables: dict[str, str]) -> None:
        """Hand the message over. Raises OSError when it could not be."""


SENDERS: dict[str, type[Sender]] = {"file": FileSender}
NONE = "none"


def configured() -> bool:
    return settings.SMS_SENDER != NONE


def sender() -> Sender:
    """The one that is configured. Raises KeyError where there is none (`configured()` says so)."""
    return SENDERS[settings.SMS_SENDER]()
