"""What a person began to answer outlives its tab, and leaves the phone with her; a guest's does not outlive it."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.quizzes.screens import SITE, KeptScreen, a_quiz

DRAFTS = """() => [localStorage, sessionStorage].map(
    storage => Object.keys(storage).filter(name => name.startsWith("quiz ")).length)"""
NO_STORAGE = """["localStorage", "sessionStorage"].forEach(name =>
    Object.defineProperty(window, name, {get: () => { throw new DOMException("denied", "SecurityError"); }}))"""
ATTEMPTS = """() => new Promise(done => {
    indexedDB.open("outbox").onsuccess = event => {
        const all = event.target.result.transaction("events").objectStore("events").getAll();
        all.onsuccess = () => done(all.result.map(row => row.body.payload.responses[0].answer));
    };
})"""


def is_here(context: BrowserContext, person: str) -> None:
    context.clear_cookies()
    if person:
        context.add_cookies([{"name": "learner", "value": person, "url": SITE}])


def begin(context: BrowserContext, person: str) -> KeptScreen:
    """One tile chosen, nothing handed in."""
    is_here(context, person)
    screen = KeptScreen(context, a_quiz("single", "truefalse"))
    screen.tap("先装箱")
    return screen


def ticked(screen: KeptScreen) -> int:
    expect(screen.asked).to_contain_text("早上下雨")
    return screen.phone.locator("input:checked").count()


def opened_again(context: BrowserContext) -> KeptScreen:
    return KeptScreen(context, a_quiz("single", "truefalse"))


def test_person_finds_in_a_new_tab_what_she_had_answered(context):
    begin(context, "yang").phone.close()
    again = opened_again(context)
    assert ticked(again) == 1
    expect(again.phone.locator("label.choice", has_text="先装箱").locator("input")).to_be_checked()


def test_guest_does_not(context):
    begin(context, "").phone.close()
    again = opened_again(context)
    assert (ticked(again), again.phone.evaluate(DRAFTS)) == (0, [0, 0])


def test_it_waits_out_of_sight_for_her_when_her_session_ends(context):
    first = begin(context, "yang")
    is_here(context, "")
    first.phone.goto(f"{SITE}/quiz/")
    assert ticked(first) == 0
    first.phone.close()
    assert ticked(opened_again(context)) == 0
    is_here(context, "yang")
    assert ticked(opened_again(context)) == 1


def test_it_is_wiped_as_soon_as_somebody_else_is_here(context):
    first = begin(context, "yang")
    assert first.phone.evaluate(DRAFTS) == [1, 1]
    is_here(context, "wu")
    first.phone.goto(f"{SITE}/quiz/")
    assert (ticked(first), first.phone.evaluate(DRAFTS)) == (0, [0, 0])
    is_here(context, "yang")
    assert ticked(opened_again(context)) == 0


def test_what_a_guest_answers_is_still_there_in_her_tab_when_she_signs_in_and_out(context):
    screen = begin(context, "")
    for person, count in (("yang", 0), ("", 1)):
        is_here(context, person)
        screen.phone.reload()
        assert ticked(screen) == count


def test_handed_in_it_is_over_in_every_tab(context):
    screen = begin(context, "yang")
    screen.press_main()
    screen.tap("下一")
    screen.answer("不是这样")
    screen.tap("交上去")
    expect(screen.phone.locator(".result:visible")).to_be_visible()
    assert screen.phone.evaluate(DRAFTS) == [0, 1]
    assert ticked(opened_again(context)) == 0
    screen.phone.reload()
    expect(screen.phone.locator(".result:visible")).to_be_visible()


def test_two_tabs_that_hand_in_the_same_beginning_are_two_attempts(context):
    is_here(context, "yang")
    first = KeptScreen(context, a_quiz("single"))
    first.tap("先装箱")
    second = KeptScreen(context, a_quiz("single"))
    second.answer("晾干再装")
    second.tap("交上去")
    expect(second.phone.locator(".result:visible")).to_be_visible()
    first.press_main()
    first.tap("交上去")
    expect(first.phone.locator(".result:visible")).to_be_visible()
    assert first.phone.evaluate(ATTEMPTS) == ["dry", "box"]


@pytest.mark.hard
def test_older_tab_writes_over_nothing_that_was_answered_in_another_one(context):
    older = begin(context, "yang")
    newer = opened_again(context)
    newer.press_main()
    newer.tap("下一")
    newer.tap("不是这样")
    newer.phone.close()
    for words in ("晾干再装", "先装箱"):
        older.tap(words)
    assert older.phone.locator("input:checked").count() == 2
    older.phone.close()
    again = opened_again(context)
    assert ticked(again) == 2
    expect(again.phone.locator("label.choice", has_text="先装箱").locator("input")).to_be_checked()


def test_phone_whose_storage_is_shut_answers_all_the_same(context):
    context.add_init_script(NO_STORAGE)
    screen = begin(context, "yang")
    screen.press_main()
    expect(screen.verdict).to_be_visible()
    assert screen.problems == []
