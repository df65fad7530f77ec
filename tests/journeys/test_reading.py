"""A villager opens the address on her phone, chooses her language and reads a lesson card by card."""

import pytest
from playwright.sync_api import Page, expect

ORANGES = "packing-oranges"


def open_the_list(phone: Page, language: str) -> None:
    phone.goto("/#languages")
    phone.get_by_role("link", name=language).click()


def open_oranges(phone: Page) -> None:
    open_the_list(phone, "简体中文")
    phone.locator(f'a.row[href*="{ORANGES}"]').click()


def card_now(phone: Page):
    return phone.locator(".step:visible")


def go_on(phone: Page) -> None:
    """Tap the main button and wait until that card has gone."""
    card = phone.locator(f'[id="{card_now(phone).get_attribute("id")}"]')
    card.locator(".foot__main").click()
    expect(card).to_be_hidden()


def test_from_the_address_to_the_last_card(phone: Page):
    open_oranges(phone)
    total = phone.locator(".step").count()
    for position in range(1, total + 1):
        expect(card_now(phone)).to_have_count(1)
        expect(card_now(phone).locator(".dots--cloth")).to_have_attribute("aria-label", f"第{position}张，共{total}张")
        if position < total:
            go_on(phone)
    expect(card_now(phone).locator(".foot__main")).to_contain_text("开始小测验")


@pytest.mark.hard
def test_next_lesson_opens_at_its_first_card(phone: Page):
    open_oranges(phone)
    for _ in range(phone.locator(".step").count() - 1):
        go_on(phone)
    card_now(phone).get_by_role("link", name="下一课").click()
    phone.wait_for_url("**/packing-and-sending/**")
    assert ORANGES not in phone.url
    expect(phone.locator(".step").first).to_be_visible()


def test_back_of_the_page_and_back_of_the_phone_go_one_card_back(phone: Page):
    open_oranges(phone)
    first = card_now(phone).locator(".title").inner_text()
    go_on(phone)
    second = card_now(phone).locator(".title").inner_text()
    go_on(phone)
    card_now(phone).locator(".foot__back").click()
    expect(card_now(phone).locator(".title")).to_have_text(second)
    card_now(phone).locator(".foot__back").click()
    expect(card_now(phone).locator(".title")).to_have_text(first)
    phone.go_back()
    expect(card_now(phone).locator(".title")).to_have_text(second)


@pytest.mark.hard
def test_the_same_lesson_in_english(phone: Page):
    open_the_list(phone, "English")
    phone.locator(f'a.row[href*="{ORANGES}"]').click()
    expect(phone.locator("html")).to_have_attribute("lang", "en")
    go_on(phone)
    expect(card_now(phone).locator(".foot__back")).to_have_text("Back")


def test_without_javascript_it_is_one_page_with_anchors(phone_without_javascript: Page):
    phone = phone_without_javascript
    open_oranges(phone)
    cards = phone.locator(".step")
    assert cards.count() == phone.locator(".step:visible").count() > 5
    cards.nth(0).locator(".foot__main").click()
    assert phone.url.endswith("#" + cards.nth(1).get_attribute("id"))
    expect(cards.nth(1).locator(".title")).to_be_in_viewport()


def test_letters_and_hand_stay_as_she_chose(phone: Page):
    open_the_list(phone, "简体中文")
    phone.locator(".bar__help").click()
    phone.get_by_role("link", name="字放大，换左手").click()
    phone.get_by_text("最大", exact=True).click()
    phone.get_by_text("左手", exact=True).click()
    phone.get_by_role("button", name="就这样").click()
    phone.goto("/zh-hans/")
    assert phone.evaluate("getComputedStyle(document.documentElement).fontSize") == "28px"
    assert phone.evaluate("getComputedStyle(document.querySelector('.foot')).flexDirection") == "row-reverse"


@pytest.mark.hard
def test_letters_stay_without_javascript_too(phone_without_javascript: Page):
    phone = phone_without_javascript
    phone.goto("/zh-hans/display/")
    phone.locator('input[value="large"]').check(force=True)
    phone.get_by_role("button", name="就这样").click()
    phone.goto("/zh-hans/")
    assert phone.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"


def test_bacon_is_found(phone: Page):
    open_the_list(phone, "简体中文")
    phone.get_by_role("link", name="找一课").click()
    phone.locator("#q").fill("腊肉")
    phone.get_by_role("button", name="找").click()
    expect(phone.locator("a.row").first).to_be_visible()


def test_no_screen_of_the_course_is_wider_than_the_phone(phone: Page):
    open_oranges(phone)
    for _ in range(phone.locator(".step").count()):
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360
        go_on(phone)


def test_nothing_is_fetched_from_elsewhere_and_nothing_fails(phone: Page, server):
    asked, failed = [], []
    phone.on("request", lambda request: asked.append(request.url))
    phone.on("response", lambda response: response.status >= 400 and failed.append(response.url))
    phone.on("console", lambda message: message.type == "error" and failed.append(message.text))
    open_oranges(phone)
    for _ in range(phone.locator(".step").count() - 1):
        go_on(phone)
    phone.wait_for_load_state("networkidle")
    assert failed == []
    assert all(url.startswith(server.url) for url in asked)
