"""What the browser threw away before it was sent is told, once, and never where nothing was thrown away."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from playwright.sync_api import BrowserContext, Page, expect

from tests.progress.outbox_pages import SITE, WU, YANG, Site, finish, flush, refuses

SHUT = "Object.defineProperty(window, 'localStorage', {get: function () { throw new Error('shut'); }})"
FULL = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); }"
NO_DATABASE = "Object.defineProperty(window, 'indexedDB', {value: undefined})"
WATCH = """() => new Promise(function (watching) {
    window.wiped = false;
    indexedDB.open("outbox").onsuccess = function () {
        this.result.onclose = function () { window.wiped = true; };
        watching();
    };
})"""
NOTED = "count => (JSON.parse(localStorage.getItem('unsent')) || {}).waiting === count"


def strip() -> str:
    with override("zh-hans"):
        return render_to_string("progress/components/unsent.html")


@pytest.fixture
def site(context: BrowserContext) -> Site:
    return Site(context, "unsent", "lost", body=strip())


def keep_two(site: Site, person: str | None = None) -> Page:
    """Two things that wait, noted beside the database."""
    site.signs_in(person)
    site.offline = True
    page = site.opens()
    finish(page)
    finish(page)
    page.wait_for_function(NOTED, arg=2)
    return page


def wipe(page: Page) -> None:
    """Until the page has heard of it: what begins in the same instant is never answered by Chromium."""
    page.evaluate(WATCH)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.clearDataForOrigin", {"origin": SITE, "storageTypes": "indexeddb"})
    page.wait_for_function("window.wiped")


def says_lost(page: Page, count: int) -> None:
    expect(page.locator("[data-lost]")).to_have_text(f"浏览器清掉了{count}条没送到的，请再做。")
    expect(page.locator("[data-lost]")).to_be_visible()


def says_nothing(page: Page) -> None:
    """Once it has looked twice."""
    flush(page)
    flush(page)
    page.wait_for_timeout(300)
    expect(page.locator("[data-lost]")).to_be_hidden()
    expect(page.locator(".unsent button")).to_be_hidden()


def test_what_was_thrown_away_is_told_until_she_knows(site):
    page = keep_two(site)
    wipe(page)
    page.reload()
    says_lost(page, 2)
    page.reload()
    says_lost(page, 2)
    page.get_by_role("button", name="知道了").click()
    expect(page.locator("[data-lost]")).to_be_hidden()
    page.reload()
    says_nothing(page)


def test_it_is_told_on_the_page_that_was_open_and_what_comes_after_is_not_counted(site):
    page = keep_two(site)
    wipe(page)
    finish(page)
    says_lost(page, 2)
    expect(page.locator('[data-when="waiting"]')).to_have_text("还有1条没送到")


def test_thrown_away_twice_is_told_together(site):
    page = keep_two(site)
    for lost in (2, 3):
        flush(page)  # Chromium may miss a database that is opened while it throws them away
        wipe(page)
        finish(page)
        says_lost(page, lost)
        page.wait_for_function(NOTED, arg=1)


def test_who_is_here_next_is_told_a_number_alone(site):
    page = keep_two(site, YANG)
    site.signs_in(WU)
    wipe(page)
    page.reload()
    says_lost(page, 2)
    assert page.evaluate("JSON.stringify(localStorage)").count(YANG) == 0


def test_what_was_sent_or_refused_before_is_not_lost(site):
    site.replies = [refuses("edition")]
    page = site.opens()
    finish(page)
    flush(page)
    finish(page)
    flush(page)
    page.wait_for_function(NOTED, arg=0)
    wipe(page)
    page.reload()
    says_nothing(page)


def test_two_tabs_at_a_new_database_raise_no_alarm(site):
    site.offline = True
    first, second = site.opens(), site.opens()
    for _ in range(5):
        for page in (first, second):
            page.evaluate("(window.adding = (window.adding || []).concat(outbox.add('lesson-finished', 'x', {}))) && 0")
    for page in (first, second):
        page.evaluate("Promise.all(adding).then(() => 0)")
    for page in (first, second):
        page.reload()
        says_nothing(page)
    first.wait_for_function(NOTED, arg=10)


def test_two_tabs_tell_the_same_loss_once(site):
    first, second = keep_two(site), site.opens()
    wipe(first)
    for page in (first, second):
        page.reload()
        says_lost(page, 2)


def test_private_window_that_begins_with_nothing_raises_no_alarm(site, browser):
    keep_two(site)
    private = browser.new_context()
    page = Site(private, "unsent", "lost", body=strip()).opens()
    says_nothing(page)
    private.close()


@pytest.mark.parametrize("broken", [SHUT, FULL])
def test_storage_that_cannot_be_written_raises_no_alarm_and_breaks_nothing(context, site, broken):
    problems: list[str] = []
    context.on("weberror", lambda error: problems.append(str(error.error)))
    context.add_init_script(broken)
    site.offline = True
    page = site.opens()
    finish(page)
    wipe(page)
    page.reload()
    says_nothing(page)
    assert problems == []


def test_database_that_cannot_be_opened_today_is_not_a_lost_one(context, site):
    page = keep_two(site)
    context.add_init_script(NO_DATABASE)
    page.reload()
    page.evaluate("outbox.usable")
    page.wait_for_timeout(300)
    expect(page.locator("[data-lost]")).to_be_hidden()
    assert page.evaluate(NOTED, 2)
