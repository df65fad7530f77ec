"""One tap on the card of a trainer's trainee calls her."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import BrowserContext, Page, Route, expect

ADDRESS = "http://school.example/cms/people/7/"
NUMBER = '<p><a href="tel:13800000007">13800000007</a></p>'
CARD = """<!DOCTYPE html><html lang="zh-Hans"><body><form method="post"><input type="hidden" name="csrfmiddlewaretoken"
value="token"><main><h1>H-0007</h1>%s</main><button name="call" value="1">打电话给她</button></form><script>%s</script>
</body></html>"""


class Desk:
    """The card and what is posted to it. `answer` is what the page holds after that."""

    def __init__(self, context: BrowserContext) -> None:
        self.posted: list[str] = []
        self.answer = NUMBER
        self.script = Path(finders.find("progress/looking-after/calling.js") or "").read_text()
        context.route("**/*", self._give)
        self.page = context.new_page()
        self.asked: list[str] = []
        devtools = context.new_cdp_session(self.page)
        devtools.send("Page.enable")
        devtools.on("Page.frameRequestedNavigation", lambda event: self.asked.append(event["url"]))
        self.page.goto(ADDRESS)

    def _give(self, route: Route) -> None:
        if route.request.method == "POST":
            self.posted.append(route.request.post_data or "")
        more = self.answer if route.request.method == "POST" else ""
        route.fulfill(content_type="text/html; charset=utf-8", body=CARD % (more, self.script))


@pytest.fixture
def desk(context: BrowserContext) -> Desk:
    return Desk(context)


def call(page: Page) -> None:
    page.get_by_role("button", name="打电话给她").click()


def test_one_tap_asks_for_the_number_shows_it_and_gives_it_to_the_phone(desk):
    call(desk.page)
    expect(desk.page.get_by_role("link", name="13800000007")).to_be_visible()
    assert desk.asked == ["tel:13800000007"]
    assert desk.posted == ["csrfmiddlewaretoken=token&call=1"]


def test_where_no_number_comes_the_card_is_opened_anew_and_nobody_is_called(desk):
    desk.answer = "<p>她说过不要打电话。</p>"
    with desk.page.expect_navigation():
        call(desk.page)
    assert desk.asked == [ADDRESS]
    assert len(desk.posted) == 1
