"""A card from the printer to the hand: a trainer prints it, a stranger's phone reads it, and her PIN lets her in."""

import re

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.hard

HAOHUAHONG = "522731102213"


def printed_for_somebody_without_a_pin(desk: Page) -> bytes:
    """The PDF, as it lies in her downloads."""
    desk.goto(f"/cms/cards/{HAOHUAHONG}/")
    desk.locator("tbody tr", has_text=re.compile("还没有.*还没有")).first.locator("[name=trainee]").check()
    desk.get_by_role("button", name="给勾选的人印").click()
    with desk.expect_download() as download:
        desk.get_by_role("link", name="保存PDF").click()
    return download.value.path().read_bytes()


def read(content: bytes) -> tuple[str, str]:
    """The address that a camera sees, and the PIN that she sees under the flap."""
    with pypdfium2.PdfDocument(content) as document:
        [code] = zxingcpp.read_barcodes(document[0].render(scale=200 / 72).to_pil())
        [pin] = re.findall(r"\b(\d{3} \d{3})\s*$", document[0].get_textpage().get_text_bounded())
    return code.text, pin.replace(" ", "")


def test_a_printed_card_and_its_pin_let_her_in_on_a_strange_phone(trainer: Page, phone: Page):
    address, pin = read(printed_for_somebody_without_a_pin(trainer))
    phone.goto(address)
    expect(phone).to_have_url(re.compile(r"/learn/card/$"))
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    expect(phone.locator("[name=public_phone]")).to_be_checked()
    for digit in pin:
        phone.get_by_role("button", name=digit, exact=True).click()
    phone.locator(".foot__main").click()
    expect(phone).to_have_url(re.compile(r"/learn/$"))
    phone.goto("/learn/who/")
    expect(phone.locator(".sign__picture")).to_have_count(0)
