"""Only our own JSON forgets an event, and only the one that it names; whatever else comes back, it is sent again."""

import pytest
from playwright.sync_api import BrowserContext

from tests.progress.outbox_pages import SITE, YANG, Site, counts, finish, flush, problem, refuses, stores, told

PORTAL = {"content_type": "text/html", "body": "<html><form action='/login'>Wi-Fi</form></html>"}
CUT = {"content_type": "application/json", "body": '{"stored": ["'}
BAD = {
    "500": ({"status": 500, "body": "broken"}, "later"),
    "502 page": ({**PORTAL, "status": 502}, "later"),
    "429": ({"status": 429, "json": {"error": "later"}}, "later"),
    "400": ({"status": 400, "json": {"error": "json"}}, "later"),
    "empty": ({"status": 204, "body": ""}, "later"),
    "portal": (PORTAL, "not-ours"),
    "redirect": ({"status": 302, "headers": {"Location": "http://portal.example/"}}, "not-ours"),
    "cut json": (CUT, "later"),
    "other json": ({"json": {"ok": True}}, "not-ours"),
    "null": ({"json": None}, "not-ours"),
    "list": ({"json": ["stored"]}, "not-ours"),
    "strange refusals": ({"json": {"stored": [], "refused": 7}}, "offline"),
}


@pytest.fixture
def site(context: BrowserContext) -> Site:
    return Site(context)


@pytest.mark.parametrize(("reply", "said"), BAD.values(), ids=BAD)
def test_bad_reply_keeps_the_event_and_it_arrives_with_the_next_try(site, reply, said):
    site.replies = [reply]
    page = site.opens()
    uuid = finish(page)
    page.wait_for_function("heard.some(function (one) { return one[1].problem; })")
    assert problem(page) == said
    assert counts(page)["guest"] == 1
    flush(page)
    assert site.stored == [uuid, uuid]
    assert (counts(page)["guest"], problem(page)) == (0, "")


def test_reply_that_names_others_touches_nothing(site):
    site.replies = [{"json": {"stored": ["7b0c6f3e-2f0a-4f5e-9c39-0c6f4f1f6a01"], "doubled": [], "refused": []}}]
    page = site.opens()
    finish(page)
    page.wait_for_function("heard.some(function (one) { return one[1].problem; })")
    assert (counts(page)["guest"], told(page, "stored")) == (1, [])


def test_doubled_is_stored(site):
    site.replies = [lambda events: {"json": {"stored": [], "doubled": [event["uuid"] for event in events]}}]
    page = site.opens()
    uuid = finish(page)
    flush(page)
    assert (told(page, "stored"), counts(page)["guest"]) == ([{"uuid": uuid}], 0)


def test_only_the_named_half_of_a_batch_is_forgotten(site):
    site.offline = True
    page = site.opens()
    first, second = finish(page), finish(page)
    site.hears_again(page)
    site.replies = [lambda events: stores(events[:1])]
    flush(page)
    assert (counts(page)["guest"], problem(page)) == (1, "later")
    flush(page)
    assert site.stored == [first, second, second]


@pytest.mark.parametrize("status", [401, 403])
def test_old_token_is_replaced_and_the_same_is_sent_again(site, status):
    site.replies = [{"status": status, "json": {"error": "token"}}]
    page = site.opens()
    uuid = finish(page)
    flush(page)
    assert site.stored == [uuid, uuid]
    assert site.tokens == ["token-1", "token-2"]
    assert counts(page)["guest"] == 0


def test_two_refusals_of_the_token_keep_everything_and_say_sign_in(site):
    site.signs_in(YANG)
    site.replies = [{"status": 403, "json": {"error": "token"}}] * 2
    page = site.opens()
    finish(page)
    page.wait_for_function("heard.some(function (one) { return one[1].problem; })")
    assert (problem(page), counts(page)["mine"]) == ("signed-out", 1)


