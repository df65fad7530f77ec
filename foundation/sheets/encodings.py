"""Which encoding a file is in: UTF-8 or UTF-16 with or without a mark at its start, or GB18030."""

import codecs
import re
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from foundation.sheets.problems import SheetError

BLOCK = 1 << 20
SAMPLE = 4096
ZEROS_AT_LEAST = 20  # one byte in so many: commas, digits and ends of lines have one each in UTF-16
COMMON_HANZI = re.compile(r"[\u4e00-\u9fff]")
# GB18030 text can look like UTF-8 for a moment by chance, but not for this many Chinese characters.
TOO_MANY_FOR_CHANCE = 8
SIGNATURES = {b"PK\x03\x04": "xlsx", b"\xd0\xcf\x11\xe0": "xls"}


def encoding_of(path: Path) -> str:
    """`utf-8-sig`, `gb18030`, `utf-16` with a mark, `utf-16-le` or `utf-16-be` without, for the whole file.

    Raises SheetError for others, OSError.
    """
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    start = sample[:4]
    _refuse_what_is_no_text(start)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf_16(path, "utf-16")
    if unmarked := _unmarked_utf_16(sample):
        return _utf_16(path, unmarked)
    readable, bad_line = _decode("utf-8-sig", path)
    if bad_line is None:
        return "utf-8-sig"
    if start.startswith(codecs.BOM_UTF8) or readable >= TOO_MANY_FOR_CHANCE:
        raise SheetError(
            _("The text is damaged here: it is UTF-8 with broken characters. Save the file again."), bad_line
        )
    _readable, bad_line = _decode("gb18030", path)
    if bad_line is None:
        return "gb18030"
    raise SheetError(_("The text is neither UTF-8 nor GB18030. Save it as “CSV UTF-8” and try again."), bad_line)


def _refuse_what_is_no_text(start: bytes) -> None:
    if not start:
        raise SheetError(_("The file is empty."))
    if start in SIGNATURES:
        raise SheetError(_("This is an Excel workbook, not a CSV file. Save it as “CSV UTF-8” and try again."))


def _unmarked_utf_16(sample: bytes) -> str:
    """By its zero bytes, which all stand at odd places or all at even ones; no other text has any."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) or ZEROS_AT_LEAST * max(even, odd) < len(sample):
        return ""
    return "utf-16-le" if odd else "utf-16-be"


def _utf_16(path: Path, encoding: str) -> str:
    _readable, bad_line = _decode(encoding, path)
    if bad_line is not None:
        raise SheetError(_("The text is damaged here. Save it as “CSV UTF-8” and try again."), bad_line)
    return encoding


def _decode(encoding: str, path: Path) -> tuple[int, int | None]:
    """Number of Chinese characters that could be read, and the line of the first bad byte (None when all is well)."""
    decoder = codecs.getincrementaldecoder(encoding)()
    readable, line = 0, 1
    with path.open("rb") as file:
        for block in _blocks(file):
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                before = error.object[: error.start].decode(encoding, errors="ignore")
                return readable + hanzi_in(before), line + before.count("\n")
            if "\0" in text:
                raise SheetError(_("This is not a text file. Save the table as “CSV UTF-8” and try again."))
            readable += hanzi_in(text)
            line += text.count("\n")
    return readable, None


def _blocks(file: BinaryIO):
    while block := file.read(BLOCK):
        yield block
    yield b""


def hanzi_in(text: str) -> int:
    return len(COMMON_HANZI.findall(text))
