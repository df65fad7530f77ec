"""A knowledge check in a real browser: what it says on the spot, and what it leaves in the outbox."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, expect

from courses.blocks import CHECKS
from tests import builders

BLOCKS = dict(CHECKS)
LESSON = "33333333-3333-4333-8333-333333333333"
OUTBOX = """window.kept = []; window.outbox = { add: function () {
  kept.push([].slice.call(arguments)); return Promise.%s; } };"""

# A listen button beside the first answer stands before the one that answers.
HEARD_FIRST = """document.querySelector(".choice")
  .insertAdjacentHTML("beforebegin", '<button class="say">听</button>');"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    yield page
    page.close()


def show(phone: Page, check: dict, outbox: str = OUTBOX % "resolve()") -> None:
    """The card, and nothing else of a page, with its script."""
    value = BLOCKS[check["type"]].to_python(check["value"])
    context = {"value": value, "card_id": check["id"], "total": 1, "position": 1}
    card = render_to_string("courses/blocks/check.html", context)
    phone.set_content(f'<html lang="zh-Hans"><main data-lesson="{LESSON}">{card}</main></html>')
    phone.evaluate(outbox)
    phone.evaluate(Path(finders.find("courses/check.js")).read_text())


def choose(phone: Page, *words: str) -> None:
    for text in words:
        phone.get_by_text(text, exact=True).click()
    phone.get_by_role("button").click()


def verdict(phone: Page) -> str:
    return phone.locator("section.verdict:not([hidden])").inner_text().strip()


def test_right_answer_is_told_with_its_reason_and_kept_once(phone):
    check = builders.a_check()
    show(phone, check)
    choose(phone, "晾干再装")
    assert verdict(phone).split() == ["答对了", "湿橙子装箱，容易发霉。"]
    expect(phone.get_by_role("button")).to_be_hidden()
    right = check["value"]["options"][0]["id"]
    assert phone.evaluate("kept") == [["check-answered", LESSON, {"card": check["id"], "answer": [right]}]]


def test_wrong_answer_is_told_why_that_one_and_may_be_mended(phone):
    show(phone, builders.a_check())
    choose(phone, "马上装")
    assert verdict(phone).split() == ["再看看", "这样会坏。"]
    phone.get_by_text("晾干再装", exact=True).click()
    expect(phone.locator("section.verdict:not([hidden])")).to_have_count(0)
    phone.get_by_role("button").click()
    assert verdict(phone).split() == ["答对了", "湿橙子装箱，容易发霉。"]
    assert len(phone.evaluate("kept")) == 1


def test_half_of_what_fits_is_looked_at_again(phone):
    show(phone, builders.a_check("multiple"))
    choose(phone, "晾干")
    assert verdict(phone).startswith("再看看")
    choose(phone, "套网")
    assert verdict(phone).startswith("答对了")


def test_tap_before_any_answer_says_what_to_do_and_keeps_nothing(phone):
    show(phone, builders.a_check("truefalse"))
    phone.get_by_role("button").click()
    expect(phone.get_by_text("先点一个答案")).to_be_visible()
    assert phone.evaluate("kept") == []


@pytest.mark.parametrize("outbox", [OUTBOX % "reject(new Error('full'))", "window.outbox = undefined"])
def test_phone_that_keeps_nothing_teaches_all_the_same(phone, outbox):
    problems: list = []
    phone.on("pageerror", lambda problem: problems.append(problem))
    show(phone, builders.a_check(), outbox)
    choose(phone, "晾干再装")
    assert verdict(phone).startswith("答对了")
    assert problems == []


def test_answers_that_can_be_heard_are_answered_all_the_same(phone):
    show(phone, builders.a_check(), HEARD_FIRST + OUTBOX % "resolve()")
    phone.get_by_text("晾干再装", exact=True).click()
    phone.locator("[data-check] > .button").click()
    assert verdict(phone).startswith("答对了")


def test_answer_is_not_beside_the_question_where_a_script_tells_it(phone):
    show(phone, builders.a_check())
    expect(phone.locator("details")).to_have_count(0)
