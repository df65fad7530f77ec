"""Photos of a task go before it, each once, whatever happens to the line; none is lost, none stays that is stored."""

import hashlib
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.progress.outbox_pages import WU, YANG, Site, counts, finish, flush, problem, refuses, told

SCRIPTS = ("said-once", "practice/sha256", "practice/task-drawer", "practice/task-photos")
NOT_KEPT = "您说过不留照片"
TASK = "44444444-4444-4444-8444-444444444444"
PHOTOS = ["first photo", "second photo"]
DIGESTS = [hashlib.sha256(photo.encode()).hexdigest() for photo in PHOTOS]
JOB = """([uuid, person, photos]) => Promise.all(photos.map(text => {
  const blob = new Blob([text], { type: "image/jpeg" });
  return sha256(blob).then(digest => ({ digest, blob }));
})).then(photos => ({
  uuid, person, object: "33333333-3333-4333-8333-333333333333",
  at: "2026-11-26T09:00:00Z", language: "zh-hans", photos,
  payload: { card: uuid, words: { text: "橙子" }, photos: photos.map(one => one.digest), only_county: false }
}))"""
HAND_IN = f"given => ({JOB})(given).then(job => taskPhotos.handIn(job))"
WRITE_DOWN = f"""given => ({JOB})(given).then(job => taskDrawer("readwrite", all => {{
  all.objectStore("sending").put(job, job.uuid);
}}))"""
LEFT = """() => taskDrawer("readonly", (all, tell) => {
  all.objectStore("sending").count().onsuccess = event => tell(event.target.result);
})"""


def always(reply: dict | None) -> list[dict | None]:
    return [reply] * 20


@pytest.fixture
def site(context: BrowserContext) -> Site:
    site = Site(context, *SCRIPTS)
    site.signs_in(YANG)
    return site


def hand_in(page: Page, photos: list[str] = PHOTOS, uuid: str = TASK) -> None:
    page.evaluate(HAND_IN, [uuid, YANG, photos])


def handed_in_without_signal(site: Site) -> Page:
    site.offline = True
    page = site.opens()
    hand_in(page)
    flush(page)
    site.offline = False
    return page


def heals(site: Site) -> None:
    site.photo_replies.clear()
    site.photos.clear()


def sent_tasks(site: Site) -> list[dict[str, Any]]:
    return [event for batch in site.batches for event in batch if event["kind"] == "task-submitted"]


@pytest.mark.hard
def test_digest_is_that_of_everybody_else(site):
    page = site.opens()
    for length in (0, 1, 55, 56, 63, 64, 65, 1000):
        found = page.evaluate("length => sha256(new Blob([new Uint8Array(length).fill(200)]))", length)
        assert found == hashlib.sha256(bytes([200]) * length).hexdigest()


def test_photos_go_first_each_once_and_nothing_stays_of_them(site):
    page = site.opens()
    hand_in(page)
    flush(page)
    assert site.photos == DIGESTS
    assert [event["payload"]["photos"] for event in sent_tasks(site)] == [DIGESTS]
    assert sent_tasks(site)[0]["at"] == "2026-11-26T09:00:00Z"
    page.wait_for_function(f"({LEFT})().then(left => left === 0)")
    assert counts(page)["mine"] == 0


@pytest.mark.hard
def test_task_without_photos_goes_at_once(site):
    page = site.opens()
    hand_in(page, photos=[])
    flush(page)
    assert (site.photos, len(sent_tasks(site))) == ([], 1)


def test_line_that_breaks_costs_no_photo_that_arrived(site):
    site.photo_replies = [{"json": {"photo": DIGESTS[0]}}, *always(None)]
    page = site.opens()
    hand_in(page)
    flush(page)
    assert (problem(page), counts(page)["mine"], sent_tasks(site)) == ("offline", 1, [])
    assert site.photos.count(DIGESTS[0]) == 1
    heals(site)
    page.reload()
    flush(page)
    assert (site.photos, len(sent_tasks(site))) == (DIGESTS[1:], 1)


def test_waiting_task_goes_from_a_page_that_knows_nothing_of_tasks(context):
    site = Site(context)
    site.signs_in(YANG)
    with_tasks = Site(context, *SCRIPTS)
    with_tasks.signs_in(YANG)
    handed_in_without_signal(with_tasks).close()
    context.unroute_all()
    context.route("**/*", site._answer)
    page = site.opens()
    page.wait_for_function("heard.some(one => one[0] === 'outbox-stored')")
    assert (site.photos, [event["uuid"] for event in sent_tasks(site)]) == (DIGESTS, [TASK])


