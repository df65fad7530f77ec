"""All sentences of a course in one language as one PO file, out and in again.

`msgctxt` is the place of a sentence: the page by its key in every language, then the ids within. What was translated
from an older sentence goes along as fuzzy, with the old sentence, as translators know it from their programs.
"""

import io
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import polib
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from courses.models import CoursePage
from courses.translating.sentences import Place, Sentence, sentences_of, translations_of

LARGEST = 3 * 1024 * 1024
MOST_ENTRIES = 30_000
MOST_LINES = 100_000  # polib takes ever longer for a sentence on many lines
COURSE, SOURCE = "X-Village-Shop-School-Course", "X-Source-Language"
MARK = b"\xef\xbb\xbf"
SAYS = re.compile(r"\s*(?:msg(?:ctxt|id|id_plural|str(?:\[\d+\])?)\s|\")")
AT_LINE = re.compile(r"\bline (\d+)")
WHOLE = re.compile(r"\s*(?:msg\S+\s+)?\"(?:[^\"\\]|\\.)*+\"\s*\Z")


class Entry(NamedTuple):
    """A line of the file that says something: where, what stands there in the source, and how it is said."""

    line: int
    context: str
    text: str
    translated: str
    is_fuzzy: bool


def write_po(course: CoursePage, locale: Locale) -> bytes:
    """In the order in which the course is read."""
    file = polib.POFile(wrapwidth=100)
    file.metadata = {
        "Project-Id-Version": course.slug,
        "POT-Creation-Date": timezone.localtime().strftime("%Y-%m-%d %H:%M%z"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": locale.language_code,
        SOURCE: course.locale.language_code,
        COURSE: str(course.translation_key),
    }
    said = translations_of(course, locale)
    sentences = list(sentences_of(course))
    outdated = _outdated(said, sentences)
    for sentence in sentences:
        file.append(_entry(sentence, said, outdated))
    return str(file).encode()


def _outdated(said: dict[tuple[Place, str], str], sentences: list[Sentence]) -> dict[Place, list[tuple[str, str]]]:
    """By place, what is translated and stands there no longer, the oldest first."""
    there = {sentence.at for sentence in sentences}
    found: dict[Place, list[tuple[str, str]]] = {}
    for (place, text), translated in said.items():
        if (place, text) not in there:
            found.setdefault(place, []).append((text, translated))
    return found


def _entry(sentence: Sentence, said: dict[tuple[Place, str], str], outdated: dict[Place, list]) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=str(sentence.place), msgid=sentence.text, comment=sentence.page)
    if sentence.most:
        entry.comment += "\n" + _("at most %(count)s characters") % {"count": sentence.most}
    translated = said.get(sentence.at, "")
    if translated:
        entry.msgstr = translated
    elif olds := outdated.get(sentence.place):
        entry.previous_msgid, entry.msgstr = olds.pop()
        entry.flags.append("fuzzy")
    return entry


def read_po(content: bytes, course_key: UUID, locale: Locale) -> list[Entry]:
    """What the file says, unless it is no PO file, or one of another course or language. Raises ValidationError."""
    metadata, entries = entries_in(content)
    _refuse_others(metadata, course_key, locale)
    return entries


def entries_in(content: bytes) -> tuple[dict[str, str], list[Entry]]:
    """The head and the lines of a PO file of anybody's. Raises ValidationError."""
    if len(content) > LARGEST:
        raise ValidationError(_("This file is too big. The words of a course have at most 3 MB."))
    file = _parsed(_text_of(content))
    if len(file) > MOST_ENTRIES:
        raise ValidationError(_("There are too many sentences in this file. It is not one that was taken out here."))
    return file.metadata, list(_entries(file))


def _entries(file: polib.POFile) -> Iterator[Entry]:
    for entry in file:
        if not entry.obsolete:
            yield Entry(entry.linenum, entry.msgctxt or "", entry.msgid, entry.msgstr, entry.fuzzy)


def _text_of(content: bytes) -> str:
    if not content.strip():
        raise ValidationError(_("The file is empty."))
    try:
        text = content.removeprefix(MARK).decode("utf-8")
    except UnicodeDecodeError:
        raise ValidationError(_("The file is not written in UTF-8. Save it as UTF-8 and send it again.")) from None
    if len(text.splitlines()) > MOST_LINES:
        raise ValidationError(_("There are too many sentences in this file. It is not one that was taken out here."))
    if "\0" in text or "msgid" not in text:
        raise ValidationError(_("This is not a PO file. Send the file that you took out here, with your words in it."))
    return text


def _parsed(text: str) -> polib.POFile:
    """Through a file of our own: polib would open whatever file a text names."""
    _refuse_open_quotes(text)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.po"
        path.write_text(text, encoding="utf-8", newline="\n")
        try:
            return polib.pofile(str(path), encoding="utf-8")
        except (OSError, ValueError, IndexError, AttributeError, TypeError) as damage:  # as polib tells of damage
            line = AT_LINE.search(str(damage))
            raise _damaged(line[1] if line else "") from None


def _refuse_open_quotes(text: str) -> None:
    """polib takes the last letter of such a line for its closing mark, and the sentence comes in without it."""
    for number, line in enumerate(io.StringIO(text, newline=None), 1):
        if SAYS.match(line) and not WHOLE.match(line):
            raise _damaged(str(number))


def _damaged(line: str) -> ValidationError:
    near = _("The PO file is damaged near line %(line)s. Save it again from your program.") % {"line": line}
    return ValidationError(near if line else _("The PO file is damaged. Save it again from your program."))


def _refuse_others(metadata: dict[str, str], course_key: UUID, locale: Locale) -> None:
    if metadata.get(COURSE) != str(course_key):
        raise ValidationError(_("This file does not belong to this course. Take the words out here first."))
    told = metadata.get("Language", "").replace("_", "-").lower()
    if told != locale.language_code and told.split("-")[0] != locale.language_code:
        raise ValidationError(
            _("This file is for another language (%(told)s), not for %(language)s."),
            params={"told": told or "—", "language": locale.get_display_name()},
        )
