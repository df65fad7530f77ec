"""Reading a file in whichever format, and writing one."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from quizzes.exchange import aiken, chinese_text, gift, xlsx
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
        text = text_of(content)
        found = READERS[format or format_of(text)](text)
    if not found:
        raise FileRefused(_("No question was found. Each begins with a number, such as “1．”, and has its answer."))
    if len(found) > MOST_QUESTIONS:
        sentence = _("There are %(count)s questions in it; %(most)s can be read at once. Bring it in in several parts.")
        raise FileRefused(sentence % {"count": len(found), "most": MOST_QUESTIONS})
    return found


def write_questions(drafts: Iterable[Draft], format: str) -> bytes:
    return xlsx.write(drafts) if format == XLSX else WRITERS[format](drafts).encode()
