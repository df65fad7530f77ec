"""On a village's own network there is no certificate: the site is at http://, which browsers do not call secure.

No service worker then, no microphone, no `crypto.randomUUID`; what she learns is kept and arrives all the same.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import browser as chromium
from tests.journeys import learning
from tests.journeys.conftest import MILLISECONDS, PHONE
from tests.journeys.test_task_without_signal import hands_in, opens_task, says, submissions, takes_photo
from tests.server import Server, serving

pytestmark = pytest.mark.hard

NAME = "site.test"


@pytest.fixture(scope="module")
def server(seeded_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("http") / f"copy-{uuid4().hex}"
    with serving(seeded_folder, folder, ALLOWED_HOSTS=f"127.0.0.1,{NAME}") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One that knows the name; to it only the name is a stranger, not this machine."""
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.MISSING)
    arguments = ["--no-sandbox", f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=arguments)
        yield opened
        opened.close()


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Page]:
    context = browser.new_context(base_url=f"http://{NAME}:{urlsplit(server.url).port}", **PHONE)
    context.set_default_timeout(MILLISECONDS)
    page = context.new_page()
    page.goto("/zh-hans/help/")
    assert page.evaluate("[isSecureContext, 'serviceWorker' in navigator, typeof crypto.randomUUID]") == [
        *(False, False),
        "undefined",
    ]
    yield page
    context.close()


def attempts(server: Server, name: str) -> list[str]:
    found = f"Attempt.objects.filter(trainee__person__name='{name}').values_list('passed', flat=True)"
    return learning.in_shell(server, f"from progress.models import Attempt; print(*{found})").split()


def test_lesson_is_read_and_its_quiz_passed(phone: Page, server: Server):
    learning.join(phone, learning.code_of_village(server), "平网", "orange")
    lesson = next(learning.lessons_with_quiz(phone))
    phone.goto(lesson)
    learning.read_to_the_end(phone)
    learning.open_quiz(phone, lesson)
    learning.answer_by_taps(phone)
    expect(phone.locator(".result [role=status]")).to_contain_text("已经送到")
    assert attempts(server, "平网") == ["True"]


def test_what_she_answers_without_signal_waits_and_arrives_once(phone: Page, server: Server):
    learning.join(phone, learning.code_of_village(server), "平网二", "fern")
    learning.open_quiz(phone, next(learning.lessons_with_quiz(phone)))
    phone.wait_for_load_state("networkidle")
    phone.context.set_offline(True)
    learning.answer_by_taps(phone)
    assert attempts(server, "平网二") == []
    phone.context.set_offline(False)
    expect(phone.locator(".result [role=status]")).to_contain_text("已经送到")
    assert attempts(server, "平网二") == ["True"]


def test_phone_says_what_http_means_for_her(phone: Page):
    phone.goto("/zh-hans/device-check/")
    expect(phone.locator('[data-mark=""]')).to_have_count(0)
    expect(phone.locator('[data-check="lessons"][data-mark="no"]')).to_contain_text("网址是http开头的")
    expect(phone.locator('[data-check="microphone"][data-mark="no"]')).to_contain_text("网址是http开头的")
    expect(phone.locator('[data-check="answers"][data-mark="yes"]')).to_be_visible()


def test_address_can_be_copied_there_too(phone: Page):
    phone.goto("/zh-hans/open-in-browser/")
    phone.locator("[data-copies]").click()
    expect(phone.locator("[data-copies]")).to_have_text("复制好了")


def test_task_with_a_photo_is_handed_in_once(phone: Page, server: Server):
    learning.join(phone, learning.code_of_village(server), "平网三", "drum")
    opens_task(phone, "照片")
    takes_photo(phone, "orange", 1)
    hands_in(phone)
    says(phone, "已经送到")
    assert submissions(server, "平网三") == "1 {}"