@pytest.mark.hard
def test_nothing_else_waits_for_photos(site):
    page = handed_in_without_signal(site)
    site.photo_replies = always(None)
    lesson = finish(page)
    flush(page)
    assert site.stored == [lesson]
    assert counts(page)["mine"] == 1


@pytest.mark.hard
@pytest.mark.parametrize(("status", "why"), [(429, "tomorrow"), (500, "later"), (503, "later"), (507, "site-full")])
def test_site_that_has_no_time_for_a_photo_is_asked_again(site, status, why):
    site.photo_replies = always({"status": status, "json": {"error": "later"}})
    page = site.opens()
    hand_in(page)
    flush(page)
    assert (problem(page), set(site.photos)) == (why, {DIGESTS[0]})
    heals(site)
    flush(page)
    assert (site.photos, len(sent_tasks(site))) == (DIGESTS, 1)


@pytest.mark.hard
def test_photo_that_the_site_cannot_read_is_told_and_harms_nothing_else(site):
    site.photo_replies = [{"status": 415, "json": {"error": "type"}}]
    page = site.opens()
    hand_in(page)
    flush(page)
    assert told(page, "refused") == [{"uuid": TASK, "code": "photo-415"}]
    lesson = finish(page)
    flush(page)
    assert (site.stored, counts(page)["refused"]) == ([lesson], 1)


@pytest.mark.hard
def test_who_said_no_to_photos_is_told_once_and_her_words_go(context):
    site = Site(context, *SCRIPTS, body='<div class="unsent"></div>')
    site.signs_in(YANG)
    site.photo_replies = always({"json": {"photo": None, "why": "consent", "words": NOT_KEPT}})
    page = site.opens()
    hand_in(page)
    hand_in(page, uuid="66666666-6666-4666-8666-666666666666")
    flush(page)
    assert [event["payload"]["words"] for event in sent_tasks(site)] == [{"text": "橙子"}] * 2
    assert (site.photos, page.locator(f"text={NOT_KEPT}").count()) == ([DIGESTS[0]] * 2, 1)
    page.wait_for_function(f"({LEFT})().then(left => left === 0)")


@pytest.mark.hard
def test_photo_that_the_site_has_lost_is_sent_again(site):
    site.replies = [refuses("photo")]
    page = site.opens()
    hand_in(page)
    flush(page)
    flush(page)
    assert (site.photos, len(sent_tasks(site)), counts(page)["mine"]) == (DIGESTS * 2, 2, 0)


@pytest.mark.hard
def test_photo_that_is_missed_for_ever_is_told_at_last(site):
    site.replies = [refuses("photo")] * 9
    page = site.opens()
    hand_in(page, photos=PHOTOS[:1])
    for _try in range(5):
        flush(page)
    assert told(page, "refused") == [{"uuid": TASK, "code": "photo"}]
    assert len(site.photos) == 3


@pytest.mark.hard
@pytest.mark.parametrize(
    "answer", [{"json": {"photo": "0" * 64}}, {"status": 200, "content_type": "text/html", "body": "Wi-Fi"}]
)
def test_answer_of_a_strange_network_is_no_receipt(site, answer):
    site.photo_replies = always(answer)
    page = site.opens()
    hand_in(page)
    flush(page)
    assert (problem(page), sent_tasks(site), counts(page)["mine"]) == ("not-ours", [], 1)


@pytest.mark.hard
def test_photos_of_somebody_else_wait_until_she_is_here_again(site):
    page = handed_in_without_signal(site)
    site.signs_in(WU)
    flush(page)
    assert (site.photos, counts(page)["others"]) == ([], 1)
    site.signs_in(YANG)
    page.reload()
    flush(page)
    assert site.photos == DIGESTS


def test_tab_killed_before_the_outbox_had_it_hands_it_in_once(site):
    page = site.opens()
    page.evaluate(WRITE_DOWN, [TASK, YANG, PHOTOS])
    for _visit in range(2):
        page.reload()
        page.wait_for_function(f"({LEFT})().then(left => left === 0)")
        flush(page)
    assert [event["uuid"] for event in sent_tasks(site)] == [TASK]
    assert set(site.photos) == set(DIGESTS)


@pytest.mark.hard
def test_handed_in_twice_is_handed_in_once(site):
    page = site.opens()
    hand_in(page)
    hand_in(page)
    flush(page)
    flush(page)
    assert [event["uuid"] for event in sent_tasks(site)] == [TASK]
