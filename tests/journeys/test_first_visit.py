"""Someone opens the help page on a phone, before anything else."""

from playwright.sync_api import Page


def test_page_of_chinese_says_it_is_chinese(phone: Page):
    phone.goto("/zh-hans/help/")
    assert phone.locator("html").get_attribute("lang") == "zh-Hans"
    assert phone.get_by_role("heading").first.is_visible()


def test_page_is_readable_without_javascript(phone_without_javascript: Page):
    phone_without_javascript.goto("/en/help/")
    assert phone_without_javascript.get_by_role("heading").first.is_visible()


def test_nothing_is_wider_than_the_phone(phone: Page):
    phone.goto("/en/help/")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
