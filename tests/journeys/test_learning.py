"""She signs up with her village's code, learns a lesson and passes its quiz; her county's number goes up by one."""

import re

from playwright.sync_api import Page, expect

from tests.journeys import learning
from tests.journeys.badly import trained
from tests.server import Server


def test_from_the_village_code_to_the_number_of_the_county(phone: Page, official: Page, server: Server):
    before = trained(official)
    learning.join(phone, learning.code_of_village(server), "杨一", "orange")
    expect(phone.get_by_role("heading", name="我的课")).to_be_visible()
    phone.goto(next(learning.lessons_with_quiz(phone)))
    learning.read_to_the_end(phone)
    phone.locator(".step:visible .foot__main").click()
    learning.answer_by_taps(phone)
    expect(phone.get_by_role("heading", name="通过了")).to_be_visible()
    expect(phone.get_by_text("已经送到")).to_be_visible()
    assert trained(official) == before + 1
    assert {"lesson-finished", "attempt-marked", "lesson-completed"} <= set(learning.credited(server, "杨一"))


def test_the_same_without_javascript(phone_without_javascript: Page, official: Page, server: Server):
    phone, before = phone_without_javascript, trained(official)
    learning.join(phone, learning.code_of_village(server), "杨二", "fern")
    phone.goto(next(learning.lessons_with_quiz(phone)))
    phone.get_by_role("link", name=re.compile("看完了|学完了")).first.click()
    phone.locator("button.foot__main").click()
    phone.locator(".foot__main").click()
    phone.get_by_role("link", name="开始小测验").click()
    learning.answer_plainly(phone)
    learning.hand_in(phone)
    expect(phone.get_by_role("heading", name="通过了")).to_be_visible()
    assert trained(official) == before + 1
    phone.goto("/learn/")
    expect(phone.locator(".row__done")).to_have_count(1)


def test_where_she_stopped_she_goes_on(phone: Page, server: Server):
    learning.join(phone, learning.code_of_village(server), "杨三", "drum")
    phone.goto(next(learning.lessons_with_quiz(phone)))
    phone.locator(".step:visible .foot__main").click()
    here = phone.url
    with phone.expect_response("**/learn/events/"):
        phone.evaluate("window.dispatchEvent(new Event('pagehide'))")
    phone.goto("/learn/")
    phone.get_by_role("link", name="接着学").click()
    expect(phone).to_have_url(here)


def test_where_she_was_when_the_tab_was_killed_is_told_when_she_opens_another_page(phone: Page, server: Server):
    learning.join(phone, learning.code_of_village(server), "杨五", "butterfly")
    lesson = next(learning.lessons_with_quiz(phone))
    phone.goto(lesson)
    phone.evaluate("""() => ["visibilitychange", "pagehide"].forEach(function (name) {
        window.addEventListener(name, function (event) { event.stopImmediatePropagation(); }, true);
    })""")
    phone.locator(".step:visible .foot__main").click()
    here = phone.url
    phone.wait_for_timeout(1000)  # until it is on the disk
    with phone.expect_response("**/learn/events/") as answer:
        phone.goto("/zh-hans/")
    assert len(answer.value.json()["stored"]) == 1
    phone.goto("/learn/")
    phone.get_by_role("link", name="接着学").click()
    expect(phone).to_have_url(here)


def test_end_of_a_lesson_without_signal_is_told_later(phone: Page, server: Server):
    learning.join(phone, learning.code_of_village(server), "杨四", "fish")
    phone.goto(next(learning.lessons_with_quiz(phone)))
    phone.route("**/learn/events/", lambda route: route.abort())
    learning.read_to_the_end(phone)
    phone.wait_for_function("() => outbox.counts().then(counts => counts.mine === 1)")
    assert "lesson-finished" not in learning.credited(server, "杨四")
    phone.unroute("**/learn/events/")
    phone.goto("/learn/")
    phone.wait_for_function("() => outbox.counts().then(counts => counts.mine === 0)")
    learning.wait_until(lambda: "lesson-finished" in learning.credited(server, "杨四"))


def test_what_an_older_script_left_on_the_phone_is_sent_too(phone: Page, server: Server):
    learning.join(phone, learning.code_of_village(server), "杨六", "buffalo")
    phone.goto(next(learning.lessons_with_quiz(phone)))
    phone.evaluate(
        """() => localStorage.setItem("finished-lessons", JSON.stringify([{
        uuid: "7b0c6f3e-2f0a-4f5e-9c39-0c6f4f1f6a01", kind: "lesson-finished", at: "2026-04-01T10:00:00Z",
        object: document.querySelector("[data-lesson]").getAttribute("data-lesson"), person: outbox.learner(),
        language: "zh-hans", payload: {seconds: 0}}]))"""
    )
    with phone.expect_response("**/learn/events/"):
        phone.reload()
    assert "lesson-finished" in learning.credited(server, "杨六")
    phone.wait_for_function("() => localStorage.getItem('finished-lessons') === null")
