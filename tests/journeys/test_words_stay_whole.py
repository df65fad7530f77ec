"""With letters twice as large no English word is torn apart: not in the bar beside the way back and help, nor below."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.journeys import places
from tests.journeys.conftest import MILLISECONDS, PHONE

pytestmark = pytest.mark.hard

TORN = r"""() => {
  var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), node, found = [];
  while ((node = walker.nextNode())) {
    if (node.parentElement.closest(".ear-only, noscript, script, style, template")) continue;
    for (var word of node.data.matchAll(/[A-Za-z]+/g)) {
      var range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      var lines = new Set([...range.getClientRects()].map(rect => Math.round(rect.top)));
      if (lines.size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module", params=["", "largest"])
def reader(browser, chromium_path, server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Her system's letters are twice as large, or she chose the largest of ours."""
    size = 16 if request.param else 32
    started = browser.browser_type.launch(
        executable_path=chromium_path, args=["--no-sandbox", f"--blink-settings=defaultFontSize={size}"]
    )
    context = started.new_context(base_url=server.url, service_workers="block", **PHONE)
    context.set_default_timeout(MILLISECONDS)
    if request.param:
        context.add_cookies([{"name": "display", "value": request.param, "url": server.url}])
    yield context.new_page()
    started.close()


def test_no_word_is_torn_apart(reader, server):
    asked = places.in_language("en", places.BEFORE_SIGNING_IN)
    torn = {}
    for name, address in (places.for_everyone("en") | asked | places.courses_and_cards(server, "en")).items():
        reader.goto("about:blank")
        reader.goto(address)
        torn[name] = reader.evaluate(TORN)
    assert {name: words for name, words in torn.items() if words} == {}
