"""A question among the cards of a lesson, on a phone with and without a script, with and without a signal."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys import learning
from tests.journeys.places import courses_and_cards
from tests.server import Server


@pytest.fixture(scope="module")
def checks(server: Server) -> dict[str, str]:
    return courses_and_cards(server, "zh-hans")


def card_at(phone: Page, address: str) -> Locator:
    phone.goto(address)
    return phone.locator(f'[id="{address.partition("#")[2]}"]')


def answer(card: Locator, *words: str) -> None:
    for text in words:
        card.get_by_text(text, exact=True).click()
    card.locator("[data-check] > button").click()


def test_check_answered_without_signal_teaches_at_once_and_arrives_once(phone: Page, server: Server, checks):
    learning.join(phone, learning.code_of_village(server), "杨八十", "orange")
    card = card_at(phone, checks["check_single"])
    phone.wait_for_load_state("networkidle")
    phone.context.set_offline(True)
    answer(card, "走近一步，再拍")
    expect(card.locator(".verdict--wrong")).to_contain_text("油还在镜头上")
    answer(card, "拿软布擦擦镜头")
    expect(card.locator(".verdict--right")).to_contain_text("答对了")
    expect(phone.locator(".unsent")).to_be_hidden()
    assert learning.credited(server, "杨八十").count("check-answered") == 0
    phone.context.set_offline(False)
    phone.evaluate("outbox.flush()")
    assert learning.credited(server, "杨八十").count("check-answered") == 1


@pytest.mark.hard
@pytest.mark.parametrize("kind", ["check_single", "check_multiple", "check_truefalse"])
def test_answer_is_behind_a_tap_where_no_script_runs(phone_without_javascript: Page, checks, kind):
    card = card_at(phone_without_javascript, checks[kind])
    reason = card.locator("[data-why='']")
    expect(reason).to_be_hidden()
    expect(card.locator("[data-check] > button")).to_be_hidden()
    card.locator("summary").click()
    expect(reason).to_be_visible()
