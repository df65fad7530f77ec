"""She hears a card in the voice that she chose, and no voice begins that she did not ask for."""

import json
import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import MILLISECONDS, PHONE
from tests.journeys.hearing import LESSON, SPEAKING

# How often a recording was begun, and how often it was heard.
COUNT_PLAYING = """
window.begun = window.heard = 0;
(function (play) {
  HTMLMediaElement.prototype.play = function () {
    begun += 1;
    var promise = play.apply(this, arguments);
    promise.then(function () { heard += 1; }, function () {});
    return promise;
  };
})(HTMLMediaElement.prototype.play);
"""


@pytest.fixture
def phone(phone_without_worker: Page) -> Page:
    return phone_without_worker


def open_card(phone: Page, number: int) -> None:
    phone.goto(LESSON)
    card = phone.locator(".step").nth(number - 1).get_attribute("id")
    phone.goto(f"{LESSON}#{card}")
    expect(phone.locator(".step--now .title")).to_be_visible()


def listen(phone: Page):
    return phone.locator(".step--now .foot__listen")


def until(phone: Page, condition: str) -> None:
    """Playwright's own way asks by `eval`, which our pages forbid."""
    late = time.monotonic() + MILLISECONDS / 1000
    while not phone.evaluate(condition):
        assert time.monotonic() < late, f"never: {condition}"
        phone.wait_for_timeout(100)


@pytest.mark.hard
def test_chosen_voice_comes_first_then_guizhou_then_putonghua(phone, choose):
    choose("high")
    said = {}
    for card in (1, 2, 3, 4):
        open_card(phone, card)
        said[card] = listen(phone).inner_text().split("\n")[0].strip() or listen(phone).inner_text().split("\n")[1]
    assert {card: re.sub(r"\d.*", "", words) for card, words in said.items()} == {
        1: "听", 2: "听", 3: "贵州话", 4: "普通话"
    }  # fmt: skip


def test_no_button_where_nothing_is_recorded_and_the_phone_cannot_speak(phone, choose):
    choose("high")
    open_card(phone, 5)
    expect(listen(phone)).to_have_count(0)


def test_size_stands_on_the_button_before_anything_is_loaded(phone, choose):
    choose("high")
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.add_init_script(COUNT_PLAYING)
    open_card(phone, 1)
    expect(listen(phone)).to_contain_text("0.01 MB")
    phone.wait_for_timeout(500)
    assert [url for url in asked if "/recordings/" in url] == []
    assert phone.evaluate("begun") == 0


def test_tap_plays_in_parts_and_the_next_tap_stops(phone, choose):
    choose("high")
    open_card(phone, 1)
    with phone.expect_response("**/recordings/**") as answered:
        listen(phone).tap()
    assert answered.value.status == 206
    assert "bytes=0-" in answered.value.request.all_headers()["range"]
    expect(listen(phone)).to_have_class(re.compile("foot__listen--on"))
    expect(listen(phone)).to_contain_text("停")
    listen(phone).tap()
    expect(listen(phone)).not_to_have_class(re.compile("foot__listen--on"))


@pytest.mark.hard
def test_recording_ends_by_itself_and_leaves_the_button_as_it_was(phone, choose):
    choose("high")
    open_card(phone, 1)
    listen(phone).tap()
    expect(listen(phone)).to_contain_text("停")
    expect(listen(phone)).to_contain_text("听")


@pytest.mark.hard
def test_next_card_ends_what_the_card_before_said(phone, choose):
    choose("high")
    open_card(phone, 1)
    listen(phone).tap()
    expect(listen(phone)).to_contain_text("停")
    phone.locator(".step--now .foot__main").tap()
    expect(phone.locator(".foot__listen--on")).to_have_count(0)


@pytest.mark.hard
def test_voice_whose_file_is_gone_gives_way_and_no_other_language_begins_unasked(phone, choose, tracks):
    choose("high")
    phone.route("**/recordings/**", lambda route: route.fulfill(status=404, body=""))
    phone.add_init_script(COUNT_PLAYING)
    open_card(phone, 1)
    listen(phone).tap()
    expect(listen(phone)).to_contain_text("贵州话")
    phone.wait_for_timeout(300)
    assert phone.evaluate("begun") == 1


@pytest.mark.hard
def test_recording_without_signal_is_told_to_be_missing_and_can_be_tried_again(phone, choose):
    choose("high")
    open_card(phone, 2)
    phone.route("**/recordings/**", lambda route: route.abort())
    listen(phone).tap()
    expect(listen(phone)).to_contain_text("手机上还没有")
    phone.unroute("**/recordings/**")
    listen(phone).tap()
    expect(listen(phone)).to_contain_text("停")


