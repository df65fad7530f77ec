"""The text of a file: UTF-8 with or without a mark, UTF-16 with a mark or known by its zeros, or GB18030."""

import codecs

from django.utils.translation import gettext as _

from foundation.sheets import TOO_MANY_FOR_CHANCE, hanzi_in
from quizzes.exchange.drafts import LARGEST_TEXT, FileRefused

MARKS = [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
ENOUGH_TO_SEE = 4096
NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def text_of(content: bytes) -> str:
    """Raises FileRefused for what is too large, empty, no text, or damaged."""
    if len(content) > LARGEST_TEXT:
        raise FileRefused(_("The text is larger than 5 MB. Bring it in in several parts."))
    _refuse_what_is_no_text(content)
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding)
    if b"\0" in content:
        return _decoded(content, _by_its_zeros(content))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as damage:
        return _decoded_as_gb18030(content, damage)


def _refuse_what_is_no_text(content: bytes) -> None:
    if not content.strip():
        raise FileRefused(_("There is nothing in it. Paste the questions or choose another file."))
    if content.startswith(NO_TEXT):
        raise FileRefused(_("This is not plain text. Open it, copy the questions, and paste them here."))


def _by_its_zeros(content: bytes) -> str:
    """UTF-16 has a zero in every digit and line end, always on the same side."""
    seen = content[:ENOUGH_TO_SEE]
    even, odd = seen[0::2].count(0), seen[1::2].count(0)
    if not even and not odd:
        even, odd = content[0::2].count(0), content[1::2].count(0)
    return "utf-16-be" if even > odd else "utf-16-le"


def _decoded(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as damage:
        raise _damaged(content[: damage.start].decode(encoding, "ignore")) from None
    if "\0" in text:
        raise FileRefused(_("This is not plain text. Open it, copy the questions, and paste them here."))
    return text


def _decoded_as_gb18030(content: bytes, damage: UnicodeDecodeError) -> str:
    """A text that is Chinese in UTF-8 up to the damage is no GB18030, though it may look so."""
    before = content[: damage.start].decode("utf-8")
    if hanzi_in(before) >= TOO_MANY_FOR_CHANCE:
        raise _damaged(before)
    return _decoded(content, "gb18030")


def _damaged(before: str) -> FileRefused:
    line = before.count("\n") + 1
    return FileRefused(_("The text is damaged in line %(line)s. Save it once more as UTF-8.") % {"line": line})
