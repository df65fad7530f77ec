"""What a bad line may say instead of the truth, and how a journey looks into the phone and into the books."""

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Error, Page, expect

from tests.faulty_proxy import WIFI_LOGIN, Fault, cut_after, cut_before, reply, reply_json, truncated
from tests.journeys import learning
from tests.server import Server

EVENTS = "/learn/events/"
ANSWER = "attempt-submitted"
NOBODY = "00000000-0000-4000-8000-000000000000"
SIGN_IN = "<!doctype html><title>登录</title><form method=post><input name=user><input type=password></form>"

# Each is what the phone hears when it sends what she did. After none of them may it forget anything.
REPLIES: dict[str, Fault] = {
    "401": reply_json(401, {"error": "sign-in"}),
    "403 of ours": reply_json(403, {"error": "token"}),
    "403 as a page": reply(403, "<h1>Forbidden</h1>"),
    "404": reply(404, "<h1>Not Found</h1>"),
    "413": reply_json(413, {"error": "too-large"}),
    "429": reply_json(429, {"error": "later"}, Retry_After="1"),
    "500": reply(500, "<h1>Server Error</h1>"),
    "502": reply(502, "<h1>Bad Gateway</h1>"),
    "503": reply(503, "", Retry_After="1"),
    "204": reply(204),
    "redirect to a login page": reply(302, Location="/wifi/"),
    "login page with 200": reply(200, SIGN_IN),
    "captive portal of a strange kind": reply(200, WIFI_LOGIN, "application/x-portal"),
    "portal that says it is JSON": reply(200, WIFI_LOGIN, "application/json"),
    "JSON of somebody else": reply_json(200, {"code": 0, "message": "ok"}),
    "JSON list": reply_json(200, []),
    "JSON null": reply_json(200, None),
    "ours, naming nothing": reply_json(200, {"stored": [], "doubled": [], "refused": []}),
    "ours, naming another": reply_json(200, {"stored": [NOBODY], "doubled": [], "refused": []}),
    "cut before the server": cut_before,
    "half of the answer": truncated,
    "cut after the commit": cut_after,
}
PORTAL = reply(200, WIFI_LOGIN)


@dataclass(frozen=True)
class World:
    """What a journey has to know of the site: her village's code, the lessons with a quiz, the keys of all lessons."""

    code: str
    lessons: list[str]
    keys: list[str]


@dataclass(frozen=True)
class Truth:
    """What the server holds of one person: events by UUID, attempts, lessons completed."""

    events: dict[str, int]
    attempts: int
    completions: int


WORLD = """
import json
from courses.models import LessonPage
from quizzes.models import QuizPage
from trainees.models import VillageCode
code = VillageCode.objects.get(village__code="%s", revoked_at=None).code
lessons = LessonPage.objects.live().filter(locale__language_code="zh-hans").order_by("path")
with_quiz = [lesson.url for lesson in lessons if QuizPage.objects.child_of(lesson).live().exists()]
print(json.dumps([code, with_quiz, [str(lesson.translation_key) for lesson in lessons]]))
"""
BOOKS = """
import collections, json
from progress.models import Attempt, LearningEvent, LessonCompletion
hers = {"trainee__person__name": "%s"}
sent = LearningEvent.objects.filter(kind="%s", **hers).values_list("uuid", flat=True)
counts = Attempt.objects.filter(**hers).count(), LessonCompletion.objects.filter(**hers).count()
print(json.dumps([collections.Counter(map(str, sent)), *counts]))
"""
WRITE_FINISHED = """keys => keys.reduce((done, key) => done.then(made =>
  outbox.add('lesson-finished', key, {seconds: 60}).then(uuid => made.concat([uuid]))), Promise.resolve([]))"""
RESTED = """() => new Promise(resolve => {
  const look = event => event.detail.sending || resolve();
  document.addEventListener('outbox-changed', look);
  outbox.counts().then(() => setTimeout(resolve, 150));
})"""


