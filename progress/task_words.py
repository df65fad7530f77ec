"""What somebody writes for a practice task, read and bounded. Pure."""

import unicodedata
from collections.abc import Callable
from typing import Any

LONGEST_TEXT = 1000
LONGEST_TITLE = 60
LONGEST_PRICE = 20
LONGEST_PER = 40
MOST_LINES, LONGEST_LINE = 7, 60
MOST_REPLIES, LONGEST_REPLY = 3, 120
MOST_PHOTOS = 5


class BadWords(Exception):
    """Too long, too many, or no text at all. `field` says where."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def read_words(said: object) -> dict[str, Any]:
    """The fields of a task that hold something, without what no screen can show. Raises BadWords.

    Which of them a card asks for its author may change while a phone is without signal: whatever is well formed stays.
    """
    if not isinstance(said, dict):
        raise BadWords("words")
    read = {field: reader(said[field], field) for field, reader in FIELDS.items() if field in said}
    return {field: value for field, value in read.items() if value}


def plain_text(said: str) -> str:
    """Line ends as one sign; without signs that control a machine, and halves of signs that no database takes."""
    lines = said.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs")).strip()


def _text(longest: int) -> Callable[[object, str], str]:
    def read(said: object, field: str) -> str:
        if not isinstance(said, str):
            raise BadWords(field)
        text = plain_text(said)
        if len(text) > longest:
            raise BadWords(field)
        return text

    return read


def _line(longest: int) -> Callable[[object, str], str]:
    read = _text(longest)
    return lambda said, field: " ".join(read(said, field).split("\n"))


def _listed(most: int, longest: int) -> Callable[[object, str], list[str]]:
    read = _line(longest)

    def read_all(said: object, field: str) -> list[str]:
        if not isinstance(said, list) or len(said) > most:
            raise BadWords(field)
        return [line for one in said if (line := read(one, field))]

    return read_all


FIELDS: dict[str, Callable[[object, str], Any]] = {
    "text": _text(LONGEST_TEXT),
    "title": _line(LONGEST_TITLE),
    "lines": _listed(MOST_LINES, LONGEST_LINE),
    "price": _line(LONGEST_PRICE),
    "per": _line(LONGEST_PER),
    "replies": _listed(MOST_REPLIES, LONGEST_REPLY),
}
