"""What a carrier says when it does not take a message."""

from __future__ import annotations

import re

NO_CODE = re.compile(r"[^A-Za-z0-9_.\-]")


class NotNow(OSError):
    """The line or the carrier failed: it is tried again."""


class NotTaken(Exception):
    """The carrier refused, and would again. `of_number`: it is about this one number, and others get their messages.

    `code` is the carrier's own, cleaned: what it says beside it may hold the number, and is left out.
    """

    def __init__(self, code: object, *, of_number: bool) -> None:
        self.code = NO_CODE.sub("", str(code))[:80] or "unknown"
        self.of_number = of_number
        super().__init__(self.code)
