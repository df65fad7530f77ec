"""The sheets of an Excel workbook that somebody sent: what could harm is refused before openpyxl sees it."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from foundation.sheets import Row, SheetError
from foundation.zip_parts import PACKED, declares_less_than_it_holds
from trainees.register.merged_cells import Spans, spans_in

MOST_PARTS = 500
LARGEST_SHEET = 250 * 1024 * 1024  # read as it streams by
LARGEST_PART = 40 * 1024 * 1024  # every other part is held in memory
LARGEST_STYLES = 2 * 1024 * 1024  # each style becomes an object; no roster needs so many
MOST_SIGNS = 15_000_000  # of `<`: what a cell costs does not depend on how well it was packed
MOST_SIGNS_A_ROW = 200_000  # a row is in memory whole before anybody can look at it
MOST_CELLS = 5_000_000
EMPTY_ROWS = 2000  # after so many nothing is looked for any more
MOST_COLUMNS = 80
MOST_ROWS = 120_000
UNMEASURED = 5 * 1024 * 1024
DIMENSION = re.compile(rb"<(?:\w+:)?dimension\s")
PIECE = 1 << 20
SAMPLE = 512
WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|meta|table|\?xml)", re.I)
EXACT_UP_TO = 10**15  # Excel keeps fifteen digits


@dataclass
class Sheet:
    """`rows` is read once; `notes` may grow while it is."""

    name: str
    rows: Iterator[Row]
    spans: Spans = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def workbook_sheets(path: Path) -> list[Sheet]:
    """Their lines that hold something, cells as people see them. A formula is never worked out: it comes as `=`."""
    _refuse_what_harms(path)
    try:
        with zipfile.ZipFile(path) as opened:
            # Held in memory, packed: openpyxl looks at a path's ending, and ours has none.
            book = load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=False)
            return [_sheet(opened, sheet) for sheet in book.worksheets]
    except Exception:
        raise _damaged() from None  # openpyxl raises nearly everything for damaged parts


def unpacked_size(path: Path) -> int:
    """What a workbook holds once it is unpacked, as it says itself; the size of any other file."""
    try:
        with zipfile.ZipFile(path) as opened:
            return sum(part.file_size for part in opened.infolist())
    except (zipfile.BadZipFile, ValueError):
        return path.stat().st_size


def _sheet(opened: zipfile.ZipFile, sheet: Any) -> Sheet:
    with opened.open(sheet._worksheet_path) as part:
        found = Sheet(sheet.title, iter(()), spans_in(part))
    found.rows = _rows(sheet, found.notes)
    return found


def _rows(sheet: Any, notes: list[str]) -> Iterator[Row]:
    try:
        yield from _filled(sheet, notes)
    except SheetError:
        raise
    except Exception:
        raise _damaged() from None


def _filled(sheet: Any, notes: list[str]) -> Iterator[Row]:
    sheet.reset_dimensions()  # what the file says of its own size is not to be trusted
    seen = last = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        seen += len(cells)
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            last = number
            _refuse_too_many(number, len(texts))
            yield Row(number, texts)
        elif number - last >= EMPTY_ROWS:
            notes.append(_("Read up to line %(line)s: only empty lines follow it for long.") % {"line": last})
            return
        if seen > MOST_CELLS:
            raise SheetError(_("This sheet has far too many cells. Copy the table alone into a new workbook."))


def _refuse_too_many(row: int, columns: int) -> None:
    if row > MOST_ROWS:
        raise SheetError(_("The roster has more than 100,000 lines. Bring it in in several parts."), row)
    if columns > MOST_COLUMNS:
        sentence = _("This line has more than %(many)s columns. Delete those that are not needed.")
        raise SheetError(sentence % {"many": MOST_COLUMNS}, row)


def refuse_other_kinds(path: Path) -> None:
    """By how the file begins, whatever its name ends with. Raises SheetError."""
    with path.open("rb") as file:
        begins = file.read(SAMPLE)
    if begins.startswith(b"\xd0\xcf\x11\xe0"):
        sentence = _("This is an old Excel file (.xls), or one with a password. Take the password off, save as .xlsx.")
        raise SheetError(sentence)
    if begins.startswith(b"%PDF"):
        raise SheetError(_("This is a PDF. Bring in the table that it was made from, as .xlsx."))
    if WEB_PAGE.match(begins):
        raise SheetError(
            _("This is a web page, though it is called a table. Open it in Excel or WPS, save it as .xlsx.")
        )


def is_workbook(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, (int, float)):
        return _digits(cell)
    if isinstance(cell, (datetime.datetime, datetime.date)):
        return cell.strftime("%Y-%m-%d")
    return "="


def _digits(number: float) -> str:
    """`13700000001`, also where Excel thinks of it as 13700000001.0; `5.2E+17` where digits are lost already."""
    if number != number or abs(number) >= EXACT_UP_TO:
        return f"{number:.5E}"
    return str(int(number)) if number == int(number) else repr(number)


def _refuse_what_harms(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as opened:
            parts = opened.infolist()
            _refuse_odd(parts)
            for part in parts:
                if _is_sheet(part):
                    _refuse_unmeasured(opened, part)
                _read_through(opened, part)
    except SheetError:
        raise
    except Exception:  # a part may be packed in a way, or be so damaged, that zipfile raises nearly everything
        raise _damaged() from None


def _refuse_odd(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename for part in parts}
    odd = any(part.flag_bits & 1 or part.compress_type not in PACKED for part in parts)
    if "xl/workbook.xml" not in names:
        raise SheetError(_("This is no Excel workbook (.xlsx). Save the table as .xlsx or as “CSV UTF-8”."))
    if len(parts) > MOST_PARTS or len(names) < len(parts) or odd:
        raise SheetError(_("This workbook is not put together as Excel does it. Copy the table into a new one."))
    if any(map(declares_less_than_it_holds, parts)):
        raise _damaged()
    if any(part.file_size > LARGEST_STYLES for part in parts if _is_style(part)):
        raise SheetError(_("This workbook has far too many formats. Copy the table into a new one, as values."))
    sheets = sum(part.file_size for part in parts if _is_sheet(part))
    if sheets > LARGEST_SHEET or any(part.file_size > LARGEST_PART for part in parts if not _is_sheet(part)):
        raise SheetError(_("This workbook is far too large once unpacked. Bring the roster in in several parts."))


def _refuse_unmeasured(opened: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """openpyxl reads a sheet that does not say how large it is to its end before it gives its first line."""
    if part.file_size > UNMEASURED:
        with opened.open(part) as member:
            begins = member.read(PIECE).partition(b"sheetData")[0]
        if not DIMENSION.search(begins):
            raise _damaged()


def _read_through(opened: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpacked once and thrown away: a part that holds more than it declares would be unpacked without end."""
    left, signs, row = part.file_size + 1, 0, 0
    with opened.open(part) as member:
        while left > 0 and (piece := member.read(min(PIECE, left))):
            left -= len(piece)
            counted = [begun.count(b"<") for begun in piece.split(b"row")] if _is_sheet(part) else [0]
            signs, longest = signs + sum(counted), max(row + counted[0], *counted)
            row = counted[-1] + (row if len(counted) == 1 else 0)
            if signs > MOST_SIGNS or longest > MOST_SIGNS_A_ROW:
                raise SheetError(_("This sheet has far too many cells. Copy the table alone into a new workbook."))
    if left <= 0:
        raise _damaged()


def _is_sheet(part: zipfile.ZipInfo) -> bool:
    return part.filename.startswith("xl/worksheets/")


def _is_style(part: zipfile.ZipInfo) -> bool:
    return part.filename == "xl/styles.xml" or part.filename.startswith("xl/theme/")


def _damaged() -> SheetError:
    return SheetError(_("The workbook is damaged. Open it in Excel or WPS and save it once more."))
