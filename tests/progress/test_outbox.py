"""Nothing that was done on a phone is lost, whatever the phone does to it."""

from pathlib import Path

import brotli
import pytest
import rjsmin
from django.contrib.staticfiles import finders
from playwright.sync_api import BrowserContext

from tests.progress.outbox_pages import LESSON, SITE, WU, YANG, Site, counts, finish, flush, problem, told

NO_DATABASE = "Object.defineProperty(window, 'indexedDB', {value: undefined})"
BLOCKED = "indexedDB.open = function () { throw new DOMException('denied', 'SecurityError'); }"
NEVER_OPENS = "indexedDB.open = function () { return {}; }"
REASON = "outbox.add('lesson-finished', 'x', {}).catch(function (why) { return why.reason; })"
NOTHING = {"mine": 0, "guest": 0, "others": 0, "refused": 0}


@pytest.fixture
def site(context: BrowserContext) -> Site:
    return Site(context)


@pytest.mark.parametrize("broken", [NO_DATABASE, BLOCKED])
def test_browser_that_keeps_nothing_says_so_and_breaks_nothing(context, site, broken):
    problems: list[str] = []
    context.add_init_script(broken)
    context.on("weberror", lambda error: problems.append(str(error.error)))
    page = site.opens()
    assert page.evaluate("outbox.usable") is False
    assert page.evaluate(REASON) == "unusable"
    assert problems == []


def test_database_that_never_opens_is_given_up(context, site):
    context.add_init_script(NEVER_OPENS)
    page = context.new_page()
    page.clock.install()
    page.goto(f"{SITE}/page/")
    page.clock.run_for(5500)
    page.wait_for_timeout(100)
    page.clock.run_for(5500)
    assert page.evaluate("outbox.usable") is False


def test_full_phone_refuses_what_it_cannot_keep_and_goes_on_when_there_is_room(context, site):
    page = site.opens()
    devtools = context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": SITE, "quotaSize": 1})
    assert page.evaluate(REASON.replace("{}", "{much: new Array(3e6).join('x')}")) == "full"
    page.wait_for_function("heard.some(function (one) { return one[1].problem === 'full'; })")
    assert counts(page) == NOTHING
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": SITE})
    uuid = finish(page)
    flush(page)
    assert (site.stored, problem(page)) == ([uuid], "")


def test_database_deleted_under_an_open_page_is_made_anew(site):
    page = site.opens()
    page.evaluate("new Promise(done => { indexedDB.deleteDatabase('outbox').onsuccess = done; }).then(() => 1)")
    uuid = finish(page)
    flush(page)
    assert site.stored == [uuid]


def test_it_is_on_the_disk_before_anything_is_sent(site):
    site.offline = True
    page = site.opens()
    uuid = finish(page)
    page.reload()
    assert counts(page)["guest"] == 1
    site.hears_again(page)
    flush(page)
    assert site.stored == [uuid]


def test_visit_of_a_killed_tab_is_sent_as_it_was_by_the_next_page(context, site):
    page = site.opens()
    uuid = finish(page, "{open: true}")
    page.evaluate("uuid => outbox.change(uuid, {seconds: 40})", uuid)
    assert flush(page) == 0
    assert counts(page) == NOTHING
    page.close(run_before_unload=False)
    site.opens().wait_for_function("heard.some(function (one) { return one[0] === 'outbox-stored'; })")
    assert [event["payload"] for event in site.batches[0]] == [{"seconds": 40}]


def test_visit_that_another_tab_has_sent_is_no_longer_open(site):
    page = site.opens()
    uuid = finish(page, "{open: true}")
    second = site.opens()
    flush(second)
    assert page.evaluate("uuid => outbox.change(uuid, {seconds: 9})", uuid) is False
    assert flush(page) == 0


def test_closed_visit_is_sent_once(site):
    page = site.opens()
    uuid = finish(page, "{open: true}")
    assert page.evaluate("uuid => outbox.close(uuid, {seconds: 70})", uuid) is True
    assert page.evaluate("uuid => outbox.close(uuid, {seconds: 90})", uuid) is False
    flush(page)
    assert [(event["uuid"], event["payload"]["seconds"]) for event in site.batches[0]] == [(uuid, 70)]


def test_two_tabs_at_once_lose_nothing(site):
    site.offline = True
    tabs = [site.opens(), site.opens()]
    uuids = [finish(tab) for tab in tabs * 3]
    site.offline = False
    for tab in tabs:
        tab.evaluate("void outbox.flush()")
    for tab in tabs:
        flush(tab)
        assert counts(tab) == NOTHING
    assert set(site.stored) == set(uuids)


def test_same_uuid_twice_is_one_event_with_what_was_written_first(site):
    site.offline = True
    page = site.opens()
    uuid = finish(page)
    assert finish(page, f"{{uuid: '{uuid}', edition: 9}}") == uuid
    site.hears_again(page)
    flush(page)
    assert [event.get("edition") for event in site.batches[0]] == [None]


def test_clock_ten_years_off_holds_nothing_back(context, site):
    page = context.new_page()
    page.clock.set_fixed_time("2036-11-26T12:00:00Z")
    page.goto(f"{SITE}/page/")
    finish(page)
    page.clock.set_fixed_time("1970-01-01T00:00:00Z")
    finish(page)
    flush(page)
    assert [event["at"][:4] for batch in site.batches for event in batch] == ["2036", "1970"]


