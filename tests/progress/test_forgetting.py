"""Being forgotten on a phone deletes what was begun there: not before she is told, and at a second tap only."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.progress.outbox_pages import YANG, Site
from tests.progress.task_pages import opens_form, task_site, writes
from tests.progress.test_task_photos import LEFT

BODY = """<form id="forget" action="/gone/" data-leaving="anybody" data-forgets="%s">
<div class="leaving" data-all-the-same="All the same" hidden><p tabindex="-1">[n] not sent</p></div>
<div class="leaving" data-begun="All the same" hidden><p tabindex="-1">[n] begun</p></div>
<button>Forget me</button></form>"""
NAMES = "() => indexedDB.databases().then(all => all.map(one => one.name))"
LEAVE_A_JOB = """taskDrawer("readwrite", all => {
  all.objectStore("sending").put({ uuid: "a", photos: [] }, "a");
  all.objectStore("state").put({ added: true, sent: [], released: true, rounds: 0 }, "a");
})"""


def pin_page(context: BrowserContext) -> Page:
    context.unroute_all()
    site = Site(context, "signing-out", body=BODY % YANG, bundle="phone/forgetting.js")
    site.signs_in(None)
    return site.opens()


def test_draft_goes_at_the_second_tap_only(context):
    site = task_site(context)
    site.signs_in(YANG)
    writes(opens_form(site), "没交的字")
    page = pin_page(context)
    page.get_by_role("button").click()
    expect(page.locator("[data-begun]")).to_have_text("1 begun")
    assert f"own {YANG}" in page.evaluate(NAMES)
    page.wait_for_timeout(1100)
    page.get_by_role("button").click()
    page.wait_for_url("**/gone/**")
    assert f"own {YANG}" not in page.evaluate(NAMES)


@pytest.mark.hard
def test_who_began_nothing_is_forgotten_at_once(context):
    page = pin_page(context)
    page.get_by_role("button").click()
    page.wait_for_url("**/gone/**")


@pytest.mark.hard
def test_photos_that_a_dead_page_left_behind_are_thrown_away(context):
    page = pin_page(context)
    page.evaluate(LEAVE_A_JOB)
    page.reload()
    page.wait_for_function(f"window.taskPhotos && ({LEFT})().then(left => left === 0)")
