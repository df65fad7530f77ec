"""The page of a quiz where the phone keeps what she does: begun at once, handed in once, told on the spot."""

import pytest
from playwright.sync_api import Locator, expect

from tests.quizzes.screens import SITE, KeptScreen, a_quiz

NO_DATABASE = "Object.defineProperty(window, 'indexedDB', { value: undefined })"
SILENT_DATABASE = "IDBFactory.prototype.open = function () { return {}; }"
BROKEN_MARKING = "() => { window.marking.isRight = function () { throw new Error('broken'); }; }"


def start_link(screen: KeptScreen) -> Locator:
    return screen.phone.get_by_role("link", name="开始小测验")


def result(screen: KeptScreen) -> Locator:
    return screen.phone.locator(".result:visible")


def hand_in_one(context, choice: str) -> KeptScreen:
    screen = KeptScreen(context, a_quiz("single"))
    screen.answer(choice)
    screen.tap("交上去")
    expect(result(screen)).to_be_visible()
    return screen


@pytest.mark.parametrize("broken", [NO_DATABASE, SILENT_DATABASE])
def test_phone_that_can_keep_nothing_has_the_link_to_the_plain_form(context, broken):
    context.add_init_script(broken)
    screen = KeptScreen(context, a_quiz())
    screen.phone.wait_for_timeout(6000)  # a database that never answers is given up after five seconds
    expect(start_link(screen)).to_be_visible()
    expect(screen.phone.locator(".question")).to_have_count(0)


def test_script_that_fails_in_the_middle_brings_the_link_back(context):
    screen = KeptScreen(context, a_quiz())
    screen.tap("晾干再装")
    screen.phone.evaluate(BROKEN_MARKING)
    screen.press_main()
    expect(start_link(screen)).to_be_visible()
    expect(screen.phone.locator(".question")).to_have_count(0)


def test_script_that_does_not_arrive_leaves_the_link(context):
    screen = KeptScreen(context, a_quiz(), without="phone/quiz.js")
    expect(start_link(screen)).to_be_visible()


def test_first_question_is_there_at_once(context):
    screen = KeptScreen(context, a_quiz())
    expect(screen.asked).to_contain_text("早上下雨")
    expect(start_link(screen)).to_have_count(0)
    assert screen.problems == []


def test_all_right_is_passed_and_waits_on_the_phone(context):
    screen = hand_in_one(context, "晾干再装")
    expect(result(screen).get_by_role("heading", name="通过了")).to_be_focused()
    expect(result(screen)).to_contain_text("有信号就送出去")
    expect(result(screen).locator(".judged")).to_have_count(0)
    assert (screen.waiting, screen.sent, screen.problems) == (1, [], [])


def test_wrong_is_said_with_its_reason_and_its_card_and_no_figure_of_points(context):
    screen = hand_in_one(context, "先装箱")
    expect(result(screen).get_by_role("heading", level=2).first).to_have_text("还有1题再看看")
    expect(result(screen).locator(".judged")).to_contain_text("纸箱吸水就软，果还是湿的。")
    expect(result(screen).locator(".hear")).to_have_attribute("href", "/zh-hans/village-shop/packing/#card-dry")
    expect(result(screen)).not_to_contain_text("%")


def test_back_shows_the_verdict_again_and_nothing_is_handed_in_twice(context):
    screen = hand_in_one(context, "先装箱")
    screen.phone.go_back()
    expect(screen.verdict).to_contain_text("再看看")
    for words in ("再选一次", "交上去"):
        expect(screen.on_screen(words)).to_have_count(0)
    screen.tap("做题结果")
    expect(result(screen)).to_be_visible()
    assert screen.waiting == 1


def test_reloaded_result_is_still_there(context):
    screen = hand_in_one(context, "先装箱")
    screen.phone.reload()
    expect(result(screen).locator(".judged")).to_contain_text("先装箱，纸箱会把水吸干")
    assert screen.waiting == 1


def test_opened_anew_it_begins_anew(context):
    screen = hand_in_one(context, "先装箱")
    screen.phone.goto(f"{SITE}/elsewhere/")
    screen.phone.goto(f"{SITE}/quiz/")
    expect(screen.asked).to_contain_text("早上下雨")
    expect(screen.phone.locator("input:checked")).to_have_count(0)


def test_double_tap_on_hand_in_is_one_attempt(context):
    screen = KeptScreen(context, a_quiz("single"))
    screen.answer("晾干再装")
    screen.phone.wait_for_timeout(450)
    screen.phone.evaluate(
        "const send = [...document.querySelectorAll('[data-does=send]')].pop(); send.click(); send.click();"
    )
    expect(result(screen)).to_be_visible()
    assert screen.waiting == 1


def test_try_again_is_another_attempt(context):
    screen = hand_in_one(context, "先装箱")
    screen.tap("再做一次")
    expect(screen.phone.locator("input:checked")).to_have_count(0)
    screen.answer("晾干再装")
    screen.tap("交上去")
    expect(result(screen).get_by_role("heading", name="通过了")).to_be_visible()
    assert screen.waiting == 2


def test_answers_of_somebody_else_are_not_taken_up(context):
    context.add_cookies([{"name": "learner", "value": "yang", "url": SITE}])
    screen = KeptScreen(context, a_quiz("single"))
    screen.tap("先装箱")
    context.add_cookies([{"name": "learner", "value": "wu", "url": SITE}])
    screen.phone.reload()
    expect(screen.asked).to_contain_text("早上下雨")
    expect(screen.phone.locator("input:checked")).to_have_count(0)
