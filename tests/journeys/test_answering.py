"""Back and send again, a double tap, a session that ended in the middle: nothing is lost and nothing counts twice."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import badly, learning
from tests.server import Server


@pytest.fixture(scope="module")
def code(server: Server) -> str:
    return learning.code_of_village(server)


def open_quiz(phone: Page) -> None:
    learning.open_plain_quiz(phone, next(learning.lessons_with_quiz(phone)))


def attempts(server: Server, name: str) -> int:
    return learning.credited(server, name).count("attempt-submitted")


def test_back_changed_and_sent_again_keeps_both_or_the_first(phone_without_javascript: Page, server: Server, code: str):
    phone = phone_without_javascript
    learning.join(phone, code, "杨五", "orange")
    open_quiz(phone)
    learning.answer_plainly(phone, right=False)
    learning.hand_in(phone)
    expect(phone.get_by_role("heading", name=re.compile("再看看")).first).to_be_visible()
    phone.go_back()
    learning.answer_plainly(phone)
    learning.hand_in(phone)
    expect(phone.get_by_text(re.compile("通过了|已经交过了")).first).to_be_visible()
    same_sheet = phone.get_by_text(
        "已经交过了"
    ).is_visible()  # whether Back asked for a new one is the browser's affair
    assert attempts(server, "杨五") == (1 if same_sheet else 2)


def test_double_tap_on_send_counts_once(phone_without_javascript: Page, server: Server, code: str):
    phone = phone_without_javascript
    learning.join(phone, code, "杨六", "fern")
    open_quiz(phone)
    learning.answer_plainly(phone)
    phone.locator(".quiz__send button").dblclick(no_wait_after=True)
    phone.wait_for_url(re.compile(r"/learn/quiz/[^/]+/[^/]+/"))
    expect(phone.get_by_role("heading", name="通过了")).to_be_visible()
    assert attempts(server, "杨六") == 1


@pytest.mark.hard
def test_session_that_ended_in_the_middle_loses_nothing(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨七", "butterfly")
    open_quiz(phone)
    phone.context.clear_cookies(name="sessionid")
    learning.answer_by_taps(phone)
    expect(phone.locator(".result [role=status]")).to_contain_text("有信号就送出去")
    assert attempts(server, "杨七") == 0
    learning.come_back(phone, "butterfly")
    badly.until(phone, lambda: attempts(server, "杨七") == 1)


def test_all_cookies_lost_in_the_middle_asks_to_press_once_more(phone_without_javascript: Page, server: Server):
    phone = phone_without_javascript
    open_quiz(phone)
    learning.answer_plainly(phone)
    phone.context.clear_cookies()
    phone.locator(".quiz__send button").click()
    expect(phone.get_by_role("alert")).to_contain_text("请再按一次")
    learning.hand_in(phone)
    expect(phone.get_by_role("heading", name="通过了")).to_be_visible()


def test_shared_phone_credits_one_of_two_people(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨八", "drum")
    learning.sign_out(phone)
    learning.join(phone, code, "吴九", "fish")
    learning.sign_out(phone)
    open_quiz(phone)
    learning.answer_by_taps(phone)
    learning.come_back(phone, "drum")
    phone.get_by_role("button", name="不是我").click()
    learning.sign_out(phone)
    learning.come_back(phone, "fish")
    phone.get_by_role("button", name="是我做的").click()
    expect(phone.get_by_text("已经记到您的课里了。")).to_be_visible()
    assert (attempts(server, "杨八"), attempts(server, "吴九")) == (0, 1)
    learning.sign_out(phone)
    learning.come_back(phone, "drum")
    expect(phone.get_by_role("heading", name="我的课")).to_be_visible()


def test_double_tap_on_next_leaves_out_no_question(phone: Page, server: Server, code: str):
    learning.open_quiz(phone, next(learning.lessons_with_quiz(phone)))
    first, second = learning.key_of(phone)["questions"][:2]
    learning.TAPS[first["kind"]](phone.locator(f'[id="q-{first["id"]}"]'), first)
    learning.press(phone, "check")
    phone.wait_for_timeout(learning.HASTY)
    phone.locator('.question--now [data-does="next"]:visible').dblclick()
    phone.wait_for_timeout(learning.HASTY)
    expect(phone.locator(".question--now")).to_have_id(f"q-{second['id']}")
