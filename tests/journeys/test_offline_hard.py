"""Phones of another time, two of one trainee, without a place to write, renewed under her hands: make test-hard."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.faulty_proxy import Ask, Line, bad_line, cut_after, reply
from tests.journeys import badly, learning
from tests.journeys.badly import EVENTS, World
from tests.journeys.conftest import MILLISECONDS, PHONE
from tests.server import Server, manage

pytestmark = pytest.mark.hard


# ---- of another time ----

CLOCK = """(() => {
  const Real = Date, shift = %d * 86400000;
  window.Date = class extends Real {
    constructor(...parts) { if (parts.length) super(...parts); else super(Real.now() + shift); }
    static now() { return Real.now() + shift; }
  };
})()"""
WHEN = """
from django.utils import timezone
from progress.models import Attempt
attempt = Attempt.objects.get(trainee__person__name="%s")
print(abs((timezone.now() - attempt.occurred_at).total_seconds()) < 300)
"""


@pytest.mark.parametrize("years", [10, -10, -56])
def test_r09_clock_years_off_counts_today_and_once(
    bad_phone: Page, line: Line, official: Page, world: World, server: Server, years: int
):
    before = badly.trained(official)
    bad_phone.context.add_init_script(CLOCK % (years * 365))
    villager = f"韦{abs(years)}{'早' if years < 0 else '晚'}"
    learning.join(bad_phone, world.code, villager, "butterfly")
    learning.open_quiz(bad_phone, world.lessons[0])
    line.spoil("POST", EVENTS, cut_after, times=1)
    badly.finish_quiz(bad_phone)
    badly.all_sent(bad_phone)
    assert badly.trained(official) == before + 1
    assert badly.arrived_once(server, villager)
    assert learning.in_shell(server, WHEN % villager) == "True"


# ---- twice ----

FOLDED = """
import json
from progress.models import Attempt, Enrolment, LessonCompletion
hers = {"trainee__person__name": "%s"}
rows = [
    sorted(Attempt.objects.filter(**hers).values_list("passed", "raw", "max")),
    sorted(LessonCompletion.objects.filter(**hers).values_list("lesson_key", "completed_on", "direct")),
    [[str(value)[:10] for field, value in sorted(vars(row).items()) if field.endswith(("_on", "_at"))]
     for row in Enrolment.objects.filter(**hers)],
]
print(json.dumps(rows, default=str))
"""
FAILED = "([quiz, edition]) => outbox.add('attempt-submitted', quiz, {responses: [], seconds: 9}, {edition: edition})"


@pytest.fixture
def second_line(server: Server) -> Iterator[Line]:
    with bad_line(server.url) as line:
        yield line


def two_phones(browser: Browser, first: Page, second_line: Line) -> Page:
    """Another phone on which she is signed in too."""
    cookies = first.context.storage_state()
    context = browser.new_context(base_url=second_line.url, storage_state=cookies, **PHONE)
    context.set_default_timeout(MILLISECONDS)
    return context.new_page()


def test_r07_two_phones_of_one_trainee_come_to_the_same_in_either_order(
    browser: Browser, line: Line, second_line: Line, world: World, server: Server
):
    states = []
    for name, failed_comes_first in (("石二", True), ("石三", False)):
        context = browser.new_context(base_url=line.url, **PHONE)
        context.set_default_timeout(MILLISECONDS)
        one = context.new_page()
        learning.join(one, world.code, name, "buffalo")
        other = two_phones(browser, one, second_line)
        for phone, its_line in ((one, line), (other, second_line)):
            learning.open_quiz(phone, world.lessons[0])
            its_line.lose_signal()
        sheet = one.locator("form.quiz")
        one.evaluate(FAILED, [sheet.get_attribute("data-quiz"), int(sheet.get_attribute("data-edition") or 0)])
        badly.finish_quiz(other)
        both = [(one, line), (other, second_line)]
        for phone, its_line in both if failed_comes_first else both[::-1]:
            its_line.find_signal()
            badly.try_again(phone)
            badly.all_sent(phone)
        states.append(json.loads(learning.in_shell(server, FOLDED % name)))
        for phone in (one, other):
            phone.context.close()
    assert states[0] == states[1]
    assert [passed for passed, _raw, _max in states[0][0]] == [False, True]
    manage("rebuild_progress", "--check", environment=server.environment)


# ---- without a place to write ----


WITHOUT_DATABASE = {
    "none": "Object.defineProperty(window, 'indexedDB', {value: undefined})",
    "forbidden": "IDBFactory.prototype.open = function () { throw new DOMException('', 'SecurityError'); }",
    "silent": "IDBFactory.prototype.open = function () { return {}; }",
}


@pytest.mark.parametrize("how", WITHOUT_DATABASE)
def test_r38_phone_without_indexeddb_has_plain_forms(bad_phone: Page, world: World, server: Server, how: str):
    villager = f"石五{list(WITHOUT_DATABASE).index(how)}"
    bad_phone.context.add_init_script(WITHOUT_DATABASE[how])
    learning.join(bad_phone, world.code, villager, "fern")
    bad_phone.goto(world.lessons[0])
    bad_phone.goto(bad_phone.locator(learning.QUIZ).get_attribute("href") or "")
    bad_phone.get_by_role("link", name="开始小测验").click()
    badly.finish_quiz(bad_phone)
    expect(bad_phone.get_by_role("heading", name="通过了")).to_be_visible()
    assert badly.arrived_once(server, villager)


def bad_gateway_after(ask: Ask) -> bytes:
    """The site has it, and somebody between says that it has not."""
    ask()
    return reply(502, "<h1>Bad Gateway</h1>")(ask)


def test_r03_plain_form_whose_answer_was_lost_is_sent_again_and_counts_once(
    browser: Browser, line: Line, world: World, server: Server
):
    context = browser.new_context(base_url=line.url, java_script_enabled=False, **PHONE)
    context.set_default_timeout(MILLISECONDS)
    phone = context.new_page()
    learning.join(phone, world.code, "石六", "fish")
    learning.open_plain_quiz(phone, world.lessons[0])
    learning.answer_plainly(phone)
    line.spoil("POST", "/learn/quiz/", bad_gateway_after, times=1)
    phone.locator(".quiz__send button").click()
    expect(phone.get_by_role("heading", name="Bad Gateway")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("heading", name="通过了")).to_be_visible()
    assert len(line.requests("POST", "/learn/quiz/")) == 2
    context.close()
    assert badly.arrived_once(server, "石六")


# ---- renewed under her hands ----

KILLER = """
from django.test import Client
print(Client().get("/service-worker.js", HTTP_HOST="127.0.0.1").content.decode())
"""
WAITS = "navigator.serviceWorker.ready.then(ready => !!ready.waiting)"
GONE = "navigator.serviceWorker.getRegistrations().then(all => caches.keys().then(names => all.length + names.length))"


def serve_worker(line: Line, text: str, phone: Page) -> None:
    """From now on the site has this worker; the browser looks, as it does at every visit."""
    line.spoil("GET", "/service-worker.js", reply(200, text, "text/javascript"))
    phone.evaluate("navigator.serviceWorker.ready.then(ready => { ready.update(); })")


def half_a_quiz(phone: Page, lesson: str) -> None:
    """All answered and nothing handed in, on a page that remembers whether it was loaded anew."""
    phone.goto(lesson)
    phone.evaluate("() => navigator.serviceWorker.ready")
    learning.open_quiz(phone, lesson)
    phone.evaluate("window.sameAsBefore = true")
    badly.answer(phone)


def hand_in_here(phone: Page) -> None:
    badly.hand_in(phone)
    assert phone.evaluate("window.sameAsBefore")


def test_r37_new_service_worker_waits_until_the_quiz_is_done(bad_phone: Page, line: Line, world: World, server: Server):
    learning.join(bad_phone, world.code, "石七", "drum")
    half_a_quiz(bad_phone, world.lessons[0])
    now = bad_phone.request.get("/service-worker.js").text()
    serve_worker(line, now.replace('"release": "', '"release": "after '), bad_phone)
    badly.until(bad_phone, lambda: bad_phone.evaluate(WAITS))
    hand_in_here(bad_phone)
    badly.all_sent(bad_phone)
    assert badly.arrived_once(server, "石七")
    assert bad_phone.evaluate(WAITS)


def test_r37_switch_that_ends_the_service_worker_touches_no_half_filled_quiz(
    bad_phone: Page, line: Line, world: World, server: Server
):
    off = manage("shell", "-v0", "-c", KILLER, environment=server.environment | {"SERVICE_WORKER": "off"}).stdout
    learning.join(bad_phone, world.code, "石八", "butterfly")
    half_a_quiz(bad_phone, world.lessons[0])
    serve_worker(line, off, bad_phone)
    badly.until(bad_phone, lambda: bad_phone.evaluate(GONE) == 0)
    hand_in_here(bad_phone)
    badly.all_sent(bad_phone)
    assert badly.arrived_once(server, "石八")