def test_each_event_says_whose_it_is_and_which_it_is(site):
    site.signs_in(YANG)
    site.offline = True
    page = site.opens()
    finish(page, "{edition: 2}")
    finish(page)
    site.signs_in(None)
    finish(page)
    site.signs_in(YANG)
    site.hears_again(page)
    flush(page)
    first, second, guests = site.batches[0]
    assert (first["person"], second["person"], guests["person"]) == (YANG, YANG, "")
    assert (first["counter"], second["counter"], guests["counter"]) == (1, 2, 1)
    assert first["device"] == second["device"] == guests["device"]
    assert (first["edition"], first["object"], first["language"]) == (2, LESSON, "zh-hans")


def test_what_is_somebody_elses_waits_until_she_is_here_again(site):
    site.signs_in(YANG)
    site.offline = True
    page = site.opens()
    hers = finish(page)
    site.signs_in(WU)
    site.offline = False
    page.reload()
    assert counts(page) == NOTHING | {"others": 1}
    assert flush(page) == 0
    site.signs_in(YANG)
    flush(page)
    assert site.stored == [hers]


def test_what_was_recorded_under_an_entry_that_was_merged_into_hers_is_sent_as_hers(context, site):
    site.signs_in(YANG)
    site.offline = True
    page = site.opens()
    hers = finish(page)
    site.signs_in(WU)
    context.add_cookies([{"name": "learner-was", "value": YANG, "url": SITE}])
    site.offline = False
    page.reload()
    flush(page)
    assert site.stored == [hers]


def test_page_says_sign_in_when_what_waits_is_nobodys_who_is_here(site):
    site.signs_in(YANG)
    site.offline = True
    page = site.opens()
    finish(page)
    site.signs_in(None)
    site.hears_again(page)
    flush(page)
    assert (site.batches, problem(page)) == ([], "signed-out")


def test_nothing_is_asked_while_nothing_waits(site):
    page = site.opens()
    flush(page)
    assert site.asked == 0


def test_plain_http_is_enough(site):
    page = site.opens()
    assert page.evaluate("[window.isSecureContext, !!crypto.randomUUID]") == [False, False]
    uuid = finish(page)
    flush(page)
    assert told(page, "stored") == [{"uuid": uuid}]
    assert (len(uuid), uuid[14]) == (36, "4")


def test_script_is_small():
    sources = [Path(finders.find(f"progress/{name}.js")).read_text() for name in ("asking", "drawer", "outbox")]
    assert len(brotli.compress(rjsmin.jsmin(";".join(sources)).encode())) <= 3_000


HELP_FORMS = """<form data-sets-aside action="/elsewhere/"><button id="help">1</button></form>
<form data-leaving="mine" action="/page/"><button id="done">1</button><p class="leaving"></p></form>"""
BEGUN = {f"quiz {LESSON} {YANG}": "hers", "ticks a": "hers", "price b": "hers"}


def helps(site: Site, person: str) -> None:
    """The keeper is signed in as her, and has no PIN of hers."""
    site.signs_in(f"{person}..")
    site.person = person


def test_what_the_keeper_began_lies_aside_while_she_helps_and_the_neighbours_does_not_stay(context):
    site = Site(context, "signing-out", "../trainees/set-aside", body=HELP_FORMS)
    site.signs_in(YANG)
    page = site.opens()
    page.evaluate("all => Object.keys(all).forEach(name => { localStorage[name] = all[name]; })", BEGUN)
    context.route("**/elsewhere/?", lambda route: route.fulfill(body="her next page"))
    page.click("#help")
    page.wait_for_url("**/elsewhere/?")
    helps(site, WU)
    page.goto(f"{SITE}/page/")
    assert not set(BEGUN) & set(page.evaluate("Object.keys(localStorage)"))
    page.evaluate(f"localStorage['ticks a'] = 'of Wu'; localStorage['quiz {LESSON} {WU}'] = 'of Wu'")
    page.click("#done")
    page.wait_for_url("**/page/?")
    site.signs_in(YANG)
    page.goto(f"{SITE}/page/")
    assert page.evaluate("names => names.map(name => localStorage[name])", list(BEGUN)) == ["hers"] * 3
    assert "of Wu" not in page.evaluate("Object.values(localStorage)")


def test_what_the_keeper_did_herself_is_hers_and_not_helped(site):
    helps(site, WU)
    page = site.opens()
    finish(page, f"{{person: '{YANG}'}}")
    finish(page)
    flush(page)
    assert [(one["person"], one["helped"]) for batch in site.batches for one in batch] == [(WU, True)]
    site.signs_in(YANG)
    flush(page)
    assert [(one["person"], one["helped"]) for one in site.batches[-1]] == [(YANG, False)]


STRIP = """<form class="helping" data-leaving="mine" action="/page/"><button id="done">1</button>
<p class="leaving"></p></form>"""


def test_a_page_that_is_the_same_for_everybody_says_that_the_keeper_helps_and_the_line_ends_it(context):
    site = Site(context, "signing-out", body="<header></header>")
    site.signs_in(YANG)
    page = site.opens()
    flush(page)
    assert page.locator(".helping").count() == 0
    helps(site, WU)
    site.helping = {"helping": STRIP}
    page.reload()
    page.locator("header + .helping").wait_for()
    context.route("**/learn/*/", lambda route: route.abort())
    page.reload()
    page.evaluate("localStorage['ticks a'] = 'of Wu'")
    page.locator("header + .helping #done").click()
    page.wait_for_url("**/page/?")
    assert page.evaluate("Object.keys(localStorage)") == []
