"""Workbooks as trainers and attackers make them."""

import io
import zipfile

from openpyxl import Workbook

HEADING = ["题型", "题目", "选项A", "选项B", "选项C", "答案", "解析"]
ORANGES = ["单选题", "橙子装箱前先做什么？", "晾干", "封箱", "喷水", "A", "湿果会发霉。"]


def a_workbook(*rows: list, title: str = "题目") -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def repacked(content: bytes, **changed: bytes | None) -> bytes:
    """The same parts, those named by their last name replaced, or left out where None is given."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            name = part.filename.rsplit("/", 1)[-1].removesuffix(".xml")
            written = changed.get(name, before.read(part))
            if written is not None:
                after.writestr(part.filename, written)
    return packed.getvalue()
