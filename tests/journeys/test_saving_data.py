"""She saves data: no picture of ours is asked for until she taps for it. Counted by what the browser sends."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.server import Server

pytestmark = pytest.mark.hard

SAVES = "Object.defineProperty(navigator.connection, 'saveData', { get: function () { return true; } })"
LIST = "/zh-hans/"


@pytest.fixture
def lesson(phone: Page) -> str:
    phone.goto(LIST)
    return phone.locator("a.row").nth(1).get_attribute("href") or ""


@pytest.fixture
def asked(phone: Page, lesson: str) -> list[str]:
    """Every address under /uploads/ that the phone asks for from here on, kept or not."""
    devtools, asked = phone.context.new_cdp_session(phone), []
    devtools.send("Network.enable")
    devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    devtools.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    phone.goto("about:blank")
    asked.clear()
    return asked


def choose(phone: Page, server: Server, chosen: str) -> None:
    phone.context.add_cookies([{"name": "display", "value": chosen, "url": server.url}])


def look_at(phone: Page, address: str) -> None:
    phone.goto(address, wait_until="networkidle")
    phone.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    phone.wait_for_timeout(600)


def pictures(asked: list[str]) -> list[str]:
    return [address for address in asked if "/uploads/" in address]


def test_who_chose_it_is_sent_no_picture_in_lists_and_lessons(phone, server, lesson, asked):
    choose(phone, server, "saving")
    look_at(phone, LIST)
    look_at(phone, lesson)
    assert pictures(asked) == []


def test_who_chose_nothing_is_spared_when_her_browser_saves(phone, lesson, asked):
    phone.add_init_script(SAVES)
    look_at(phone, lesson)
    assert pictures(asked) == []


def test_who_wants_all_pictures_gets_them_though_her_browser_saves(phone, server, lesson, asked):
    choose(phone, server, "all-pictures")
    phone.add_init_script(SAVES)
    look_at(phone, lesson)
    assert pictures(asked) != []


def test_others_see_pictures_as_ever(phone, lesson, asked):
    look_at(phone, lesson)
    assert pictures(asked) != []


def test_a_tap_brings_one_picture_and_says_before_what_it_costs(phone, server, lesson, asked):
    choose(phone, server, "large.saving")
    phone.goto(lesson)
    box = phone.locator(".show-picture:visible")
    expect(box).to_have_text(re.compile(r"看图 · \d+ kB"))
    with phone.expect_response(re.compile("/uploads/")):
        box.click()
    expect(phone.locator(".cloth__picture:visible")).to_have_js_property("complete", True)
    assert len(pictures(asked)) == 1


def test_a_place_without_its_picture_in_a_list_is_plain_and_not_broken(phone, server):
    choose(phone, server, "saving")
    look_at(phone, LIST)
    assert phone.evaluate("[...document.querySelectorAll('.row img')].every(img => img.complete && img.naturalWidth)")


def test_the_next_card_waits_for_its_own_tap(phone, server, lesson, asked):
    choose(phone, server, "saving")
    phone.goto(lesson)
    phone.locator(".step--now .foot__main").click()
    expect(phone.locator(".step--now .show-picture")).to_be_visible()
    phone.wait_for_timeout(600)
    assert pictures(asked) == []
