"""What is shown as handed in is what is kept under its UUID, whichever copy of the page it is, and if one dies."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.quizzes.screens import KeptScreen, a_quiz

ATTEMPTS = """() => new Promise(done => {
    indexedDB.open("outbox").onsuccess = event => {
        const all = event.target.result.transaction("events").objectStore("events").getAll();
        all.onsuccess = () => done(all.result.map(row => row.body.payload.responses[0].answer));
    };
})"""
# The page dies before it hears that its answers are written down; or before they are.
NEVER_HEARS = """() => { const add = outbox.add; outbox.add = (...all) =>
    { add(...all); return new Promise(() => {}); }; }"""
NEVER_WRITES = "() => { outbox.add = () => new Promise(() => {}); }"
HEARS_LATE = """() => { const add = outbox.add; outbox.add = (...all) =>
    add(...all).then(() => new Promise(done => setTimeout(done, 2000))); }"""
ALWAYS_FULL = """document.addEventListener("quiz-opened",
    () => { outbox.add = () => Promise.reject(new Error("full")); })"""


def hand_in(screen: KeptScreen, choice: str) -> None:
    screen.answer(choice)
    screen.tap("交上去")


def shows(screen: KeptScreen, words: str) -> None:
    expect(screen.phone.locator(".result:visible").get_by_role("heading", level=2).first).to_contain_text(words)


def dies_over(context: BrowserContext, choice: str, how: str) -> KeptScreen:
    screen = KeptScreen(context, a_quiz("single"))
    screen.phone.evaluate(how)
    hand_in(screen, choice)
    screen.phone.wait_for_timeout(300)
    return screen


def a_copy_of(first: KeptScreen, context: BrowserContext) -> KeptScreen:
    """Another page with what the tab of the first keeps: as where she leaves it by a link, and opens it again."""
    copy = KeptScreen(context, a_quiz("single"))
    copy.phone.evaluate("kept => Object.assign(sessionStorage, kept)", kept_of(first))
    copy.phone.reload()
    expect(copy.phone.locator("input[value=box]")).to_be_checked()
    return copy


def kept_of(screen: KeptScreen) -> dict[str, str]:
    return screen.phone.evaluate("() => ({...sessionStorage})")


def test_copy_that_is_handed_in_second_is_an_attempt_of_its_own(context):
    first = KeptScreen(context, a_quiz("single"))
    first.tap("先装箱")
    second = a_copy_of(first, context)
    hand_in(second, "先装箱")
    shows(second, "再看看")
    hand_in(first, "晾干再装")
    shows(first, "通过了")
    assert first.phone.evaluate(ATTEMPTS) == ["box", "dry"]


def test_copy_that_comes_back_as_she_left_it_shows_what_she_handed_in_meanwhile(context):
    first = KeptScreen(context, a_quiz("single"))
    first.tap("先装箱")
    second = a_copy_of(first, context)
    hand_in(second, "晾干再装")
    shows(second, "通过了")
    first.phone.evaluate("kept => Object.assign(sessionStorage, kept)", kept_of(second))
    first.phone.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    shows(first, "通过了")
    assert first.phone.evaluate(ATTEMPTS) == ["dry"]


@pytest.mark.parametrize("how", [NEVER_HEARS, NEVER_WRITES], ids=["heard", "wrote"])
def test_page_that_died_over_it_shows_it_and_it_is_one_attempt(context, how):
    screen = dies_over(context, "先装箱", how)
    screen.phone.reload()
    shows(screen, "再看看")
    screen.tap("再做一次")
    hand_in(screen, "晾干再装")
    shows(screen, "通过了")
    assert screen.phone.evaluate(ATTEMPTS) == ["box", "dry"]


def test_what_is_changed_while_it_is_written_down_is_not_shown_as_kept(context):
    screen = KeptScreen(context, a_quiz("single"))
    screen.phone.evaluate(HEARS_LATE)
    screen.answer("先装箱")
    screen.tap("交上去")
    screen.tap("再选一次")
    screen.tap("晾干再装")
    screen.phone.wait_for_timeout(2500)
    expect(screen.phone.locator(".result:visible")).to_have_count(0)
    screen.press_main()
    screen.tap("交上去")
    shows(screen, "通过了")
    assert screen.phone.evaluate(ATTEMPTS) == ["box", "dry"]


def test_page_that_died_and_can_write_nothing_now_says_so(context):
    screen = dies_over(context, "先装箱", NEVER_WRITES)
    screen.phone.add_init_script(ALWAYS_FULL)
    screen.phone.reload()
    expect(screen.phone.locator("[data-part=not-kept]:visible")).to_be_visible()
    expect(screen.phone.locator(".result:visible")).to_have_count(0)
    expect(screen.phone.locator("input[value=box]")).to_be_checked()
