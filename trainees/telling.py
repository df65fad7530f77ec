"""What words of staff about people, and to them, may not hold: numbers, names, links, and signs that nobody sees."""

import re
import unicodedata

DAY = re.compile(r"(?<!\d)20\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)")
NUMBER = re.compile(r"\d(?:[^\w:]*_*\d){6,}")  # whatever stands between its digits; a time like 9:00-11:30 is none
LINK = re.compile(r"://|\bwww\.|[a-z0-9-][.。点][a-z]{2,}|(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)", re.ASCII)
SHORTEST_GIVEN_NAME = 2  # a single sign is in too many words


def visible(text: str) -> str:
    """Without what shows nothing and breaks a database or a line: NUL, control and format characters."""
    kept = (sign for sign in text.replace("\r\n", "\n") if sign == "\n" or unicodedata.category(sign)[0] != "C")
    return "".join(kept).strip()


def holds_number(text: str) -> bool:
    """A phone or ID number, whatever its width and whatever stands between its digits."""
    return NUMBER.search(DAY.sub(" ", _folded(text))) is not None


def holds_link(text: str) -> bool:
    return LINK.search(_folded(text)) is not None


def holds_name(text: str, name: str) -> bool:
    """Her whole name, or what stands behind a surname of one or two signs."""
    told, whole = _joined(text), _joined(name)
    given = [] if whole.isascii() else [whole[signs:] for signs in (1, 2)]
    return whole in told or any(part in told for part in given if len(part) >= SHORTEST_GIVEN_NAME)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", visible(text)).lower()


def _joined(text: str) -> str:
    return "".join(_folded(text).split())
