"""Questions in an Excel workbook: a heading in Chinese or English, in any order, and a row for each question."""

import datetime
import io
import re
from collections.abc import Iterable
from decimal import Decimal

import xlsxwriter
from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.choices import choices_in
from quizzes.exchange.chinese_text.judging import draft_of
from quizzes.exchange.chinese_text.marks import kind_in
from quizzes.exchange.chinese_text.sheet import Choice, Question
from quizzes.exchange.chinese_text.writing import LETTERS, TAGS, answer_of
from quizzes.exchange.columns import KINDS, column_of
from quizzes.exchange.drafts import MOST_QUESTIONS, Draft, FileRefused, Refused
from quizzes.exchange.sizes import too_many
from quizzes.exchange.workbooks import Sheet, sheets_of

ROWS_BEFORE_HEADING = 15
FEW_CHOICES = 6
BETWEEN_CHOICES = re.compile(r"[|｜;；\n]|\$;\$")
CHOOSING = ("single", "multiple", "choice", "ordering")
LETTERED = re.compile(r"([A-JＡ-Ｊa-j]) ?[.．、:：)）] ?(\S.*)")
PLACES = re.compile("[1-9](?:[ ,，、;；]*[1-9]){0,9}")
ONLY_SHOWN = ("示例", "例子", "Examples")
"""Beginnings of the names of sheets that only show how it is done."""


def read(content: bytes) -> list[Draft | Refused]:
    """Raises FileRefused where no sheet has a column for what is asked."""
    found: list[Draft | Refused] = []
    headed = False
    for name, sheet in sheets_of(content):
        if name.startswith(ONLY_SHOWN):
            continue
        columns = heading_of(sheet)
        headed = headed or bool(columns)
        if columns:
            _add(found, columns, sheet)
    if not headed:
        raise FileRefused(
            _("No column is called “题目” (question). Take the template and copy your questions into it.")
        )
    return found


def read_rows(rows: Sheet) -> list[Draft | Refused]:
    """Of a table whose heading `heading_of` found."""
    found: list[Draft | Refused] = []
    _add(found, heading_of(rows), rows)
    return found


def _add(found: list[Draft | Refused], columns: list[str], sheet: Sheet) -> None:
    for number, cells in sheet:
        if each := _question(number, _named(columns, cells)):
            found.append(each)
        if len(found) > MOST_QUESTIONS:
            raise too_many()


def heading_of(sheet: Sheet) -> list[str]:
    """The columns, read to the row that names them; titles may stand above it."""
    for number, cells in sheet:
        columns = [column_of(cell) for cell in cells]
        if "prompt" in columns and len(set(columns) - {""}) > 1:
            return columns
        if number >= ROWS_BEFORE_HEADING:
            break
    return []


def _named(columns: list[str], cells: list[object]) -> dict[str, object]:
    named: dict[str, object] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and cell is not None and not (isinstance(cell, str) and not cell.strip()):
            named.setdefault(column, cell)
    return named


def _question(number: int, cells: dict[str, object]) -> Draft | Refused | None:
    if not cells.keys() - {"kind", "name", "category"}:
        return None
    odd = next((sentence for cell in cells.values() if (sentence := _oddity(cell))), "")
    said = {column: _text(cell) for column, cell in cells.items()}
    if "choices" in cells:
        said["choices"] = str(cells["choices"])  # with its line ends
    kind = _kind(said.get("kind", ""))
    if odd or kind is None:
        unknown = _("“%(kind)s” is no kind of question that is known here. Take one of the template’s.")
        return Refused(number, odd or unknown % {"kind": said["kind"][:40]}, prompt=said.get("prompt", ""))
    found = draft_of(_taken_apart(number, said, kind), kind)
    found.name = said.get("name", "")
    if isinstance(found, Draft):
        found.category, found.unit = said.get("category", ""), said.get("unit", found.unit)
    return found


def _taken_apart(number: int, said: dict[str, str], kind: str) -> Question:
    choices = {column[-1]: text for column, text in sorted(said.items()) if column.startswith("choice ")}
    prompt = said.get("prompt", "")
    if not choices and (said.get("choices") or kind in CHOOSING):
        prompt, choices = _choices_in_one_cell(prompt, said.get("choices", ""))
    choices = _without_their_letters(choices)
    question = Question(number, 0, prompt=[prompt])
    if kind == "matching":
        question.prompt += choices.values()
    else:
        question.choices = [Choice(letter, number, [text]) for letter, text in choices.items()]
    question.answers = [[_places_as_letters(said["answer"], choices)]] if "answer" in said else []
    question.explanation = [said["explanation"]] if "explanation" in said else []
    question.feedback = {column[-1]: [text] for column, text in said.items() if column.startswith("feedback ")}
    return question


