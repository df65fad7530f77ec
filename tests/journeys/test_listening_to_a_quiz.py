"""She hears the questions, the answers and the reasons of a quiz, and a soft sound for right and wrong."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import learning
from tests.journeys.hearing import LESSON, SPEAKING

COUNT_TONES = """
window.tones = [];
(function (start) {
  OscillatorNode.prototype.start = function () {
    tones.push(this.frequency.value);
    return start.apply(this, arguments);
  };
})(OscillatorNode.prototype.start);
"""


@pytest.fixture
def phone(phone_without_worker: Page) -> Page:
    return phone_without_worker


@pytest.mark.hard
@pytest.mark.parametrize(("chosen", "tones"), [("", 2), ("sounds-off", 0)])
def test_soft_sound_is_heard_after_an_answer_and_never_in_class(phone, server, chosen, tones):
    if chosen:
        phone.context.add_cookies([{"name": "display", "value": chosen, "url": server.url}])
    phone.add_init_script(COUNT_TONES)
    phone.goto(f"{LESSON}quiz/")
    tiles = phone.locator(".question--now .tiles .choice")
    expect(tiles.first).to_be_visible()
    assert phone.evaluate("tones") == []
    for number in range(tiles.count()):
        tiles.nth(number).tap()
    phone.wait_for_timeout(500)
    phone.locator("[data-does=check]").tap()
    expect(phone.locator(".verdict__reason")).to_be_visible()
    assert len(phone.evaluate("tones")) == tones


def test_reason_and_answers_can_be_heard_in_a_quiz(phone, choose):
    choose("low")
    phone.add_init_script(SPEAKING)
    phone.goto(f"{LESSON}quiz/")
    question = phone.locator(".question--now")
    tiles = question.locator(".tiles .choice")
    expect(question.locator(".tiles .say")).to_have_count(tiles.count())
    question.locator(".tiles .say").first.tap()
    assert phone.evaluate("said").pop().startswith("zh-CN ")
    expect(question.locator(".choice--chosen")).to_have_count(0)
    for number in range(tiles.count()):
        tiles.nth(number).tap()
    phone.wait_for_timeout(500)
    phone.locator("[data-does=check]").tap()
    question.locator(".foot__listen").tap()
    reason = question.locator(".verdict__reason").inner_text().replace("\n", "")
    assert phone.evaluate("said").pop().removeprefix("zh-CN ") in reason


@pytest.mark.hard
def test_each_question_of_a_result_is_heard_beside_it(phone):
    phone.add_init_script(SPEAKING)
    phone.goto(f"{LESSON}quiz/")
    phone.locator(".question--now").wait_for()
    questions = learning.key_of(phone)["questions"]
    for question in questions:
        learning.WRONG_TAPS[question["kind"]](phone.locator(f'[id="q-{question["id"]}"]'), question)
        learning.press(phone, "check")
        phone.locator(".question--now .verdict--wrong").wait_for()
        learning.press(phone, "send" if question is questions[-1] else "next")
    expect(phone.locator(".judged .verdict__reason + .say")).to_have_count(len(questions))
    expect(phone.locator(".result .foot__listen")).to_have_count(0)
