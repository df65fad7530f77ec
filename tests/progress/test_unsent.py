"""What is not sent yet is said quietly, with what would help; and she is told before she signs out."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from playwright.sync_api import BrowserContext, Page, expect

from portal.phone_bundle import styles
from tests.progress.outbox_pages import LESSON, SITE, WU, YANG, Site, counts, finish, flush, refuses

WECHAT = "Mozilla/5.0 (Linux; Android 10) Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0"
FORM = '<form method="post" action="/gone/" data-leaving="%s">%s<button>退出</button></form>'


def body(language: str = "zh-hans", *, leaving: str = "mine") -> str:
    with override(language):
        warning = render_to_string("trainees/parts/leaving.html", {"all_the_same": "还是退出"})
        return render_to_string("progress/components/unsent.html") + FORM % (leaving, warning)


@pytest.fixture
def site(context: BrowserContext) -> Site:
    return Site(context, "unsent", "signing-out", body=body())


def says(page: Page, *lines: str) -> None:
    shown = page.locator(".unsent p:visible")
    expect(shown).to_have_text(list(lines))


def offline_with_one(site: Site, person: str | None = None) -> Page:
    site.signs_in(person)
    site.offline = True
    page = site.opens()
    finish(page)
    return page


def test_what_is_sent_at_once_is_not_worth_a_word(site):
    page = site.opens()
    page.evaluate(
        """() => { window.lines = 0; new MutationObserver(() => { lines += 1; })
        .observe(document.querySelector(".unsent"), {subtree: true, attributes: true, attributeFilter: ["class"]}); }"""
    )
    finish(page)
    flush(page)
    assert page.evaluate("document.querySelector('.unsent').offsetHeight") == 0
    assert page.evaluate("lines") <= 1
    says(page)


def test_without_signal_it_says_how_many_and_vanishes_when_all_is_stored(site):
    page = offline_with_one(site)
    says(page, "还有1条没送到", "先记在手机里，有信号就送。")
    finish(page)
    says(page, "还有2条没送到", "先记在手机里，有信号就送。")
    site.hears_again(page)
    flush(page)
    says(page)


QUIETLY = [("lesson-left", "{card: 'x', position: 1, seconds: 3}"), ("check-answered", "{card: 'x', answer: ['true']}")]


@pytest.mark.parametrize(("kind", "payload"), QUIETLY)
def test_lessons_that_she_only_looked_into_are_sent_without_a_word(site, kind, payload):
    site.signs_in(YANG)
    site.offline = True
    page = site.opens()
    page.evaluate(f"outbox.add('{kind}', '{LESSON}', {payload})")
    flush(page)
    assert counts(page)["mine"] == 0
    says(page)
    finish(page)
    says(page, "还有1条没送到", "先记在手机里，有信号就送。")
    site.hears_again(page)
    flush(page)
    assert len(site.stored) == 2


def test_next_page_says_it_too(site):
    page = offline_with_one(site)
    page.reload()
    says(page, "还有1条没送到", "先记在手机里，有信号就送。")


def test_in_wechat_she_is_asked_not_to_clean_up(browser):
    context = browser.new_context(user_agent=WECHAT)
    page = offline_with_one(Site(context, "unsent", body=body()))
    says(page, "还有1条没送到", "还没送到，请先别清理微信")
    context.close()


def test_in_wechat_it_stands_instead_of_the_line_about_the_browser(context):
    line = f'<style>{styles()}</style><a class="wechat" href="/">浏览器</a>'
    site = Site(context, "unsent", body=line + body())
    page = site.opens()
    page.evaluate("document.documentElement.classList.add('in-wechat')")
    expect(page.locator(".wechat")).to_be_visible()
    site.offline = True
    finish(page)
    expect(page.locator(".unsent p:visible").first).to_be_visible()
    expect(page.locator(".wechat")).to_be_hidden()


@pytest.mark.parametrize(("typing", "loads"), [(False, 2), (True, 1)], ids=["at rest", "typing"])
def test_her_lessons_are_loaded_anew_once_when_what_waited_has_arrived(context, typing, loads):
    loaded: list[str] = []
    context.on("request", lambda request: loaded.append(request.url))
    site = Site(context, "unsent", body=body() + "<main data-anew><input></main>")
    page = offline_with_one(site, YANG)
    if typing:
        page.locator("input").focus()
    flush(page)
    site.offline = False
    page.evaluate("void outbox.flush()")
    page.wait_for_timeout(1500)
    assert len(site.stored) == 1
    assert loaded.count(f"{SITE}/page/") == loads


def test_session_that_ended_leads_to_the_sign_in(site):
    page = offline_with_one(site, YANG)
    site.signs_in(None)
    site.hears_again(page)
    flush(page)
    says(page, "还有1条没送到", "登录了就送")
    expect(page.locator(".unsent a")).to_have_attribute("href", "/learn/who/")
    page.goto(f"{SITE}/learn/who/")
    says(page, "还有1条没送到")


def test_network_that_answers_instead_of_us_is_named(site):
    site.replies = [{"content_type": "text/html", "body": "<form>"}]
    page = site.opens()
    finish(page)
    says(page, "还有1条没送到", "这个网要先登录才能用，请看看Wi-Fi。")


def test_what_could_not_be_taken_is_for_the_trainer(site):
    site.replies = [refuses("edition")]
    page = site.opens()
    finish(page)
    says(page, "有1条没收下，请给老师看看")


def test_full_phone_is_told_even_when_nothing_waits(context, site):
    page = site.opens()
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": SITE, "quotaSize": 1})
    page.evaluate("outbox.add('x', 'x', {much: new Array(3e6).join('x')}).catch(function () {})")
    says(page, "手机存满了，记不下了。请先删一些照片或视频。")


def test_somebody_elses_is_not_on_her_pages(site):
    page = offline_with_one(site, YANG)
    site.signs_in(WU)
    page.reload()
    flush(page)
    says(page)


def test_it_speaks_english(context):
    page = offline_with_one(Site(context, "unsent", body=body("en")))
    says(page, "1 waiting to be sent", "Kept on this phone until there is a signal.")


def test_signing_out_first_sends_what_waits(site):
    page = offline_with_one(site, YANG)
    site.hears_again(page)
    page.get_by_role("button", name="退出").click()
    page.wait_for_url("**/gone/")
    assert len(site.stored) == 1


def test_signing_out_with_something_unsent_warns_and_the_second_press_goes(site):
    page = offline_with_one(site, YANG)
    page.get_by_role("button", name="退出").click()
    warning = page.locator(".leaving p")
    expect(warning).to_have_text("还有1条没送到。先留在这台手机上，等您再在这里登录就送。")
    expect(warning).to_be_focused()
    assert page.url == f"{SITE}/page/"
    site.offline = False
    page.get_by_role("button", name="还是退出").click()
    page.wait_for_url("**/gone/")


def test_what_is_a_guests_or_somebody_elses_holds_nobody_up(site):
    page = offline_with_one(site)
    site.signs_in(WU)
    page.get_by_role("button", name="退出").click()
    page.wait_for_url("**/gone/")


def test_being_forgotten_where_nobody_is_signed_in_warns_of_whatever_waits(context):
    page = offline_with_one(Site(context, "signing-out", body=body(leaving="anybody")), YANG)
    context.clear_cookies()
    page.get_by_role("button", name="退出").click()
    expect(page.locator(".leaving p")).to_be_visible()


def test_browser_that_keeps_nothing_just_signs_out(context, site):
    context.add_init_script("Object.defineProperty(window, 'indexedDB', {value: undefined})")
    page = site.opens()
    page.get_by_role("button", name="退出").click()
    page.wait_for_url("**/gone/")


PUT_HERS = """names => [localStorage, sessionStorage].forEach(
    storage => names.forEach(name => storage.setItem(name, "[]")))"""
LEFT = "() => [localStorage, sessionStorage].map(storage => Object.keys(storage).sort())"
HERS = ["price lesson", "ticks packing oranges", "packing", f"quiz {LESSON} {YANG}"]
NOT_HERS = ["display", "packing-list", "pricey", f"quiz {LESSON} "]


@pytest.mark.parametrize("told", [False, True], ids=["at once", "after the warning"])
def test_signing_out_takes_along_what_this_phone_keeps_of_her(site, told):
    page = offline_with_one(site, YANG)
    page.evaluate(PUT_HERS, HERS + NOT_HERS)
    if told:
        page.get_by_role("button", name="退出").click()
        assert page.evaluate(LEFT)[0] == sorted(HERS + NOT_HERS)
        page.get_by_role("button", name="还是退出").click()
    else:
        site.hears_again(page)
        page.get_by_role("button", name="退出").click()
    page.wait_for_url("**/gone/")
    assert page.evaluate(LEFT) == [sorted(NOT_HERS)] * 2


def test_next_page_leaves_her_numbers_alone_while_she_is_signed_in(site):
    site.signs_in(YANG)
    page = site.opens()
    page.evaluate(PUT_HERS, HERS)
    page.reload()
    assert page.evaluate(LEFT) == [sorted(HERS)] * 2


LONG_PAGE = """<style>%s</style><main style="height: 480px"></main>%s<p><button form="forget">忘了我</button></p>
<footer class="foot"><button class="foot__main" form="other">进去</button></footer>
<form id="forget" method="post" action="/gone/" data-leaving="anybody"></form>"""
ON_TOP = """button => { const box = button.getBoundingClientRect();
    return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === button; }"""


def test_button_that_goes_all_the_same_does_not_lie_under_the_foot(browser):
    context = browser.new_context(viewport={"width": 360, "height": 640})
    with override("zh-hans"):
        warning = render_to_string("trainees/parts/leaving.html", {"all_the_same": "还是忘了我"})
    page = offline_with_one(Site(context, "signing-out", body=LONG_PAGE % (styles(), warning)), YANG)
    context.clear_cookies()
    page.evaluate("document.querySelector('[form=forget]').click()")
    button = page.get_by_role("button", name="还是忘了我")
    expect(page.locator(".leaving p")).to_be_in_viewport()
    assert button.evaluate(ON_TOP)
    context.close()
