"""Opening an Excel workbook that somebody sent: what could harm is refused before anything is unpacked."""

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from foundation.zip_parts import PACKED, declares_less_than_it_holds, read_as_declared
from quizzes.exchange.drafts import LARGEST_WORKBOOK, MOST_QUESTIONS, FileRefused
from quizzes.exchange.sizes import too_many_sheets

WORD = b"word/document.xml"  # names stand uncompressed in such a file
MOST_MEMBERS = 500
LARGEST_PART = 20 * 1024 * 1024
LARGEST_UNPACKED = 60 * 1024 * 1024
MOST_SHEETS = 30
MOST_ROWS = 4 * MOST_QUESTIONS
MOST_COLUMNS = 60

Sheet = Iterator[tuple[int, list[object]]]


def sheets_of(content: bytes) -> Iterator[tuple[str, Sheet]]:
    """Each sheet with its name, as numbered rows of cells. Raises FileRefused."""
    if WORD in content:
        raise FileRefused(_("This is not plain text. Open it, copy the questions, and paste them here."))
    _refuse_what_harms(content)
    try:
        workbook = load_workbook(_as_declared(content), read_only=True, data_only=True)
        if len(workbook.worksheets) > MOST_SHEETS:
            raise too_many_sheets(MOST_SHEETS)
        for sheet in workbook.worksheets:
            if sheet.sheet_state != "visible":
                continue  # what nobody sees was not meant
            sheet.reset_dimensions()  # what the file says of its own size is not to be trusted
            rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            # Read here and not later: whatever is damaged shows itself within this `try`.
            yield sheet.title, iter([(number, list(row)) for number, row in enumerate(rows, start=1)])
    except FileRefused:
        raise
    except Exception:  # openpyxl raises nearly everything for damaged parts
        raise _damaged() from None


def _as_declared(content: bytes) -> BinaryIO:
    """The same parts, none longer than it declares: openpyxl would unpack one that lies without end."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as sent,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as honest,
    ):
        for part in sent.infolist():
            honest.writestr(part.filename, read_as_declared(sent, part))
    return kept


def _refuse_what_harms(content: bytes) -> None:
    if len(content) > LARGEST_WORKBOOK:
        raise FileRefused(_("The file is larger than 10 MB. Bring it in in several parts."))
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        sentence = _("This is no Excel workbook (.xlsx), or it is damaged. Open it and save it as .xlsx once more.")
        raise FileRefused(sentence) from None
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise FileRefused(_("This is no Excel workbook (.xlsx). Save the table as .xlsx, or paste the text."))
    unpacked = sum(part.file_size for part in parts)
    largest = max(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    odd = any(part.flag_bits & 1 or part.compress_type not in PACKED for part in parts)
    if len(parts) > MOST_MEMBERS or len(names) < len(parts) or odd:
        raise FileRefused(_("This workbook is not put together as Excel does it. Copy the table into a new one."))
    if any(map(declares_less_than_it_holds, parts)):
        raise _damaged()
    if unpacked > LARGEST_UNPACKED or largest > LARGEST_PART:
        raise FileRefused(_("This workbook is far too large once unpacked. Copy only the questions into a new one."))


def _damaged() -> FileRefused:
    return FileRefused(_("The workbook is damaged. Open it in Excel or WPS and save it once more."))
