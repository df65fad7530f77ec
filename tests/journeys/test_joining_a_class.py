"""A trainer makes a class; somebody scans its sheet, signs up, and says with one tap that it is hers."""

import re

from playwright.sync_api import Page, expect


def a_class(trainer: Page) -> str:
    """Made at her desk; returns the address that the QR of its sheet holds."""
    trainer.goto("/cms/classes/")
    trainer.get_by_role("link", name="开新班").click()
    trainer.get_by_label("班级名称").fill("绣坊晚班")
    trainer.get_by_label("地方", exact=True).fill("凤山")
    trainer.get_by_role("group", name="这个班由财政出钱吗").get_by_text("不是", exact=True).click()
    trainer.get_by_role("button", name="保存").click()
    expect(trainer.get_by_text("班里还没有人")).to_be_visible()
    trainer.get_by_role("link", name="带二维码的纸").click()
    expect(trainer.locator(".poster__code svg")).to_be_visible()
    return trainer.locator(".poster__address").inner_text()


def sign_up(phone: Page) -> None:
    phone.get_by_role("link", name="登记", exact=True).click()
    phone.get_by_label("怎么叫您？").fill("罗阿妹")
    phone.get_by_alt_text("蝴蝶").click()
    phone.get_by_role("button", name="帮我选一个").click()
    phone.get_by_text("18岁以上").click()
    phone.get_by_text("我同意", exact=True).click()
    phone.get_by_role("button", name="登记好了").click()


def test_she_scans_the_sheet_signs_up_and_is_in_the_class(trainer: Page, phone: Page):
    phone.goto(re.sub(r"https?://[^/]+", "", a_class(trainer)) + "?in=zh-hans")
    expect(phone.get_by_text("绣坊晚班")).to_be_visible()
    sign_up(phone)
    phone.get_by_role("button", name="是我的班").click()
    expect(phone.get_by_text("您已经在这个班里了。")).to_be_visible()
    trainer.go_back()
    trainer.reload()
    expect(trainer.get_by_text("罗** · H-")).to_be_visible()
