"""Rosters as officials send them: files of every kind, from a few lines of text."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from trainees.models import Person
from trainees.register.examining import Examined, examine
from trainees.services.rosters import bring_in_without_asking

HEADER = ["姓名", "手机号", "乡镇", "村"]
YANG = ["杨小花", "13700000001", "好花红镇", "好花红村"]
WU = ["吴阿妹", "", "好花红镇", "好花红村"]


def written(folder: Path, *lines: Sequence[Any], header: Sequence[str] = HEADER, name: str = "roster.csv") -> Path:
    """A CSV of these lines under a header."""
    path = folder / name
    path.write_text("\n".join(",".join(map(str, line)) for line in (header, *lines)) + "\n", encoding="utf-8")
    return path


def workbook(folder: Path, *lines: Sequence[Any], name: str = "roster.xlsx") -> Path:
    """An Excel file of these lines, whatever they hold; formulas as Excel keeps them."""
    book = Workbook()
    for line in lines:
        book.active.append(list(line))
    file = io.BytesIO()
    book.save(file)
    path = folder / name
    path.write_bytes(file.getvalue())
    return path


def examined(path: Path, area: str = "522731", **how: Any) -> Examined:
    return examine(path, area=area, **how)


def saved(path: Path, area: str = "522731", *, with_ids: bool = False) -> Examined:
    return bring_in_without_asking(path, area=area, with_ids=with_ids)


def statuses(found: Examined) -> list[str]:
    return [one.status for one in found.verdicts]


def reason(found: Examined, at: int = 0) -> str:
    return " ".join(found.verdicts[at].reasons)


def names() -> list[str]:
    return sorted(Person.objects.values_list("name", flat=True))