@pytest.mark.hard
def test_phone_speaks_chinese_where_nobody_recorded_and_says_that_it_is_chinese(phone, choose):
    choose("high")
    phone.add_init_script(SPEAKING)
    open_card(phone, 5)
    expect(listen(phone)).to_contain_text("普通话")
    listen(phone).tap()
    expect(listen(phone)).to_have_class(re.compile("foot__listen--on"))
    title = phone.locator(".step--now .title").inner_text().replace("\n", "")
    said = phone.evaluate("said")
    assert said[0] == f"zh-CN {title}"
    assert len(said) > 1


@pytest.mark.hard
def test_page_in_english_is_read_in_english_by_a_phone_that_can(phone, tracks):
    phone.add_init_script(SPEAKING)
    phone.goto(LESSON.replace("/zh-hans/", "/en/"))
    expect(listen(phone)).to_have_text(re.compile(r"^\s*Listen\s*$"))
    listen(phone).tap()
    expect(listen(phone)).to_contain_text("Stop")
    assert phone.evaluate("said")[0].startswith("en-US ")


@pytest.mark.hard
def test_page_in_a_language_that_few_read_is_heard_in_it(phone, tracks):
    """As it stands under /pcc/: Chinese words in a page that is Bouyei."""

    def in_bouyei(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('<html lang="zh-Hans"', '<html lang="pcc"', 1))

    phone.route(f"**{LESSON}", in_bouyei)
    open_card(phone, 1)
    with phone.expect_request("**/uploads/recordings/*") as asked:
        expect(listen(phone)).to_contain_text("听")
        listen(phone).click()
    listed = json.loads(phone.locator("#recordings").text_content())["said"]
    hers = [files[str(tracks["high"])][0] for files in listed.values() if str(tracks["high"]) in files]
    assert asked.value.url.endswith(tuple(hers))
    open_card(phone, 3)
    expect(listen(phone)).to_contain_text("贵州话")


@pytest.mark.hard
def test_phone_that_promises_a_voice_and_is_silent_does_not_keep_her_waiting(phone, choose):
    choose("phone")
    phone.add_init_script(SPEAKING.replace("setTimeout(one.onstart, 5)", "0"))
    open_card(phone, 5)
    listen(phone).tap()
    expect(listen(phone)).to_contain_text("手机上还没有")


def test_voice_is_chosen_by_ear_and_kept_on_the_phone(phone, tracks):
    phone.goto("/zh-hans/display/")
    voice = phone.locator(".choice", has_text="布依语 · 好花红")
    with phone.expect_response("**/recordings/**"):
        voice.locator("xpath=..").locator(".say").tap()
    expect(voice.locator("input")).not_to_be_checked()
    voice.tap()
    with phone.expect_navigation():
        phone.locator("button.foot__main").tap()
    phone.goto(LESSON)
    expect(listen(phone)).to_contain_text("听")
    phone.goto("/zh-hans/display/")
    expect(phone.locator(f"input[value=voice-{tracks['high']}]")).to_be_checked()


def test_recording_heard_once_is_heard_without_signal(browser, server, tracks):
    context = browser.new_context(base_url=server.url, **PHONE)
    phone = context.new_page()
    phone.add_init_script(COUNT_PLAYING)
    phone.goto(LESSON)
    phone.evaluate("navigator.serviceWorker.ready")
    until(phone, "navigator.serviceWorker.controller !== null")
    for offline in (False, True):
        context.set_offline(offline)
        phone.reload()
        listen(phone).tap()
        until(phone, "heard === 1")
    context.close()


@pytest.mark.hard
def test_page_that_stands_for_one_without_signal_is_read_by_the_phone(browser, server):
    context = browser.new_context(base_url=server.url, **PHONE)
    phone = context.new_page()
    phone.add_init_script(SPEAKING)
    phone.goto("/zh-hans/")
    until(phone, "navigator.serviceWorker.controller !== null")
    context.set_offline(True)
    phone.goto("/zh-hans/search/?q=box")
    phone.locator(".foot__listen").tap()
    assert phone.evaluate("said")[0].startswith("zh-CN 没有信号")
    context.close()


@pytest.mark.hard
def test_who_runs_no_script_finds_a_player(phone_without_javascript, tracks):
    phone_without_javascript.goto(LESSON)
    player = phone_without_javascript.locator("audio").first
    expect(player).to_be_visible()
    assert player.get_attribute("preload") == "none"
    expect(phone_without_javascript.locator(".foot__listen")).to_have_count(0)


@pytest.mark.hard
def test_listening_that_breaks_leaves_the_lesson_working(phone, choose):
    choose("high")
    phone.add_init_script("Object.defineProperty(window, 'Audio', { value: null })")
    open_card(phone, 1)
    listen(phone).tap()
    phone.locator(".step--now .foot__main").tap()
    expect(phone.locator(".step").nth(1)).to_be_visible()
