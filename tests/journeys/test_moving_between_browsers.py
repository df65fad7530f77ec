"""From WeChat to the phone's browser, and what the phone says of itself."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import MILLISECONDS, PHONE
from tests.journeys.learning import PIN, code_of_village, join
from tests.server import Server

pytestmark = pytest.mark.hard

WECHAT = (
    "Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 "
    "Mobile Safari/537.36 MicroMessenger/8.0.30.2244 NetType/3gnet Language/zh_CN"
)
LINE = ".wechat"


@pytest.fixture
def wechat(browser: Browser, server: Server) -> Iterator[Page]:
    context = browser.new_context(base_url=server.url, user_agent=WECHAT, **PHONE)
    context.set_default_timeout(MILLISECONDS)
    yield context.new_page()
    context.close()


def test_only_wechat_is_offered_the_way_out_and_no_lesson_is_disturbed(wechat: Page, phone: Page):
    phone.goto("/zh-hans/")
    expect(phone.locator(LINE)).to_be_hidden()
    wechat.goto("/zh-hans/")
    expect(wechat.locator(LINE)).to_be_visible()
    wechat.locator("a.row").first.click()
    expect(wechat.locator(".step--now")).to_be_visible()
    expect(wechat.locator(LINE)).to_have_count(0)


def test_address_to_copy_is_the_page_where_she_was(wechat: Page, server: Server):
    wechat.goto("/zh-hans/search/")
    wechat.locator(LINE).click()
    expect(wechat.locator("#address")).to_have_value(f"{server.url}/zh-hans/search/")
    wechat.locator("[data-copies]").click()
    expect(wechat.locator("[data-copies]")).to_have_text("复制好了")
    expect(wechat.locator("#signed-in")).to_be_hidden()


def test_eight_digits_take_her_sign_in_from_wechat_to_the_browser(wechat: Page, phone: Page, server: Server):
    join(wechat, code_of_village(server), "过桥", "fern")
    wechat.locator(LINE).click()
    wechat.get_by_role("link", name="把我带过去").click()
    wechat.locator(".foot__main").click()
    digits = wechat.locator(".chosen__digits").inner_text()
    phone.goto(wechat.locator("#address").input_value())
    phone.locator("#code").fill(digits)
    phone.locator(".foot__main").click()
    for digit in PIN:
        phone.locator(".pad__key", has_text=digit).click()
    phone.locator(".foot__main").click()
    phone.wait_for_url(re.compile("/learn/$"))
    expect(phone.get_by_role("button", name=re.compile("蕨"))).to_be_visible()


def test_taking_along_works_without_scripts(phone_without_javascript: Page, server: Server):
    phone = phone_without_javascript
    join(phone, code_of_village(server), "无脚本", "drum")
    phone.get_by_role("link", name="把我带过去").click()
    phone.locator(".foot__main").click()
    expect(phone.locator(".chosen__digits")).to_have_text(re.compile(r"\d{4} \d{4}"))
    expect(phone.locator("[data-copies]")).to_be_hidden()


def test_phone_tells_what_it_can_do_and_sends_nothing(phone: Page):
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    phone.goto("/zh-hans/device-check/")
    expect(phone.locator('[data-mark=""]')).to_have_count(0)
    for check in ("scripts", "lessons", "answers", "recordings", "clock"):
        assert phone.locator(f'[data-check="{check}"]').get_attribute("data-mark") == "yes", check
    assert "{n}" not in phone.locator(".checks").inner_text()
    assert {line.split()[0] for line in asked} <= {"GET", "HEAD"}
    assert phone.evaluate("indexedDB.databases()") == [] or "device-check" not in str(
        phone.evaluate("indexedDB.databases()")
    )


def test_clock_ten_years_off_is_told_kindly(phone: Page):
    phone.add_init_script("(function () { var now = Date.now; Date.now = function () { return now() + 3155e8; }; })()")
    phone.goto("/en/device-check/")
    expect(phone.locator('[data-check="clock"]')).to_contain_text(
        re.compile(r"\d{4} days ahead. Your answers are safe")
    )


def test_browser_without_a_database_says_what_that_means(phone: Page):
    phone.add_init_script("IDBFactory.prototype.open = function () { throw new DOMException('no', 'SecurityError'); }")
    phone.goto("/en/device-check/")
    expect(phone.locator('[data-check="answers"][data-mark="no"]')).to_contain_text("wait before you hand in")


def test_without_scripts_the_phone_says_so(phone_without_javascript: Page):
    phone_without_javascript.goto("/zh-hans/device-check/")
    expect(phone_without_javascript.locator(".checks")).to_be_hidden()
    expect(phone_without_javascript.locator(".notice")).to_contain_text("这个浏览器关了脚本")


def test_help_shows_first_what_helps_here_and_leads_back_to_the_card(phone: Page):
    phone.goto("/zh-hans/")
    phone.locator("a.row").nth(1).click()
    phone.locator(".step--now .foot__main").click()
    card = phone.url
    phone.locator(".bar__help").click()
    boxes = {key: phone.locator(f"#{key}").bounding_box() for key in ("list", "lesson")}
    assert boxes["lesson"]["y"] < boxes["list"]["y"]
    phone.locator(".foot__main:visible").click()
    phone.wait_for_url(card)


def test_known_language_goes_straight_on_and_another_one_is_a_tap_away(phone: Page):
    phone.goto("/")
    phone.wait_for_url("**/zh-hans/")
    phone.locator(".links a[href='/#languages']").click()
    phone.locator('[data-language="en"]').click()
    phone.wait_for_url("**/en/")
    phone.goto("/")
    phone.wait_for_url("**/en/")


def test_unknown_language_chooses_by_itself(browser: Browser, server: Server):
    context = browser.new_context(base_url=server.url, **{**PHONE, "locale": "fr-FR"})
    page = context.new_page()
    page.goto("/")
    expect(page.locator(".choice")).to_have_count(2)
    assert page.url == f"{server.url}/"
    context.close()
