"""A person's story: a real server on a copy of a folder seeded once a run, a real browser of a phone's size.

Write `def test_…(phone): phone.goto("/")`. `phone` has JavaScript, `phone_without_javascript` has none, `bad_phone` is
on a bad `line`, `desk` is an office computer. Addresses are relative to the server of the story; `server` knows its
folder and the demo sign-ins.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests import editor
from tests.faulty_proxy import Line, bad_line
from tests.journeys import badly, hearing, learning
from tests.server import Server, serving

PHONE = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "zh-CN",
}
DESK = {"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN"}

MICROPHONE = ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
MILLISECONDS = 40_000  # a busy machine is slow, not wrong
expect.set_options(timeout=MILLISECONDS)


def pytest_itemcollected(item: pytest.Item) -> None:
    if Path(__file__).parent in item.path.parents:
        item.add_marker("journey")


# A server takes seven seconds of processor to start. These stories only read, or add people whom no other one counts.
SHARE_A_SERVER = [
    f"test_{story}"
    for story in (
        "answering",
        "barriers",
        "course_test",
        "faulty_network",
        "first_visit",
        "joining_a_class",
        "keeper",
        "kept_on_the_phone",
        "knowledge_check",
        "learning",
        "needs_no_reading",
        "offline",
        "reading",
        "reviewing",
        "signing_up",
    )
]


@contextmanager
def _on_a_copy(seeded_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    # The name is also that of the copied database, which all test processes share.
    with serving(seeded_folder, tmp_path_factory.mktemp("data") / f"copy-{uuid4().hex}") as running:
        yield running


@pytest.fixture(scope="session")
def shared_server(seeded_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with _on_a_copy(seeded_folder, tmp_path_factory) as running:
        yield running


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """One for each file, but for those that harm nobody."""
    if request.path.stem in SHARE_A_SERVER:
        yield request.getfixturevalue("shared_server")
        return
    wanted = (request.getfixturevalue(name) for name in ("seeded_folder", "tmp_path_factory"))
    with _on_a_copy(*wanted) as running:
        yield running


def _page(context: BrowserContext) -> Iterator[Page]:
    context.set_default_timeout(MILLISECONDS)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def browser_that_hears(chromium_path: str) -> Iterator[Browser]:
    """With a microphone that beeps once a second."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium_path, args=MICROPHONE)
        yield opened
        opened.close()


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Page]:
    yield from _page(browser.new_context(base_url=server.url, **PHONE))


@pytest.fixture
def phone_without_worker(browser: Browser, server: Server) -> Iterator[Page]:
    """Its browser has no service worker: each request is seen."""
    yield from _page(browser.new_context(base_url=server.url, service_workers="block", **PHONE))


@pytest.fixture(scope="module")
def tracks(server: Server, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """The numbers of the voices, by the name of their tone, once their recordings are brought in."""
    return hearing.bring_in_voices(server, tmp_path_factory)


@pytest.fixture
def choose(phone: Page, server: Server, tracks: dict[str, int]) -> Callable[[str], None]:
    """What the page “Letters and hand” keeps: the name of a tone, or `phone`."""

    def chosen(voice: str) -> None:
        kept = f"voice-{tracks.get(voice, voice)}"
        phone.context.add_cookies([{"name": "display", "value": kept, "url": server.url}])

    return chosen


@pytest.fixture(scope="module")
def whole_line(server: Server) -> Iterator[Line]:
    with bad_line(server.url) as line:
        yield line


@pytest.fixture
def line(whole_line: Line) -> Iterator[Line]:
    """What lies between a phone and the server; whole again after each test."""
    yield whole_line
    whole_line.heal()
    whole_line.find_signal()
    whole_line.passed.clear()


@pytest.fixture
def bad_phone(browser: Browser, line: Line) -> Iterator[Page]:
    """A phone whose every request goes over the bad line."""
    yield from _page(browser.new_context(base_url=line.url, **PHONE))


@pytest.fixture(scope="module")
def world(server: Server) -> badly.World:
    return badly.world_of(server)


@pytest.fixture(scope="module")
def official(browser: Browser, server: Server, cookies_of: Callable[[str], dict]) -> Iterator[Page]:
    """Official Chen at her desk, signed in."""
    context = browser.new_context(base_url=server.url, storage_state=cookies_of("official"), **DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone_without_javascript(browser: Browser, server: Server) -> Iterator[Page]:
    yield from _page(browser.new_context(base_url=server.url, java_script_enabled=False, **PHONE))


@pytest.fixture
def desk(browser: Browser, server: Server) -> Iterator[Page]:
    yield from _page(browser.new_context(base_url=server.url, **DESK))


@pytest.fixture(scope="session")
def kept_cookies() -> dict[tuple[str, str], dict]:
    """By server and role: a one-time code lets in once, so everyone signs in once a server."""
    return {}


@pytest.fixture(scope="module")
def cookies_of(browser: Browser, server: Server, kept_cookies: dict[tuple[str, str], dict]) -> Callable[[str], dict]:
    """Cookies of a demo person by role."""

    def cookies(role: str) -> dict:
        key = (server.url, role)
        if key not in kept_cookies:
            context = browser.new_context(base_url=server.url, **DESK)
            sign_in = learning.official_at_her_desk if role == "official" else editor.sign_in
            sign_in(context.new_page(), server, *([] if role == "official" else [role]))
            kept_cookies[key] = context.storage_state()
            context.close()
        return kept_cookies[key]

    return cookies


@pytest.fixture
def trainer(browser: Browser, server: Server, cookies_of: Callable[[str], dict]) -> Iterator[Page]:
    """Trainer Wei at her desk, signed in."""
    yield from _page(browser.new_context(base_url=server.url, storage_state=cookies_of("trainer"), **DESK))


@pytest.fixture
def colleague(browser: Browser, server: Server, cookies_of: Callable[[str], dict]) -> Iterator[Page]:
    """The administrator at another desk, signed in."""
    yield from _page(browser.new_context(base_url=server.url, storage_state=cookies_of("administrator"), **DESK))
