"""A workbook with far too much in it is refused as soon as that is seen."""

import pytest
from django.utils.translation import override
from openpyxl import Workbook

from quizzes.exchange import xlsx
from quizzes.exchange.drafts import MOST_QUESTIONS, FileRefused
from quizzes.exchange.workbooks import MOST_SHEETS
from tests.quizzes.exchange.workbooks import HEADING, ORANGES, a_workbook, saved


def refusal(content: bytes) -> str:
    with override("en"), pytest.raises(FileRefused) as refused:
        xlsx.read(content)
    return refused.value.sentence


def test_more_questions_than_may_be_are_refused_and_as_many_as_may_be_are_taken():
    assert len(xlsx.read(a_workbook(HEADING, *[ORANGES] * MOST_QUESTIONS))) == MOST_QUESTIONS
    assert str(MOST_QUESTIONS) in refusal(a_workbook(HEADING, *[ORANGES] * (MOST_QUESTIONS + 1)))


@pytest.mark.parametrize(("sheets", "is_refused"), [(MOST_SHEETS, False), (MOST_SHEETS + 1, True)])
def test_workbook_of_many_sheets_is_refused(sheets, is_refused):
    workbook = Workbook()
    for row in (HEADING, ORANGES):
        workbook.active.append(row)
    for number in range(1, sheets):
        workbook.create_sheet(f"表{number}")
    if is_refused:
        assert str(MOST_SHEETS) in refusal(saved(workbook))
    else:
        assert len(xlsx.read(saved(workbook))) == 1
