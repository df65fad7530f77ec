"""With the keys alone, and for whoever hears the page: in the order in which it is read, and always seen where."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import places

pytestmark = pytest.mark.hard

# Where the focus is: its place on the page, how it is shown, and what it is called.
HERE = """() => {
  var at = document.activeElement, box = at.getBoundingClientRect();
  var seen = at.matches(".choice__input") ? at.closest(".choice") : at;
  var shown = [at, seen, ...seen.querySelectorAll("*")].map((one) => getComputedStyle(one));
  return at === document.body ? null : {
    top: Math.round(box.top + scrollY), left: Math.round(box.left), tag: at.tagName,
    name: at.getAttribute("aria-label") || at.textContent.trim() || (at.labels || []).length,
    shown: shown.some((one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2),
    inView: box.bottom > 0 && box.top < innerHeight, now: !!at.closest(".step--now, .question--now"),
  };
}"""


@pytest.fixture(params=["zh-hans", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def walked(page: Page, most: int = 40) -> list[dict]:
    """Every stop of the Tab key, until it leaves the page."""
    stops: list[dict] = []
    for _press in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or (stops and here == stops[0]):
            break
        stops.append(here)
    return stops


def lesson_of(server, language: str) -> str:
    return places.courses_and_cards(server, language)["card"].partition("#")[0]


def in_order(stops: list[dict]) -> bool:
    """Downwards; what stands in one row may go from either side, for the foot can be mirrored."""
    tops = [stop["top"] for stop in stops]
    return all(after >= before - 40 for before, after in pairwise(tops))


def test_card_is_walked_through_as_it_is_read(phone, server, language):
    phone.goto(lesson_of(server, language))
    stops = walked(phone)
    assert len(stops) >= 3
    assert [stop for stop in stops if not (stop["shown"] and stop["inView"] and stop["name"])] == []
    assert in_order(stops)
    assert "foot__main" in phone.locator(".step--now .foot > a").last.get_attribute("class")


def test_next_card_begins_at_its_title(phone, server, language):
    phone.goto(lesson_of(server, language))
    phone.locator(".step--now .foot__main").focus()
    phone.keyboard.press("Enter")
    expect(phone.locator(".step--now")).to_have_attribute("id", phone.url.partition("#")[2])
    here = phone.evaluate(HERE)
    assert here["now"]
    assert here["tag"] in ("H1", "H2", "H3")
    assert all(stop["now"] or stop["top"] < here["top"] for stop in walked(phone)[:3])


def test_question_is_answered_with_the_keys(phone, server, language):
    url = next(url for url, kinds in places.quizzes(server, language) if kinds[0] == "single")
    phone.goto(url)
    expect(phone.locator(".question--now")).to_be_visible()
    stops = walked(phone)
    assert [stop for stop in stops if not (stop["shown"] and stop["inView"])] == []
    assert in_order(stops)
    phone.locator(".question--now .choice__input").first.focus()
    phone.keyboard.press("Space")
    phone.wait_for_timeout(450)
    phone.keyboard.press("Tab")
    while not phone.evaluate("document.activeElement.matches('[data-does=check]')"):
        phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator(".question--now .verdict:visible")).to_be_visible()
    assert phone.evaluate("document.activeElement.matches('.verdict__word')")


def test_pages_have_one_heading_and_their_parts_in_order(phone, language):
    wrong = {}
    for name, address in places.for_everyone(language).items():
        phone.goto(address)
        levels = phone.locator("h1, h2, h3, h4").evaluate_all("all => all.map((one) => +one.tagName[1])")
        if levels.count(1) > 1 or any(after > before + 1 for before, after in pairwise(levels)):
            wrong[name] = levels
    assert wrong == {}
