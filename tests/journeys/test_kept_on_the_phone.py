"""What she opened once opens again, a course that she keeps comes whole, and nobody else is ever taken for us."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.faulty_proxy import Line, cut_before, reply, slow
from tests.journeys import badly, learning
from tests.journeys.badly import PORTAL, World

LIST, HELP, KEEPING = "/zh-hans/", "/zh-hans/help/", "/zh-hans/on-this-phone/"
IN_CHARGE = """() => new Promise(done => {
  const look = () => navigator.serviceWorker.controller ? done() : setTimeout(look, 50);
  look();
})"""
PUT_SOUND = """() => caches.open('visited').then(cache => cache.put('/uploads/recordings/a.mp3',
  new Response('0123456789', {headers: {'Content-Type': 'audio/mpeg'}})))"""
HEAR_PART = """() => fetch('/uploads/recordings/a.mp3', {headers: {Range: 'bytes=2-5'}})
  .then(answer => answer.text().then(text => [answer.status, answer.headers.get('Content-Range'), text]))"""
NAMES = "caches.keys().then(names => names.filter(name => name.startsWith('pack ')))"


def is_kept(phone: Page, address: str) -> bool:
    return phone.evaluate("address => caches.match(address).then(found => !!found)", address)


def visit(phone: Page, *addresses: str) -> None:
    """Until each of them, in turn, lies on the phone."""
    for address in addresses:
        phone.goto(address)
        phone.evaluate(IN_CHARGE)
        badly.until(phone, lambda address=address: is_kept(phone, address))


def part(phone: Page, name: str):
    return phone.locator(f'[data-is="{name}"]').last


def test_first_page_ever_opens_again_also_under_a_shared_link(bad_phone: Page, line: Line, world: World):
    visit(bad_phone, world.lessons[0])
    line.lose_signal()
    assert bad_phone.goto(world.lessons[0] + "?from=timeline&isappinstalled=0").status == 200
    expect(bad_phone.locator(".step:visible .cloth__picture")).to_be_visible()
    shown = bad_phone.locator(".step:visible img.cloth__picture, .step:visible .cloth__picture img")
    assert shown.evaluate("picture => picture.complete && picture.naturalWidth > 0")


def test_quiz_of_a_lesson_opened_once_is_answered_without_signal(bad_phone: Page, line: Line, world: World):
    quiz = f"{world.lessons[0]}quiz/"
    visit(bad_phone, world.lessons[0])
    badly.until(bad_phone, lambda: is_kept(bad_phone, quiz))
    line.lose_signal()
    assert bad_phone.goto(quiz).status == 200
    badly.finish_quiz(bad_phone)


@pytest.mark.hard
def test_picture_that_cannot_come_leaves_its_place_plain(bad_phone: Page, line: Line, world: World):
    line.spoil("GET", "/uploads/", cut_before)
    bad_phone.goto(world.lessons[0])
    picture = bad_phone.locator(".step:visible img.cloth__picture, .step:visible .cloth__picture img").first
    expect(picture).to_have_class(re.compile("not-come"))
    assert picture.evaluate("picture => getComputedStyle(picture).opacity") == "0"
    assert picture.get_attribute("alt") is not None


def test_page_that_is_not_kept_is_told_kindly_with_the_lessons_that_are(bad_phone: Page, line: Line, world: World):
    visit(bad_phone, LIST, world.lessons[0])
    line.lose_signal()
    assert bad_phone.goto(world.lessons[1]).status == 503
    expect(bad_phone.locator("h1")).to_have_text("没有信号，也能学")
    expect(bad_phone.locator("[data-kept] a.row")).to_have_count(1)
    expect(bad_phone.locator(".foot__main")).to_have_attribute("href", world.lessons[0])
    assert bad_phone.goto("/learn/?in=en").status == 503
    expect(bad_phone.locator("html")).to_have_attribute("lang", "en")
    expect(bad_phone.locator("[data-kept] a.row")).to_have_count(1)
    assert bad_phone.goto(f"{world.lessons[0]}?page=2").status == 503


def test_page_of_a_network_that_answers_for_us_is_shown_and_never_kept(bad_phone: Page, line: Line, world: World):
    visit(bad_phone, LIST)
    line.spoil("GET", HELP, PORTAL)
    line.spoil("GET", world.lessons[0], reply(302, Location=HELP))
    line.spoil("GET", "/uploads/", PORTAL)
    for address in (HELP, world.lessons[0]):
        bad_phone.goto(address)
        expect(bad_phone).to_have_title("免费Wi-Fi")
    picture = bad_phone.evaluate("fetch('/uploads/drawings/not-there.svg').then(answer => answer.text())")
    assert "Wi-Fi" in picture
    assert not any(is_kept(bad_phone, one) for one in (HELP, world.lessons[0], "/uploads/drawings/not-there.svg"))
    line.lose_signal()
    assert bad_phone.goto(HELP).status == 503


TROUBLES = {"502": reply(502, "<h1>Bad Gateway</h1>"), "slow": slow(15), "cut": cut_before}


@pytest.mark.hard
@pytest.mark.parametrize("trouble", TROUBLES)
def test_kept_page_stands_in_for_a_site_in_trouble(bad_phone: Page, line: Line, trouble: str):
    visit(bad_phone, HELP)
    line.spoil("GET", HELP, TROUBLES[trouble])
    bad_phone.goto(HELP, timeout=15_000)
    expect(bad_phone.get_by_role("heading", name="怎么用")).to_be_visible()


@pytest.mark.hard
def test_part_of_a_kept_recording_is_cut_from_the_whole(bad_phone: Page, line: Line):
    visit(bad_phone, HELP)
    bad_phone.evaluate(PUT_SOUND)
    line.lose_signal()
    assert bad_phone.evaluate(HEAR_PART) == [206, "bytes 2-5/10", "2345"]


@pytest.mark.hard
def test_full_phone_shows_the_page_and_keeps_the_course_that_she_wanted(bad_phone: Page, line: Line, world: World):
    visit(bad_phone, LIST, HELP)
    bad_phone.evaluate("caches.open('pack a zh-hans').then(cache => cache.put('/wanted', new Response('w')))")
    storage = bad_phone.context.new_cdp_session(bad_phone)
    storage.send("Storage.overrideQuotaForOrigin", {"origin": line.url, "quotaSize": 1})
    assert bad_phone.goto(world.lessons[0]).status == 200
    bad_phone.wait_for_load_state("networkidle")
    assert is_kept(bad_phone, "/wanted")
    storage.send("Storage.overrideQuotaForOrigin", {"origin": line.url})
    visit(bad_phone, world.lessons[0])


# ---- a whole course ----


@pytest.mark.hard
def test_course_is_named_while_its_weight_is_looked_up(bad_phone: Page, line: Line):
    visit(bad_phone, HELP)
    line.spoil("GET", "/zh-hans/packs/", slow(3))
    bad_phone.goto(KEEPING)
    expect(part(bad_phone, "looking")).to_have_text("正在看有多大…", timeout=2000)
    expect(bad_phone.locator(".pack .group__title")).to_be_visible(timeout=1000)
    expect(part(bad_phone, "start")).to_be_visible()
    expect(part(bad_phone, "looking")).to_be_hidden()


def test_course_comes_with_its_weight_told_and_goes_on_where_it_stopped(bad_phone: Page, line: Line, world: World):
    visit(bad_phone, KEEPING)
    expect(part(bad_phone, "start")).to_have_text(re.compile(r"把这门课存到手机：\d\.\d MB"))
    line.spoil("GET", "/uploads/drawings/", cut_before)
    part(bad_phone, "start").click()
    expect(part(bad_phone, "problem")).to_contain_text("有了信号，会自己接着存")
    bad_phone.goto("about:blank")
    line.heal()
    came = len(line.requests("GET", world.lessons[3]))
    bad_phone.goto(KEEPING)
    expect(part(bad_phone, "updated")).to_contain_text("已在手机里")
    assert len(line.requests("GET", world.lessons[3])) == came
    line.lose_signal()
    for address in ("/", LIST, world.lessons[3], f"{world.lessons[3]}quiz/", KEEPING):
        assert bad_phone.goto(address).status == 200
    expect(bad_phone.locator('[data-is="kept"] a.row').first).to_be_visible()


def test_file_that_is_not_what_the_list_says_is_asked_for_once_more_and_then_told(
    bad_phone: Page, line: Line, world: World
):
    visit(bad_phone, KEEPING)
    expect(part(bad_phone, "start")).to_be_visible()
    line.spoil("GET", world.lessons[0], PORTAL)
    part(bad_phone, "start").click()
    expect(part(bad_phone, "problem")).to_contain_text("有几样没存好")
    assert len([one for one in line.requests("GET", world.lessons[0]) if one.path == world.lessons[0]]) == 2
    line.heal()
    part(bad_phone, "start").click()
    expect(part(bad_phone, "updated")).to_contain_text("已在手机里")
    assert len(bad_phone.evaluate(NAMES)) == 1
    bad_phone.on("dialog", lambda dialog: dialog.accept())
    part(bad_phone, "delete").click()
    expect(part(bad_phone, "start")).to_be_visible()
    learning.wait_until(lambda: bad_phone.evaluate(NAMES) == [])


@pytest.mark.hard
def test_course_that_she_pauses_waits_until_she_goes_on(bad_phone: Page, line: Line):
    visit(bad_phone, KEEPING)
    line.spoil("GET", "/uploads/drawings/", slow(0.5))
    part(bad_phone, "start").click()
    part(bad_phone, "pause").click()
    expect(part(bad_phone, "start")).to_have_text(re.compile("接着存"))
    bad_phone.reload()
    expect(part(bad_phone, "start")).to_have_text(re.compile("接着存"))
    line.heal()
    part(bad_phone, "start").click()
    expect(part(bad_phone, "updated")).to_contain_text("已在手机里")


@pytest.mark.hard
def test_phone_that_becomes_full_is_told_and_goes_on_later(bad_phone: Page, line: Line):
    visit(bad_phone, KEEPING)
    expect(part(bad_phone, "start")).to_be_visible()
    storage = bad_phone.context.new_cdp_session(bad_phone)
    storage.send("Storage.overrideQuotaForOrigin", {"origin": line.url, "quotaSize": 1_000_000})
    part(bad_phone, "start").click()
    expect(part(bad_phone, "problem")).to_contain_text("空间不够")
    storage.send("Storage.overrideQuotaForOrigin", {"origin": line.url})
    part(bad_phone, "start").click()
    expect(part(bad_phone, "updated")).to_contain_text("已在手机里")
