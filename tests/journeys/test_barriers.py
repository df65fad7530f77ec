"""axe-core finds nothing on any page, in Chinese and in English, by day and by night.

What takes long and differs in English in nothing but its words belongs there to `make test-hard`.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys import learning, places
from tests.journeys.axe import barriers
from tests.journeys.conftest import MILLISECONDS, PHONE
from tests.server import Server

OFFICE = ["/office/", "/office/522731/", "/office/522731/?by=month", "/office/522731102/", "/posters/522731102213/"]
ACCOUNT = ["/accounts/2fa/", "/accounts/password/change/"]
SIGN = "fern"
IN_ENGLISH_WHEN_THERE_IS_TIME = pytest.mark.parametrize(
    "language", ["zh-hans", pytest.param("en", marks=pytest.mark.hard)], indirect=True
)


@pytest.fixture(params=["zh-hans", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """One phone for all that is looked at without signing in."""
    context = browser.new_context(base_url=server.url, service_workers="block", **PHONE)
    context.set_default_timeout(MILLISECONDS)
    yield context.new_page()
    context.close()


def looked_at(page: Page, addresses: dict[str, str]) -> list[str]:
    """What was found on each of them, with the name of the page."""
    found = []
    for name, address in addresses.items():
        page.goto("about:blank")  # a fragment alone would not load the page
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found += seen(name, page)
    return found


def seen(name: str, page: Page) -> list[str]:
    return [f"{name}: {barrier}" for barrier in barriers(page)]


def nothing_in(found: list[str]) -> bool:
    """Raises AssertionError with all of it, a line each."""
    if found:
        pytest.fail("\n".join(found), pytrace=False)
    return True


@IN_ENGLISH_WHEN_THERE_IS_TIME
def test_pages_for_everyone(page, language):
    assert nothing_in(looked_at(page, places.for_everyone(language)))


@IN_ENGLISH_WHEN_THERE_IS_TIME
def test_list_of_lessons_and_every_kind_of_card(page, server, language):
    assert nothing_in(looked_at(page, places.courses_and_cards(server, language)))


@IN_ENGLISH_WHEN_THERE_IS_TIME
def test_every_kind_of_question_asked_and_told_right_and_wrong(page, server, language):
    quizzes = places.quizzes(server, language)
    wanted = {(kind, told) for _url, kinds in quizzes for kind in kinds for told in ("right", "wrong")}
    found: list[str] = []
    for url, kinds in quizzes:
        if wanted & {(kind, told) for kind in kinds for told in ("right", "wrong")}:
            page.goto(url)
            found += answered(page, wanted)
    assert wanted == set()
    assert nothing_in(found)


def answered(page: Page, wanted: set[tuple[str, str]]) -> list[str]:
    """A quiz to its end; each kind is answered wrong the first time, right the next."""
    page.locator(".question--now").wait_for()
    found, questions = [], learning.key_of(page)["questions"]
    for question in questions:
        kind, section = question["kind"], page.locator(f'[id="q-{question["id"]}"]')
        told = "wrong" if (kind, "wrong") in wanted else "right"
        if (kind, told) in wanted:
            found += seen(f"{kind} asked", page)
        (learning.WRONG_TAPS if told == "wrong" else learning.TAPS)[kind](section, question)
        learning.press(page, "check")
        page.locator(f".question--now .verdict--{told}").wait_for()
        if (kind, told) in wanted:
            found += seen(f"{kind} {told}", page)
        wanted.discard((kind, told))
        learning.press(page, "send" if question is questions[-1] else "next")
    page.locator(".state .title:visible").wait_for()
    return found + seen("result", page)


def test_plain_quiz_and_what_came_of_it(browser, server, language):
    context = browser.new_context(base_url=server.url, service_workers="block", **PHONE)
    context.route("**/*.js", lambda route: route.abort())  # axe needs a browser that runs it
    phone = context.new_page()
    url, _kinds = places.quizzes(server, language)[0]
    form = re.findall(r'href="(/learn/quiz/[^"]+)"', phone.request.get(url).text())[0]
    phone.goto(form)
    found = seen("form", phone)
    leave_by(phone, ".quiz__send button")
    found += seen("result", phone)
    context.close()
    assert nothing_in(found)


@IN_ENGLISH_WHEN_THERE_IS_TIME
def test_pages_before_signing_in(page, server, language):
    code = learning.code_of_village(server)
    page.goto(f"/v/{code}/?in={language}")
    found = seen("join", page)
    leave_by(page, ".foot__main")  # nothing filled in
    found += seen("join, refused", page)
    found += looked_at(page, places.in_language(language, places.BEFORE_SIGNING_IN))
    assert nothing_in(found)


@IN_ENGLISH_WHEN_THERE_IS_TIME
def test_her_own_pages(browser, server, language):
    context = browser.new_context(base_url=server.url, service_workers="block", **PHONE)
    context.set_default_timeout(MILLISECONDS)
    phone = context.new_page()
    learning.join(phone, learning.code_of_village(server), "韦", SIGN)
    lesson = next(learning.lessons_with_quiz(phone))
    phone.goto(lesson)
    key = phone.locator("[data-lesson]").get_attribute("data-lesson")
    finished = f"/learn/lesson/{key}/finished/"
    found = looked_at(phone, places.in_language(language, ["/learn/", finished, "/learn/take-along/"]))
    phone.goto(f"/learn/?in={language}")
    sign_out(phone)
    found += looked_at(phone, places.in_language(language, ["/learn/who/"]))
    leave_by(phone, f'.sign:has(img[src*="{SIGN}"])')
    found += seen("PIN", phone)
    phone.goto(finished)
    leave_by(phone, "form .foot__main, .foot form button")
    learning.come_back(phone, SIGN)
    found += looked_at(phone, places.in_language(language, ["/learn/was-it-me/", "/learn/was-it-me/?part"]))
    context.close()
    assert nothing_in(found)


def leave_by(page: Page, what: str) -> None:
    """To the page behind it: a tap alone comes back while the old one still stands there."""
    with page.expect_navigation():
        page.locator(what).first.click()


def sign_out(phone: Page) -> None:
    with phone.expect_navigation(url="**/learn/who/**"):
        phone.evaluate("document.querySelector('form[action*=\"sign-out\"]').submit()")


@IN_ENGLISH_WHEN_THERE_IS_TIME
def test_pages_of_the_office(official, page, language):
    found = looked_at(page, places.in_language(language, ["/accounts/login/"]))
    found += looked_at(official, places.in_language(language, [*OFFICE, *ACCOUNT]))
    assert nothing_in(found)


def test_pages_that_say_no(page, server, language):
    page.goto(f"/{language}/")
    found = []
    for address in (f"/{language}/nothing/", "/learn/quiz/x/", "/uploads/nothing.jpg"):
        page.goto(f"{address}?in={language}")
        found += seen(address, page)
    page.goto(f"/{language}/help/")
    page.evaluate("""() => { var form = document.createElement("form"); form.method = "post";
        form.action = "/accounts/logout/"; document.body.appendChild(form); form.submit(); }""")
    page.wait_for_url("**/accounts/logout/")
    found += seen("old token", page)
    for name in ("400", "500"):
        told = f"from django.template.loader import render_to_string; print(render_to_string('{name}.html'))"
        page.set_content(learning.in_shell(server, told))
        found += seen(name, page)
    assert nothing_in(found)
