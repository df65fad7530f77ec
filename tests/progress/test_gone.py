"""What a phone holds of somebody else goes only when the site names her as erased; and that is said once."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from playwright.sync_api import BrowserContext, Page, expect

from tests.progress.outbox_pages import SITE, WU, YANG, Site, counts, finish, flush, problem
from tests.progress.test_task_photos import DIGESTS, LEFT, SCRIPTS, hand_in

WORDS = "有一份已经删掉了。"
BEGINS = """key => {
  localStorage.setItem("quiz some-quiz " + key, "{}");
  sessionStorage.setItem("quiz some-quiz " + key, "{}");
  localStorage.setItem(`aside ${key} ticks ${key}`, "{}");
  return new Promise(resolve => { indexedDB.open("own " + key, 1).onsuccess = event => {
    event.target.result.close();
    resolve();
  }; });
}"""
KEPT = """key => indexedDB.databases().then(all => [all.some(one => one.name === "own " + key)].concat(
  [localStorage, sessionStorage].map(storage => !!storage["quiz some-quiz " + key])
).concat(!!localStorage[`aside ${key} ticks ${key}`]))"""
NOBODYS = "(heard.filter(one => one[0] === 'outbox-changed').pop() || [0, {}])[1].others === 0"
METERS = """() => outbox.run("readonly", (events, meta, tell) => {
  meta.getAllKeys().onsuccess = event => tell(event.target.result);
})"""


def erased(*keys: str) -> dict:
    return {"json": {"gone": list(keys), "hers": [], "words": WORDS}}


@pytest.fixture
def site(context: BrowserContext) -> Site:
    with override("zh-hans"):
        strip = render_to_string("progress/components/unsent.html")
    return Site(context, "unsent", *SCRIPTS, body=strip)


def left_behind(site: Site, person: str = YANG) -> Page:
    """Hers waits, and so does a task with photos; then her session is over."""
    site.signs_in(person)
    site.offline = True
    page = site.opens()
    finish(page)
    hand_in(page)
    page.evaluate(BEGINS, person)
    flush(page)
    site.signs_in(None)
    site.offline = False
    return page


def is_asked(page: Page, site: Site) -> None:
    page.reload()
    flush(page)
    page.wait_for_function("window.goneHere")
    page.wait_for_timeout(300)
    assert site.asked_of


def test_of_her_who_was_erased_nothing_stays_and_it_is_said_once(site):
    page = left_behind(site)
    site.gone = erased(YANG)
    page.reload()
    expect(page.locator(".unsent", has_text=WORDS)).to_be_visible()
    page.wait_for_function(NOBODYS)
    assert (page.evaluate(KEPT, YANG), page.evaluate(LEFT)) == ([False] * 4, 0)
    assert not [name for name in page.evaluate(METERS) if YANG in name]
    expect(page.locator("[data-when=signed-out]")).to_be_hidden()
    page.reload()
    flush(page)
    assert (problem(page), site.asked_of, site.batches) == ("", [[YANG]], [])
    expect(page.locator(".unsent", has_text=WORDS)).to_have_count(0)


NOT_A_WORD = [
    {"json": {"gone": [], "hers": [], "words": ""}},
    {"json": {"gone": [WU], "hers": [], "words": WORDS}},
    {"json": {"gone": True}},
    {"json": {"people": [YANG]}},
    {"status": 403, "json": {"error": "token", "gone": [YANG]}},
    {"status": 500, "json": {"gone": [YANG]}},
    {"status": 302, "headers": {"Location": "/gone/"}},
    {"content_type": "text/html", "body": f'{{"gone": "{YANG}"}}'},
]


@pytest.mark.hard
@pytest.mark.parametrize("answer", NOT_A_WORD)
def test_any_other_answer_leaves_everything_where_it_is(site, answer):
    page = left_behind(site)
    site.gone = answer
    is_asked(page, site)
    assert (counts(page)["others"], page.evaluate(KEPT, YANG), page.evaluate(LEFT)) == (2, [True] * 4, 1)
    assert problem(page) == "signed-out"


@pytest.mark.hard
def test_what_is_hers_who_is_here_is_never_asked_about(site):
    page = left_behind(site)
    site.signs_in(WU)
    page.reload()
    page.wait_for_function("window.goneHere")
    page.wait_for_timeout(500)
    site.offline = True
    finish(page)
    flush(page)
    site.signs_in(YANG)
    site.offline = False
    site.gone = erased(YANG, WU)
    is_asked(page, site)
    page.wait_for_function("heard.filter(one => one[0] === 'outbox-stored').length === 2")
    assert (site.asked_of, len(site.stored)) == ([[YANG], [WU]], 2)


@pytest.mark.hard
def test_without_signal_she_is_asked_about_when_it_comes_back(context, site):
    page = left_behind(site)
    site.gone = erased(YANG)
    site.offline = True
    page.reload()
    flush(page)
    assert (counts(page)["others"], site.asked_of) == (2, [])
    site.offline = False
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_function(NOBODYS)


@pytest.mark.hard
def test_what_lies_under_an_entry_that_was_merged_into_hers_is_sent_with_its_photos(context, site):
    page = left_behind(site)
    site.signs_in(WU)
    site.gone = {
        "json": {"gone": [], "hers": [YANG], "words": ""},
        "headers": {"Set-Cookie": f"learner-was={YANG}; path=/", "Content-Type": "application/json"},
    }
    page.reload()
    page.wait_for_function("heard.filter(one => one[0] === 'outbox-stored').length === 2")
    assert (site.photos, len(site.stored)) == (DIGESTS, 2)
    assert SITE in page.url
