"""One line of a file as a place, or a sentence about what is wrong with it."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import NamedTuple

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from villages.codes import FULL_LENGTH, is_code, parent_code, unpadded
from villages.names import join_aliases

LONGEST_NAME = 100
LONGEST_ALIASES = 300
SCIENTIFIC = re.compile(r"[0-9.]+E\+?[0-9]+", re.IGNORECASE)
# A column that names a place around this one, in the forms that are about: all of them must agree with the code.
PARENT = "parent"
COLUMNS = {
    "code": ("code", "代码", "区划代码", "统计用区划代码", "统计用区划代码(12位)"),
    "name": ("name", "名称", "区划名称"),
    PARENT: (
        *("town_code", "township_code", "county_code", "city_code", "province_code", "parent_code", "parent"),
        *("streetcode", "areacode", "citycode", "provincecode", "上级代码", "上级区划代码"),
    ),
    "aliases": ("aliases", "别名", "曾用名"),
    "valid_from": ("valid_from", "启用日期"),
    "valid_to": ("valid_to", "停用日期"),
    "successor": ("successor", "successor_code", "并入代码"),
}
MEANING = {spelling: meaning for meaning, spellings in COLUMNS.items() for spelling in spellings}


class EntryError(Exception):
    """This line is wrong; the text says how."""


class Entry(NamedTuple):
    """A place as a file gives it. `details`: aliases, valid_from, valid_to, successor, where the line gives them."""

    code: str
    name: str
    file: str
    line: int
    details: dict | None


def read_code(cell: str, around: str = "") -> str:
    """The short form of a code. `around` is the code of the place around it, where the line names one.

    Twelve digits that end in zeros are the padded form of a higher place, unless the line itself says that this is a
    village of the township with those digits. Raises EntryError.
    """
    code = to_halfwidth(cell).strip("='\"\t ")
    if SCIENTIFIC.fullmatch(code) and not code.isdigit():
        raise EntryError(
            _("The spreadsheet has turned the code into “%(code)s”. Make the column text and write all digits.")
            % {"code": cell}
        )
    if len(code) == FULL_LENGTH and around != parent_code(code):
        code = unpadded(code)
    if not is_code(code):
        raise EntryError(
            _("“%(code)s” is not a code. Write 2, 4, 6, 9 or 12 digits, as for 522731102213.") % {"code": cell[:40]}
        )
    return code


def check_around(code: str, cells: list[str]) -> None:
    """The places that the line names around this one must be those that its code names. Raises EntryError."""
    for cell in cells:
        around = unpadded(to_halfwidth(cell))
        if around and not (code.startswith(around) and len(around) < len(code)):
            raise EntryError(
                _("The code %(code)s does not lie in %(around)s, as the line says. Mend one of them.")
                % {"code": code, "around": cell[:40]}
            )


def read_name(cell: str) -> str:
    """Raises EntryError for a name that is missing, too long, or that holds signs nobody can see."""
    if not cell:
        raise EntryError(_("The name is missing."))
    if len(cell) > LONGEST_NAME:
        raise EntryError(_("The name is longer than %(most)s characters.") % {"most": LONGEST_NAME})
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") or sign == "\ufffd" for sign in cell):
        raise EntryError(_("The name holds signs that cannot be shown. Write it again."))
    return cell


def read_details(cells: dict[str, str]) -> dict | None:
    """What the line gives beyond code and name; an empty cell gives nothing. Raises EntryError."""
    details: dict = {}
    for meaning, read in (("aliases", _read_aliases), ("valid_from", _read_day), ("valid_to", _read_day)):
        if cells.get(meaning):
            details[meaning] = read(cells[meaning])
    if cells.get("successor"):
        details["successor"] = read_code(cells["successor"])
        if "valid_to" not in details:
            raise EntryError(_("A place that became part of another needs the day of its end in “valid_to”."))
    if details.get("valid_from") and details.get("valid_to") and details["valid_to"] < details["valid_from"]:
        raise EntryError(_("The place ends before it begins."))
    return details or None


def _read_aliases(cell: str) -> str:
    aliases = join_aliases(cell)
    if len(aliases) > LONGEST_ALIASES:
        raise EntryError(_("The other names are longer than %(most)s characters.") % {"most": LONGEST_ALIASES})
    return aliases


def _read_day(cell: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(to_halfwidth(cell))
    except ValueError:
        raise EntryError(_("“%(day)s” is not a day. Write it as 2024-03-31.") % {"day": cell[:40]}) from None
