"""Letters twice as large, and 1.3 times as large as phones of elders have them: everything is there at 360 px."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.journeys import learning, places
from tests.journeys.conftest import MILLISECONDS, PHONE

pytestmark = pytest.mark.hard

# Anything that is said and cannot be seen whole: beside the screen, or cut off by what is around it.
CUT_OFF = """() => {
  var root = document.documentElement, wide = root.clientWidth, found = [];
  if (root.scrollWidth > wide) found.push("scrolls sideways: " + root.scrollWidth);
  var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), node;
  while ((node = walker.nextNode())) {
    if (!node.data.trim() || node.parentElement.closest(".ear-only, noscript, script, style, template")) continue;
    if (!node.parentElement.checkVisibility()) continue;
    var range = document.createRange();
    range.selectNodeContents(node);
    for (var rect of range.getClientRects()) {
      var cut = rect.left < -1 || rect.right > wide + 1;
      for (var around = node.parentElement; around && !cut; around = around.parentElement) {
        if (getComputedStyle(around).overflow === "visible") continue;
        var box = around.getBoundingClientRect();
        cut = rect.right > box.right + 1 || rect.left < box.left - 1 || rect.bottom > box.bottom + 4;
      }
      if (cut && rect.width) { found.push(node.data.trim().slice(0, 40)); break; }
    }
  }
  return found;
}"""


@pytest.fixture(params=["zh-hans", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module", params=[21, 32], ids=["1.3 times", "twice"])
def reader(browser, chromium_path, server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Her system's letters are `param` px, where the usual ones are 16."""
    started = browser.browser_type.launch(
        executable_path=chromium_path,
        args=["--no-sandbox", f"--blink-settings=defaultFontSize={request.param}"],
    )
    context = started.new_context(base_url=server.url, service_workers="block", **PHONE)
    context.set_default_timeout(MILLISECONDS)
    yield context.new_page()
    started.close()


def cut_off(page: Page, addresses: dict[str, str]) -> dict[str, list[str]]:
    found = {}
    for name, address in addresses.items():
        page.goto("about:blank")
        page.goto(address)
        found[name] = page.evaluate(CUT_OFF)
    return {name: some for name, some in found.items() if some}


def test_letters_are_really_larger(reader):
    reader.goto("/zh-hans/")
    assert reader.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 26


def test_pages_for_everyone(reader, language):
    asked = places.in_language(language, places.BEFORE_SIGNING_IN)
    assert cut_off(reader, places.for_everyone(language) | asked) == {}


def test_list_of_lessons_and_every_kind_of_card(reader, server, language):
    assert cut_off(reader, places.courses_and_cards(server, language)) == {}


def test_joining(reader, server, language):
    code = learning.code_of_village(server)
    assert cut_off(reader, {"join": f"/v/{code}/?in={language}"}) == {}


def test_every_kind_of_question_asked_and_told(reader, server, language):
    found: dict[str, list[str]] = {}
    for url, kinds in places.quizzes(server, language):
        if not {f"{kind} asked" for kind in kinds} - found.keys():
            continue
        reader.goto(url)
        reader.locator(".question--now").wait_for()
        questions = learning.key_of(reader)["questions"]
        for question in questions:
            found[f"{question['kind']} asked"] = reader.evaluate(CUT_OFF)
            section = reader.locator(f'[id="q-{question["id"]}"]')
            learning.WRONG_TAPS[question["kind"]](section, question)
            learning.press(reader, "check")
            reader.locator(".question--now .verdict--wrong").wait_for()
            found[f"{question['kind']} told"] = reader.evaluate(CUT_OFF)
            learning.press(reader, "send" if question is questions[-1] else "next")
        reader.locator(".state .title:visible").wait_for()
        found["result"] = reader.evaluate(CUT_OFF)
    assert {name: some for name, some in found.items() if some} == {}
