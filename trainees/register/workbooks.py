"""The first sheet of an Excel workbook that somebody sent: what could harm is refused before openpyxl sees it."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from foundation.sheets import Row, SheetError
from foundation.zip_parts import PACKED, declares_less_than_it_holds

MOST_PARTS = 500
LARGEST_SHEET = 250 * 1024 * 1024  # read as it streams by
LARGEST_PART = 40 * 1024 * 1024  # every other part is held in memory
MOST_COLUMNS = 80
MOST_ROWS = 120_000
PIECE = 1 << 20
EXACT_UP_TO = 10**15  # Excel keeps fifteen digits


def workbook_rows(path: Path) -> Iterator[Row]:
    """The lines that hold something, cells as people see them. A formula is never worked out: it comes as `=`."""
    _refuse_what_harms(path)
    try:
        with path.open("rb") as file:  # openpyxl looks at a path's ending, and ours has none
            yield from _rows(file)
    except Exception as error:
        if isinstance(error, SheetError):
            raise
        raise _damaged() from None  # openpyxl raises nearly everything for damaged parts


def _rows(file: BinaryIO) -> Iterator[Row]:
    sheet = load_workbook(file, read_only=True, data_only=False).worksheets[0]
    sheet.reset_dimensions()  # what the file says of its own size is not to be trusted
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True), 1):
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield Row(number, texts)


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
    sheets = sum(part.file_size for part in parts if _is_sheet(part))
    if sheets > LARGEST_SHEET or any(part.file_size > LARGEST_PART for part in parts if not _is_sheet(part)):
        raise SheetError(_("This workbook is far too large once unpacked. Bring the roster in in several parts."))


def _read_through(opened: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpacked once and thrown away: a part that holds more than it declares would be unpacked without end."""
    left = part.file_size + 1
    with opened.open(part) as member:
        while left > 0 and (piece := member.read(min(PIECE, left))):
            left -= len(piece)
    if left <= 0:
        raise _damaged()


def _is_sheet(part: zipfile.ZipInfo) -> bool:
    return part.filename.startswith("xl/worksheets/")


def _damaged() -> SheetError:
    return SheetError(_("The workbook is damaged. Open it in Excel or WPS and save it once more."))
