"""The marker of the phone, in a real browser, agrees with the table and with the server's marker on every row."""

from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page

import quizzes
from quizzes.grading import is_partly_right, mark
from tests.quizzes.examples import QUIZZES, ROWS, asked, given, only

STATIC = Path(quizzes.__file__).parent / "static" / "quizzes"
MARK_ALL = "sittings => sittings.map(([canonical, answers]) => window.marking.mark(canonical, answers))"
PARTLY_ALL = (
    "all => all.map(([canonical, question, answer]) => "
    "window.marking.isPartlyRight(canonical, question, answer === null ? undefined : answer))"
)
ASKED = [(row, question) for row in QUIZZES for question in row["canonical"]["questions"]]
READ_ALL = "texts => texts.map(text => text === null ? null : window.readNumber(text))"


@pytest.fixture(scope="module")
def page(browser) -> Page:
    page = browser.new_page()
    for name in ("numbers.js", "marking.js"):
        page.add_script_tag(path=STATIC / name)
    return page


def marked(page: Page, sittings: list[tuple[dict, dict]]) -> list[dict]:
    return page.evaluate(MARK_ALL, [list(sitting) for sitting in sittings])


def test_every_example_is_marked_as_the_table_says(page):
    results = marked(page, [(only(asked(row)), given(row)) for row in ROWS])
    differing = [row["name"] for row, result in zip(ROWS, results, strict=True) if result["right"]["q"] != row["right"]]
    assert differing == []


def test_every_number_is_read_as_the_table_says(page):
    rows = [row for row in ROWS if "number" in row]
    read = page.evaluate(READ_ALL, [row["answer"] for row in rows])
    meant = page.evaluate(READ_ALL, [row["number"] for row in rows])
    assert [row["name"] for row, one, other in zip(rows, read, meant, strict=True) if one != other] == []


def test_both_markers_give_the_same_figures(page):
    sittings = [(row["canonical"], row["answers"]) for row in QUIZZES]
    sittings += [(only(asked(row)), given(row)) for row in ROWS]
    for sitting, result in zip(sittings, marked(page, sittings), strict=True):
        ours = mark(*sitting)
        assert [Decimal(result[name]) for name in ("raw", "max", "scaled")] == [ours.raw, ours.max, ours.scaled]
        assert (result["passed"], result["right"]) == (ours.passed, ours.right)


def test_both_markers_find_the_same_answers_right_in_part(page):
    sittings = [(row["canonical"], question, row["answers"].get(question["id"])) for row, question in ASKED]
    told = page.evaluate(PARTLY_ALL, [list(sitting) for sitting in sittings])
    assert told == [is_partly_right(*sitting) for sitting in sittings]
    assert set(told) == {True, False}


def test_every_quiz_is_marked_as_the_table_says(page):
    results = marked(page, [(row["canonical"], row["answers"]) for row in QUIZZES])
    told = [[row["right"], row["passed"], Decimal(row["scaled"])] for row in QUIZZES]
    assert [[result["right"], result["passed"], Decimal(result["scaled"])] for result in results] == told
