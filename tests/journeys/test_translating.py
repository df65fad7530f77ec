"""A trainer puts a new lesson into English beside the Chinese."""

import pytest
from playwright.sync_api import Page, expect

from tests import editor

pytestmark = pytest.mark.hard

TITLE, SHORT, PICTURE = "Drying chillies", "Chillies", "Chillies on a string"
CARD, SENTENCES = "Hang them up", ("Choose red ones.", "Tie them on a string.")


def open_lesson(phone: Page, language: str, title: str) -> list[str]:
    """The ids of its cards."""
    phone.goto(f"/{language}/")
    phone.locator("a.row", has_text=title).click()
    return phone.locator(".step").evaluate_all("cards => cards.map(card => card.id)")


def test_translated_lesson_is_in_the_english_list_with_the_same_cards(trainer: Page, phone: Page):
    address = editor.write_lesson(trainer, "晒辣椒，翻成英文")
    in_chinese = open_lesson(phone, "zh-hans", "晒辣椒，翻成英文")
    editor.begin_translation(trainer, address)
    editor.translate(trainer, TITLE, SHORT, PICTURE, CARD, SENTENCES[0], leaving=1)
    trainer.reload()  # a page that was begun opens at what waits
    expect(trainer.locator("li.incomplete:not(:has(li.incomplete))")).to_be_in_viewport(ratio=1)
    editor.translate(trainer, SENTENCES[1])
    editor.publish_translation(trainer)
    assert open_lesson(phone, "en", TITLE) == in_chinese
    expect(phone.locator(".bar__title")).to_have_text(SHORT)
    expect(phone.locator(".step:visible .title")).to_have_text(CARD)
    expect(phone.locator(".step:visible .said")).to_have_text(SENTENCES)
    expect(phone.locator(".note")).to_have_count(0)
    phone.goto("/en/")
    expect(phone.locator("a.row", has_text="晒辣椒，翻成英文")).to_have_count(0)