def _choices_in_one_cell(prompt: str, said: str) -> tuple[str, dict[str, str]]:
    """What is asked, and `A.晾干 B.喷水` or `晾干|喷水` out of a cell of their own, or out of that of what is asked."""
    found = choices_in(" ".join((said or prompt).split()), "A", asked=bool(said))
    if found and (not said or not found[0]):
        return (prompt if said else found[0]), {choice.letter: choice.text for choice in found[1]}
    apart = [each.strip() for each in BETWEEN_CHOICES.split(said) if each.strip()]
    return prompt, dict(zip(LETTERS, apart, strict=False)) if len(apart) > 1 else {}


def _without_their_letters(choices: dict[str, str]) -> dict[str, str]:
    """`A.晾干` in the column of A, if each says its letter once more."""
    found = {letter: LETTERED.fullmatch(text) for letter, text in choices.items()}
    again = all(each and to_halfwidth(each[1]).upper() == letter for letter, each in found.items())
    return {letter: each[2] for letter, each in found.items() if each} if again else choices


def _places_as_letters(answer: str, choices: dict[str, str]) -> str:
    """`2` and `1,3` as B and AC, unless a choice says just that."""
    places = re.findall("[0-9]", answer)
    if not choices or answer in choices.values() or not PLACES.fullmatch(answer):
        return answer
    letters = [LETTERS[int(place) - 1] for place in places]
    return "".join(letters) if set(letters) <= choices.keys() and len(set(letters)) == len(letters) else answer


def _kind(said: str) -> str | None:
    """Empty where nothing is said, None for what is not known."""
    if not said:
        return ""
    return kind_in(said) or KINDS.get(said.lower())


def _oddity(cell: object) -> str:
    """What Excel makes of a cell without being asked."""
    if isinstance(cell, datetime.date | datetime.time | datetime.timedelta):
        return _("Excel made a date of a cell in this row. Set the column to “text” and type it again.")
    if isinstance(cell, str) and cell.startswith("#") and cell.rstrip("!?").isupper() and " " not in cell:
        return _("A formula in this row gives “%(cell)s”. Type the words instead.") % {"cell": cell[:12]}
    return ""


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "√" if cell else "×"
    if isinstance(cell, float):
        return f"{Decimal(repr(round(cell, 6))).normalize():f}"
    return " ".join(str(cell).split())


def write(drafts: Iterable[Draft]) -> bytes:
    """A workbook that `read` reads back without a change."""
    drafts = list(drafts)
    most = max([FEW_CHOICES, *(len(draft.options) for draft in drafts), *(len(draft.pairs) for draft in drafts)])
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    fill(workbook, _("Questions"), drafts, LETTERS[:most])
    workbook.close()
    return content.getvalue()


def fill(workbook: xlsxwriter.Workbook, name: str, drafts: Iterable[Draft], letters: str) -> None:
    """A sheet of that name: the heading, and a row for each question. Everything is written as text."""
    sheet = workbook.add_worksheet(name)
    wraps = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    bold = workbook.add_format({"bold": True, "bg_color": "#e8edf5", "valign": "top", "text_wrap": True})
    for place, (heading, width) in enumerate(_headings(letters)):
        sheet.set_column(place, place, width, wraps)
        sheet.write_string(0, place, heading, bold)
    sheet.freeze_panes(1, 0)
    for row, draft in enumerate(drafts, start=1):
        for place, text in enumerate(_row(draft, letters)):
            if text:
                sheet.write_string(row, place, text, wraps)
    sheet.data_validation(1, 0, 1000, 0, {"validate": "list", "source": list(TAGS.values()), "ignore_blank": True})


def _headings(letters: str) -> list[tuple[str, int]]:
    return [
        *(("题型", 10), ("题目", 40)),
        *((f"选项{letter}", 20) for letter in letters),
        *(("答案", 14), ("单位", 8), ("解析", 40)),
        *((f"反馈{letter}", 24) for letter in letters),
        *(("名称", 14), ("分类", 14)),
    ]


def _told_from_letters(draft: Draft) -> list[str]:
    """Where each choice begins with its own letter, that is written twice: `read` leaves out the first."""
    choices = {letter: option.text for letter, option in zip(LETTERS, draft.options, strict=False)}
    again = _without_their_letters(choices) != choices
    return [f"{letter}．{text}" if again else text for letter, text in choices.items()]


def _row(draft: Draft, letters: str) -> list[str]:
    choices = _told_from_letters(draft) or [f"{pair.left}——{pair.right}" for pair in draft.pairs]
    feedback = [option.feedback for option in draft.options]
    answer = answer_of(draft).removesuffix(draft.unit) if draft.unit else answer_of(draft)
    blanks = [""] * len(letters)
    return [
        *(TAGS[draft.kind], draft.prompt),
        *(choices + blanks)[: len(letters)],
        *(answer, draft.unit, draft.explanation),
        *(feedback + blanks)[: len(letters)],
        *(draft.name, draft.category),
    ]
