"""A page with nothing but the outbox, on plain http, and a site behind it whose replies a test writes down."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from playwright.sync_api import BrowserContext, Page, Route

from portal.script_bundles import bundled

SITE = "http://school.example"
YANG, WU = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
LESSON = "33333333-3333-4333-8333-333333333333"
HTML = """<!DOCTYPE html><html lang="zh-Hans"><body>%s<script>
var heard = [];
["outbox-changed", "outbox-stored", "outbox-refused"].forEach(function (name) {
  document.addEventListener(name, function (event) { heard.push([name, event.detail]); });
});
</script>%s</body></html>"""

Reply = dict[str, Any]


def stores(events: list[dict]) -> Reply:
    return {"json": {"stored": [event["uuid"] for event in events], "doubled": [], "refused": []}}


def refuses(code: str) -> Callable[[list[dict]], Reply]:
    def reply(events: list[dict]) -> Reply:
        refused = [{"uuid": event["uuid"], "code": code} for event in events]
        return {"json": {"stored": [], "doubled": [], "refused": refused}}

    return reply


class Site:
    """`replies` are given to batches, `photo_replies` to photos, in order; when none is left, all is stored."""

    def __init__(self, context: BrowserContext, *scripts: str, body: str = "", bundle: str = "") -> None:
        self.person: str | None = None
        self.helping: dict[str, str] = {}
        self.offline = False
        self.replies: list[Reply | Callable[[list[dict]], Reply] | None] = []
        self.batches: list[list[dict]] = []
        self.tokens: list[str] = []
        self.asked = 0
        self.photo_replies: list[Reply | None] = []
        self.photos: list[str] = []
        self.gone: Reply = {"json": {"gone": [], "hers": [], "words": ""}}
        self.asked_of: list[list[str]] = []
        files = ("foundation/uuid.js", *(f"progress/{name}.js" for name in ("asking", "drawer", "outbox", *scripts)))
        sources = [Path(finders.find(file) or "").read_text() for file in files]
        sources += [bundled(bundle)] if bundle else []
        self._page = HTML % (body, "".join(f"<script>{source}</script>" for source in sources))
        self._context = context
        context.route("**/*", self._answer)

    @property
    def stored(self) -> list[str]:
        """UUIDs in the order in which they came."""
        return [event["uuid"] for batch in self.batches for event in batch]

    def signs_in(self, person: str | None) -> None:
        self.person = person
        self._context.clear_cookies()
        if person:
            self._context.add_cookies([{"name": "learner", "value": person, "url": SITE}])

    def hears_again(self, page: Page) -> None:
        """The signal comes back, once the page has given up the try that it was at."""
        flush(page)
        self.offline = False

    def opens(self) -> Page:
        page = self._context.new_page()
        page.goto(f"{SITE}/page/")
        return page

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path in ("/page/", "/gone/", "/learn/who/"):
            route.fulfill(content_type="text/html; charset=utf-8", body=self._page)
        elif self.offline:
            route.abort()
        elif path == "/learn/me/":
            self.asked += 1
            route.fulfill(json={"person": self.person, "token": f"token-{self.asked}"} | self.helping)
        elif path == "/learn/events/":
            self._take(route)
        elif path == "/learn/task/photos/":
            self._take_photo(route)
        elif path == "/learn/gone/":
            self.asked_of.append(json.loads(route.request.post_data or "")["people"])
            route.fulfill(**self.gone)
        elif path in ("/static/phone/photos.js", "/static/phone/gone.js", "/static/phone/helping.js"):
            route.fulfill(content_type="text/javascript", body=bundled(path.removeprefix("/static/")))
        else:
            route.fulfill(status=404, body="")

    def _take(self, route: Route) -> None:
        events = json.loads(route.request.post_data or "")["events"]
        self.batches.append(events)
        self.tokens.append(route.request.headers["x-csrftoken"])
        reply = self.replies.pop(0) if self.replies else stores
        if reply is None:  # neither an answer nor a refusal
            return
        route.fulfill(**(reply(events) if callable(reply) else reply))

    def _take_photo(self, route: Route) -> None:
        digest = hashlib.sha256(route.request.post_data_buffer or b"").hexdigest()
        self.photos.append(digest)
        self.tokens.append(route.request.headers["x-csrftoken"])
        reply = self.photo_replies.pop(0) if self.photo_replies else {"json": {"photo": digest}}
        if reply is None:  # the line breaks under it
            return route.abort()
        return route.fulfill(**reply)


def finish(page: Page, more: str = "{}") -> str:
    """Adds an event; returns its UUID once it is on the disk."""
    return page.evaluate(f"outbox.add('lesson-finished', '{LESSON}', {{seconds: 0}}, {more})")


def counts(page: Page) -> dict[str, int]:
    return page.evaluate("outbox.counts()")


def flush(page: Page) -> int:
    return page.evaluate("outbox.flush()")["sent"]


def problem(page: Page) -> str:
    """What was told last."""
    return page.evaluate("heard.filter(one => one[0] === 'outbox-changed').pop()[1].problem")


def told(page: Page, name: str) -> list[dict]:
    return page.evaluate("name => heard.filter(one => one[0] === name).map(one => one[1])", f"outbox-{name}")
