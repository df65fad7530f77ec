"""An official adds a passkey at her desk, signs in with it alone, and it is useless to her once it was removed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.server import Server

pytestmark = pytest.mark.hard


@pytest.fixture
def desk(browser: Browser, server: Server) -> Iterator[Page]:
    """A desk whose passkeys are Chromium's own; they are bound to a name, and a number is none."""
    address = server.url.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=address, locale="zh-CN", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    able = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": {**able, "isUserVerified": True}})
    yield page
    context.close()


def type_password_again(desk: Page, official: dict) -> None:
    """What changes a sign-in asks for the password once more."""
    desk.locator("[name=password]").fill(official["type"]["password"])
    desk.locator("[name=password]").press("Enter")


def sign_in_by_code(desk: Page, official: dict) -> None:
    desk.goto("/accounts/login/")
    desk.locator("[name=login]").fill(official["type"]["username"])
    desk.locator("[name=password]").fill(official["type"]["password"])
    desk.get_by_role("button", name="登录", exact=True).click()
    desk.locator("[name=code]").fill(official["code"])
    desk.locator("[name=code]").press("Enter")
    desk.wait_for_url("**/office/**")


def sign_out(desk: Page) -> None:
    desk.context.clear_cookies()


def test_a_passkey_is_both_factors_until_it_is_removed(desk: Page, server: Server):
    official = server.sign_ins()["official"]
    sign_in_by_code(desk, official)
    desk.goto("/accounts/2fa/passkeys/add/")
    type_password_again(desk, official)
    desk.get_by_label("这把通行密钥的名字").fill("办公室电脑")
    desk.get_by_role("button", name="添加").click()
    desk.wait_for_url(re.compile(r"/2fa/(recovery-codes/)?$"))
    sign_out(desk)
    desk.goto("/accounts/login/")
    desk.get_by_role("button", name="用通行密钥登录").click()
    desk.wait_for_url("**/office/**")
    desk.goto("/accounts/2fa/passkeys/")
    expect(desk.get_by_text("办公室电脑")).to_be_visible()
    desk.get_by_role("link", name="移除").click()
    type_password_again(desk, official)
    desk.get_by_role("button", name="移除").click()
    expect(desk.get_by_text("还没有。")).to_be_visible()
    sign_out(desk)
    desk.goto("/accounts/login/")
    desk.get_by_role("button", name="用通行密钥登录").click()
    desk.wait_for_timeout(1000)
    desk.goto("/office/")
    expect(desk.locator("[name=password]")).to_be_visible()
