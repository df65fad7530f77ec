"""Keeps keys that open something out of the log, whoever writes the line: Django names the address of what failed."""

import logging
import re

FORMATTER = logging.Formatter()
KEY = re.compile(r"(/voice/|/c/)[^/\s]+")


class HideKeys(logging.Filter):
    """Cuts the key out of a narrator's address, and the token out of a card's: of the line, and of what went wrong."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage()
        if KEY.search(line):
            record.msg, record.args = KEY.sub(r"\1…", line), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = FORMATTER.formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = KEY.sub(r"\1…", record.exc_text)
        return True


def hide_keys_from_gunicorn() -> None:
    """It writes what failed before Django saw it, and has a log of its own."""
    logging.getLogger("gunicorn.error").addFilter(HideKeys())
