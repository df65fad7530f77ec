"""Keeps out of the log what opens something and who somebody is, whoever writes the line."""

import logging
import re

FORMATTER = logging.Formatter()
# Django names the address of what failed: a narrator's has her key in it, a card's its token.
KEY = re.compile(r"(/voice/|/c/)[^/\s]+")
# PostgreSQL tells the whole row that it did not take.
ROW = re.compile(r"^(DETAIL|CONTEXT):.*?(?=\n\n(?:The above|During handling)|\Z)", re.M | re.S)


class HideKeys(logging.Filter):
    """Cuts both out: of the line, and of what went wrong."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage()
        if (told := hidden(line)) != line:
            record.msg, record.args = told, ()
        if record.exc_info and not record.exc_text:
            record.exc_text = FORMATTER.formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = hidden(record.exc_text)
        return True


def hidden(text: str) -> str:
    return ROW.sub(r"\1: …", KEY.sub(r"\1…", text))


def hide_keys_from_gunicorn() -> None:
    """It writes what failed before Django saw it, and has a log of its own."""
    logging.getLogger("gunicorn.error").addFilter(HideKeys())
