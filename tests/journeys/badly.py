"""What a bad line may say instead of the truth, and how a journey looks into the phone and into the books."""

import json
from dataclasses import dataclass

from playwright.sync_api import Page, expect

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
PORTAL = reply(200, WIFI_LOGIN, "application/x-portal")


@dataclass(frozen=True)
class Truth:
    """What the server holds of one person: events by UUID, attempts, lessons completed."""

    events: dict[str, int]
    attempts: int
    completions: int


BOOKS = """
import collections, json
from progress.models import Attempt, LearningEvent, LessonCompletion
hers = {"trainee__person__name": "%s"}
sent = LearningEvent.objects.filter(kind="attempt-submitted", **hers).values_list("uuid", flat=True)
counts = Attempt.objects.filter(**hers).count(), LessonCompletion.objects.filter(**hers).count()
print(json.dumps([collections.Counter(map(str, sent)), *counts]))
"""


def truth(server: Server, name: str) -> Truth:
    return Truth(*json.loads(learning.in_shell(server, BOOKS % name)))


def waiting(phone: Page) -> int:
    """How much waits on this phone to be sent, as it stands on its disk."""
    return phone.evaluate("outbox.counts().then(c => c.mine + c.guest + c.others)")


def waits_here(phone: Page, count: int) -> None:
    """She sees that so much waits, and so much does."""
    strip = phone.locator("[data-unsent]")
    expect(strip).to_be_visible()
    expect(strip).to_contain_text(str(count))
    assert waiting(phone) == count


def try_again(phone: Page) -> None:
    """What the phone tells its pages when a network comes."""
    phone.evaluate("window.dispatchEvent(new Event('online'))")


def all_sent(phone: Page) -> None:
    phone.wait_for_function("outbox.counts().then(c => c.mine + c.guest + c.others === 0)")
    expect(phone.locator("[data-unsent]")).to_be_hidden()
