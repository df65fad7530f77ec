"""Who carries a message to a phone. `SMS_SENDER` names one; without any, everything else works.

A message is a template that the carrier has approved and the variables in it: never free text, and never a link.
A carrier's own software is read only where that carrier is named.
"""

from __future__ import annotations

from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class Sender(Protocol):
    # Whether codes can be read afterwards on the server: then it must not be on for real people.
    leaves_codes: bool

    def send(self, phone: str, template: str, variables: dict[str, str]) -> None:
        """Hand the message over. Raises OSError when another try may do better, NotTaken when none will."""


SENDERS: dict[str, str] = {
    "file": "trainees.senders.file.FileSender",
    "aliyun": "trainees.senders.aliyun.AliyunSender",
    "tencent": "trainees.senders.tencent.TencentSender",
}
NONE = "none"


def configured() -> bool:
    return settings.SMS_SENDER != NONE


def sender() -> Sender:
    """The one that is configured. Raises KeyError where there is none (`configured()` says so)."""
    return import_string(SENDERS[settings.SMS_SENDER])()
