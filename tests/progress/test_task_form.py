"""The form of a task on the phone: two windows, another person, a slip of the finger and a full phone lose nothing."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.progress.outbox_pages import WU, YANG, Site, flush, refuses
from tests.progress.task_pages import handed_in, opens_form, presses, task_site, writes

FAILS = "name => void (IDBObjectStore.prototype.put = function () { throw new DOMException('x', name); })"

NEVER_ENDS = """void (taskPhotos.handIn = function (job) {
  window.given = job.uuid;
  return new Promise(function () {});
})"""


@pytest.fixture
def site(context: BrowserContext) -> Site:
    site = task_site(context)
    site.signs_in(YANG)
    return site


def shows(page: Page, state: str) -> None:
    expect(page.locator(f".state__words [data-state={state}]")).to_be_visible()


def a_photo(page: Page) -> None:
    file = BytesIO()
    Image.new("RGB", (40, 30), "orange").save(file, "JPEG")
    chosen = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}
    page.locator("input[type=file]").set_input_files(chosen)


def test_two_windows_hand_in_two_and_neither_overwrites_the_other(site):
    first = opens_form(site)
    writes(first, "甲")
    second = opens_form(site)
    expect(second.locator("[name=text]")).to_have_value("甲")
    presses(first)
    shows(first, "stored")
    writes(second, "乙")
    presses(second)
    shows(second, "stored")
    assert [words for words, _uuid in handed_in(site)] == ["甲", "乙"]
    assert len({uuid for _words, uuid in handed_in(site)}) == 2


@pytest.mark.hard
def test_old_window_does_not_write_over_what_is_newer(site):
    old, new = opens_form(site), opens_form(site)
    writes(new, "写了很长的一段")
    writes(old, "x")
    expect(old.locator("[data-part=elsewhere]")).to_be_visible()
    old.locator("[data-does=newest]").click()
    expect(old.locator("[name=text]")).to_have_value("写了很长的一段")


@pytest.mark.hard
def test_page_that_died_over_handing_in_hands_it_in_once(site):
    page = opens_form(site)
    writes(page, "甲")
    page.evaluate(NEVER_ENDS)
    presses(page)
    page.wait_for_function("window.given")
    given = page.evaluate("given")
    page.close()
    page = opens_form(site)
    presses(page)
    shows(page, "stored")
    assert handed_in(site) == [("甲", given)]


@pytest.mark.parametrize("next_one", [None, pytest.param(WU, marks=pytest.mark.hard)])
def test_open_page_shows_nothing_to_the_next_person_and_hands_in_nothing_as_her(site, next_one):
    page = opens_form(site)
    writes(page, "只给老师看")
    site.signs_in(next_one)
    page.evaluate("window.before = true")
    presses(page)
    page.wait_for_function("!window.before && document.querySelector('form.handing')")
    expect(page.locator("[name=text]")).to_have_value("")
    assert handed_in(site) == []
    site.signs_in(YANG)
    page.reload()
    expect(page.locator("[name=text]")).to_have_value("只给老师看")


@pytest.mark.hard
def test_page_that_comes_to_the_front_after_signing_out_is_empty(site):
    page = opens_form(site)
    writes(page, "只给老师看")
    site.signs_in(None)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("[name=text]")).to_have_value("")


@pytest.mark.hard
def test_photo_that_is_still_being_made_ready_is_waited_for(site):
    page = opens_form(site)
    writes(page, "有照片")
    page.evaluate("void (shrinking.shrink = function () { return new Promise(function () {}); })")
    a_photo(page)
    presses(page)
    expect(page.locator("[data-part=busy]")).to_be_visible()
    assert handed_in(site) == []


@pytest.mark.hard
def test_second_tap_right_after_handing_in_does_nothing(site):
    page = opens_form(site)
    writes(page, "甲")
    presses(page)
    page.locator("[data-does=anew]").click()
    assert page.locator("[data-part=done]").is_visible()
    page.wait_for_timeout(1100)
    page.locator("[data-does=anew]").click()
    expect(page.locator("[data-part=done]")).to_have_count(0)


@pytest.mark.hard
def test_what_was_refused_is_called_so_and_once_more_begins_with_it(site):
    site.replies = [refuses("words")]
    page = opens_form(site)
    page.locator("[name=only_county]").check()
    writes(page, "太长了")
    presses(page)
    shows(page, "refused")
    expect(page.get_by_role("heading", name="没收下")).to_be_visible()
    page.reload()
    page.locator("[data-does=anew]").click()
    expect(page.locator("[name=text]")).to_have_value("太长了")
    expect(page.locator("[name=only_county]")).to_be_checked()


@pytest.mark.hard
def test_photos_come_again_too_and_stay_in_the_draft(site):
    page = opens_form(site)
    a_photo(page)
    page.locator("[data-does=no]").first.click()
    expect(page.locator("[data-part=photo]")).to_have_count(1)
    presses(page)
    shows(page, "stored")
    page.reload()
    expect(page.locator("form.handing [data-part=photo]")).to_have_count(1)
    writes(page, "再写几句")
    page.reload()
    expect(page.locator("form.handing [data-part=photo]")).to_have_count(1)
    expect(page.locator("[name=text]")).to_have_value("再写几句")


@pytest.mark.hard
def test_enter_in_a_line_goes_to_the_next_and_hands_in_nothing(context):
    site = task_site(context, "listing")
    site.signs_in(YANG)
    page = opens_form(site)
    page.locator("[name=title]").fill("橙子")
    page.locator("[name=title]").press("Enter")
    page.keyboard.type("自家的")
    assert page.locator("[name=lines]").first.input_value() == "自家的"
    for name in ("lines", "only_county"):
        page.locator(f"[name={name}]").last.press("Enter")
    assert (handed_in(site), page.locator("[data-part=done]").count()) == ([], 0)


@pytest.mark.hard
@pytest.mark.parametrize("answer", ["mine", "not-mine"])
def test_what_a_guest_began_is_asked_about_before_the_next_one_sees_it(site, answer):
    site.signs_in(None)
    writes(opens_form(site), "第一个人写的")
    page = opens_form(site)
    expect(page.locator("[data-part=begun]")).to_be_visible()
    assert page.locator("[name=text]").input_value() == ""
    page.locator(f"[data-part=begun] [data-does={answer}]").click()
    expect(page.locator("[name=text]")).to_have_value("第一个人写的" if answer == "mine" else "")
    page.wait_for_timeout(300)
    page = opens_form(site)
    assert page.locator("[data-part=begun]").is_visible() == (answer == "mine")


@pytest.mark.hard
@pytest.mark.parametrize(("name", "part"), [("QuotaExceededError", "full"), ("DataCloneError", "not-kept")])
def test_phone_that_cannot_keep_it_shows_the_way_over_the_line(site, name, part):
    page = opens_form(site)
    page.evaluate(FAILS, name)
    writes(page, "存不下")
    expect(page.locator(f"[data-part=trouble] [data-part={part}] a")).to_be_visible()
    a_photo(page)
    page.locator("[data-does=no]").first.click()
    expect(page.locator(f"[data-part=photo-trouble] [data-part={part}] a")).to_be_visible()


@pytest.mark.hard
@pytest.mark.parametrize(("status", "state"), [(429, "tomorrow"), (507, "site-full")])
def test_why_photos_wait_is_said(site, status, state):
    site.photo_replies = [{"status": status, "json": {"error": "later"}}] * 20
    page = opens_form(site)
    a_photo(page)
    page.locator("[data-does=no]").first.click()
    expect(page.locator("[data-part=photo]")).to_have_count(1)
    presses(page)
    flush(page)
    shows(page, state)


@pytest.mark.hard
def test_slip_on_yes_has_a_way_back_and_two_taps_wipe_once(site):
    page = opens_form(site)
    a_photo(page)
    page.locator("[data-does=yes]").click()
    page.evaluate("[1, 2].forEach(function () { document.querySelector('[data-does=wipe]').click(); })")
    expect(page.locator(".blurring")).to_have_count(1)
    page.wait_for_timeout(300)
    assert page.locator(".blurring").count() == 1
    page.locator(".blurring [data-does=cancel]").click()
    page.locator("[data-part=then] [data-does=no]").click()
    expect(page.locator("[data-part=photo]")).to_have_count(1)
