"""Reading a file in whichever format, and writing one."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from quizzes.exchange import aiken, chinese_text, gift, pasted_tables, xlsx
from quizzes.exchange.doubled import mark_doubled
from quizzes.exchange.drafts import (
    LARGEST_TEXT,
    LARGEST_WORKBOOK,
    MOST_QUESTIONS,
    Draft,
    FileRefused,
    Refused,
)
from quizzes.exchange.encodings import text_of
from quizzes.exchange.recognising import format_of, is_workbook
from quizzes.exchange.sizes import too_many

XLSX = "xlsx"
READERS: dict[str, Callable[[str], list[Draft | Refused]]] = {
    "text": chinese_text.read,
    "aiken": aiken.read,
    "gift": gift.read,
}
WRITERS: dict[str, Callable[[Iterable[Draft]], str]] = {
    "text": chinese_text.write,
    "aiken": aiken.write,
    "gift": gift.write,
}
FORMATS = ("text", XLSX, "aiken", "gift")
LARGEST = max(LARGEST_TEXT, LARGEST_WORKBOOK)


def read_questions(content: bytes, format: str = "") -> list[Draft | Refused]:
    """Raises FileRefused where the file as a whole cannot be read. Without a format, it is seen from the content."""
    if len(content) > LARGEST:
        raise FileRefused(_("The file is larger than 10 MB. Bring it in in several parts."))
    if format == XLSX or (not format and is_workbook(content)):
        found = xlsx.read(content)
    else:
        found = _in_text(text_of(content), format)
    if not found:
        raise FileRefused(_("No question was found. Each begins with a number, such as “1．”, and has its answer."))
    if len(found) > MOST_QUESTIONS:
        raise too_many()
    mark_doubled(found)
    return found


def _in_text(text: str, format: str) -> list[Draft | Refused]:
    """A table out of Excel is pasted as text, or saved as CSV."""
    format = format or format_of(text)
    table = pasted_tables.read(text.lstrip("\ufeff")) if format == "text" else None
    return READERS[format](text) if table is None else table


def write_questions(drafts: Iterable[Draft], format: str) -> bytes:
    return xlsx.write(drafts) if format == XLSX else WRITERS[format](drafts).encode()