def test_session_that_ended_meanwhile_sends_nothing_of_hers(site):
    site.signs_in(YANG)
    page = site.opens()
    site.person = None
    finish(page)
    flush(page)
    assert (site.batches, counts(page)["mine"]) == ([], 1)


@pytest.mark.parametrize("code", ["edition", "unknown-question", "kind"])
def test_refused_is_kept_with_its_code_shown_and_never_sent_again(site, code):
    site.replies = [refuses(code)]
    page = site.opens()
    uuid = finish(page)
    flush(page)
    assert flush(page) == 0
    assert site.stored == [uuid]
    assert told(page, "refused") == [{"uuid": uuid, "code": code}]
    assert (counts(page)["guest"], counts(page)["refused"]) == (0, 1)
    assert [one["code"] for one in page.evaluate("outbox.refused()")] == [code]


@pytest.mark.parametrize("code", ["other-person", "too-many"])
def test_refused_for_now_is_sent_again(site, code):
    site.replies = [refuses(code)]
    page = site.opens()
    uuid = finish(page)
    page.wait_for_function("heard.some(function (one) { return one[1].problem === 'later'; })")
    assert counts(page)["guest"] == 1
    flush(page)
    assert site.stored == [uuid, uuid]


def test_too_many_at_once_are_sent_in_ever_smaller_batches(site):
    site.offline = True
    page = site.opens()
    uuids = [finish(page) for _ in range(6)]
    site.hears_again(page)
    site.replies = [{"status": 413, "json": {"error": "too-large"}}] * 2
    flush(page)
    assert [len(batch) for batch in site.batches] == [6, 3, 1, 1, 1, 1, 1, 1]
    assert set(site.stored) == set(uuids)


def test_one_that_is_too_large_blocks_no_neighbour(site):
    site.offline = True
    page = site.opens()
    large, small = finish(page), finish(page)
    site.hears_again(page)
    site.replies = [{"status": 413}, {"status": 413}]
    flush(page)
    assert (counts(page)["guest"], problem(page)) == (1, "later")
    assert site.batches[-1][0]["uuid"] == small
    assert large != small


def test_many_are_sent_in_several_requests(site):
    site.offline = True
    page = site.opens()
    page.evaluate("Promise.all(Array.from({length: 60}, () => outbox.add('lesson-finished', 'x', {})))")
    site.hears_again(page)
    flush(page)
    assert counts(page)["guest"] == 0
    assert [len(batch) for batch in site.batches] == [25, 25, 10]


def test_without_signal_it_tries_again_by_itself_and_ever_more_seldom(context, site):
    site.replies = [{"status": 500}] * 4
    page = context.new_page()
    page.clock.install()
    page.goto(f"{SITE}/page/")
    finish(page)
    flush(page)
    tries = []
    for _ in range(8):
        tries.append(len(site.batches))
        page.clock.run_for(5000)
        page.wait_for_timeout(200)
    assert tries[0] < tries[-1] < 6
    page.clock.run_for(200_000)
    page.wait_for_function("heard.some(function (one) { return one[0] === 'outbox-stored'; })")


def test_signal_that_comes_back_sends_at_once(context, site):
    site.offline = True
    page = site.opens()
    uuid = finish(page)
    flush(page)
    site.offline = False
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_function("heard.some(function (one) { return one[0] === 'outbox-stored'; })")
    assert site.stored == [uuid]


def test_reply_that_never_comes_holds_the_next_try_up_for_less_than_a_minute(context, site):
    site.replies = [None]
    page = context.new_page()
    page.clock.install()
    page.goto(f"{SITE}/page/")
    uuid = finish(page)
    while not site.batches:
        page.wait_for_timeout(50)
    page.clock.run_for(46_000)
    page.wait_for_function("heard.some(function (one) { return one[1].problem === 'offline'; })")
    page.clock.run_for(11_000)
    page.wait_for_function("heard.some(function (one) { return one[0] === 'outbox-stored'; })")
    assert site.stored == [uuid, uuid]