def world_of(server: Server) -> World:
    return World(*json.loads(learning.in_shell(server, WORLD % learning.VILLAGE)))


def truth(server: Server, name: str) -> Truth:
    """What the server holds of her attempts."""
    return Truth(*json.loads(learning.in_shell(server, BOOKS % (name, ANSWER))))


def arrived_once(server: Server, name: str) -> bool:
    """One quiz of hers, right, and one of everything that follows from it."""
    told = truth(server, name)
    return (list(told.events.values()), told.attempts, told.completions) == ([1], 1, 1)


def finished(server: Server, name: str) -> dict[str, int]:
    """How often the server holds each of her lessons that came to an end, by UUID."""
    return json.loads(learning.in_shell(server, BOOKS % (name, "lesson-finished")))[0]


def write_finished(phone: Page, keys: list[str]) -> list[str]:
    """As if she had come to the end of each of these lessons; gives the UUIDs once they are on the phone's disk."""
    return phone.evaluate(WRITE_FINISHED, keys)


def answer(phone: Page) -> None:
    """All questions, all right, and nothing is handed in yet."""
    questions = learning.key_of(phone)["questions"]
    for question in questions:
        learning.TAPS[question["kind"]](phone.locator(f'[id="q-{question["id"]}"]'), question)
        learning.press(phone, "check")
        expect(phone.locator(".question--now .verdict--right")).to_be_visible()
        if question is not questions[-1]:
            learning.press(phone, "next")


def hand_in(phone: Page) -> None:
    """She sees at once what came of it, whatever the line does."""
    learning.press(phone, "send")
    expect(phone.locator(".state .title:visible")).to_have_text("通过了")


def finish_quiz(phone: Page) -> None:
    answer(phone)
    hand_in(phone)


def waiting(phone: Page) -> int:
    """How much waits on this phone to be sent, as it stands on its disk."""
    return phone.evaluate("outbox.counts().then(c => c.mine + c.guest + c.others)")


def sees_waiting(phone: Page, count: int) -> None:
    """She sees that so much waits, and so much does."""
    expect(phone.locator('[data-when="waiting"]')).to_be_visible()
    expect(phone.locator('[data-when="waiting"]')).to_contain_text(str(count))
    assert waiting(phone) == count


def try_again(phone: Page) -> None:
    """What the phone tells its pages when a network comes."""
    phone.evaluate("window.dispatchEvent(new Event('online'))")


def has_rested(phone: Page) -> None:
    """Until what was sent was answered and written down."""
    phone.evaluate(RESTED)


def all_sent(phone: Page) -> None:
    """Until nothing waits any more, and she sees that nothing does."""
    until(phone, lambda: waiting(phone) == 0)
    expect(phone.locator('[data-when="waiting"]')).to_be_hidden()


def until(phone: Page, holds: Callable[[], bool], *, seconds: float = 60) -> None:
    """Look again and again while the phone goes on. Raises AssertionError when it never holds."""
    deadline = time.monotonic() + seconds
    while not _holds_now(holds):
        assert time.monotonic() < deadline
        phone.wait_for_timeout(100)


def _holds_now(holds: Callable[[], bool]) -> bool:
    """Not while the phone is on its way to another page, where nobody can look into it."""
    try:
        return holds()
    except Error as error:
        if "context was destroyed" not in error.message:
            raise
        return False


def keep_course(phone: Page) -> None:
    """The first course of the list, with its pictures, until it is whole."""
    phone.goto("/zh-hans/on-this-phone/")
    course = phone.locator("[data-pack]").first
    course.locator('[data-is="start"]').click()
    expect(course.locator('[data-is="updated"]')).to_be_visible()


def trained(official: Page) -> int:
    """How many of her village were trained, as the county reads it."""
    official.goto(f"/office/{learning.VILLAGE}/")
    figure = official.locator(".measure", has_text="培训人数").locator(".measure__value").first
    return int(re.sub(r"\D", "", figure.inner_text()))
