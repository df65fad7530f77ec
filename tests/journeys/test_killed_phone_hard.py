"""The tab is killed, or the whole phone, while an answer is on its way: make test-hard."""

import os
import signal
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.faulty_proxy import Ask, Line, cut_after, cut_before
from tests.journeys import badly, learning
from tests.journeys.badly import EVENTS, World
from tests.journeys.conftest import MILLISECONDS, PHONE
from tests.server import Server

pytestmark = pytest.mark.hard


def kill_tabs(browser: Browser, phone: Page) -> None:
    """At once, without a word to any page: as when the phone needs its memory."""
    tools = browser.new_browser_cdp_session()
    with phone.expect_event("crash"):
        for process in tools.send("SystemInfo.getProcessInfo")["processInfo"]:
            if process["type"] == "renderer":
                with suppress(ProcessLookupError):
                    os.kill(process["id"], signal.SIGKILL)


class Held:
    """A request that is held up at a place of the test's choosing."""

    def __init__(self, *, after_commit: bool) -> None:
        self.after_commit = after_commit
        self.came, self.goes_on = threading.Event(), threading.Event()

    def fault(self, ask: Ask) -> bytes:
        if self.after_commit:
            ask()
        self.came.set()
        self.goes_on.wait(60)
        return b"" if self.after_commit else ask()


def killed_and_opened_again(browser: Browser, phone: Page) -> Page:
    kill_tabs(browser, phone)
    again = phone.context.new_page()
    again.goto("/zh-hans/")
    return again


@pytest.mark.parametrize("after_commit", [False, True], ids=["on the way", "after the commit"])
def test_r03_tab_killed_while_the_answer_is_sent_loses_and_doubles_nothing(
    browser: Browser, bad_phone: Page, line: Line, world: World, server: Server, after_commit: bool
):
    villager = f"吴{'二' if after_commit else '一'}"
    learning.join(bad_phone, world.code, villager, "orange")
    learning.open_quiz(bad_phone, world.lessons[0])
    held = Held(after_commit=after_commit)
    line.spoil("POST", EVENTS, held.fault, times=1)
    badly.finish_quiz(bad_phone)
    assert held.came.wait(40)
    again = killed_and_opened_again(browser, bad_phone)
    held.goes_on.set()
    badly.all_sent(again)
    assert badly.arrived_once(server, villager)


def test_r03_tab_killed_as_soon_as_she_is_told_that_it_is_kept_has_kept_it(
    browser: Browser, bad_phone: Page, line: Line, world: World, server: Server
):
    learning.join(bad_phone, world.code, "吴三", "fern")
    learning.open_quiz(bad_phone, world.lessons[0])
    line.spoil("POST", EVENTS, cut_before)
    badly.finish_quiz(bad_phone)
    again = killed_and_opened_again(browser, bad_phone)
    badly.sees_waiting(again, 1)
    line.heal()
    badly.try_again(again)
    badly.all_sent(again)
    assert badly.arrived_once(server, "吴三")


def hand_in_what_stands_there(phone: Page) -> None:
    last = phone.locator(".question[data-kind]").count() - 1
    for place in range(last + 1):
        learning.press(phone, "check")
        learning.press(phone, "next" if place < last else "send")


ANSWERED = "() => document.querySelectorAll('.question[data-kind] .choice__input:checked').length"


def test_r03_tab_killed_in_the_middle_of_a_quiz_loses_nothing_that_was_answered(
    browser: Browser, bad_phone: Page, world: World, server: Server
):
    learning.join(bad_phone, world.code, "吴四", "orange")
    learning.open_quiz(bad_phone, world.lessons[0])
    quiz = bad_phone.url.partition("#")[0]
    badly.answer(bad_phone)
    answered = bad_phone.evaluate(ANSWERED)
    again = killed_and_opened_again(browser, bad_phone)
    again.goto(quiz)
    expect(again.locator(".quiz--steps")).to_be_attached()
    assert again.evaluate(ANSWERED) == answered > 0
    hand_in_what_stands_there(again)
    badly.all_sent(again)
    assert badly.arrived_once(server, "吴四")


class Handset:
    """A browser of its own that keeps what it has on the disk, as a phone does."""

    def __init__(self, browser: Browser, chromium_path: str, profile: Path, line: Line) -> None:
        self.launch = browser.browser_type.launch_persistent_context
        self.profile, self.path, self.line = profile, chromium_path, line

    def start(self) -> Page:
        kept = {"executable_path": self.path, "args": ["--no-sandbox"], "base_url": self.line.url}
        context = self.launch(self.profile, **kept, **PHONE)
        context.set_default_timeout(MILLISECONDS)
        return context.pages[0]

    def die(self) -> None:
        """All processes at once, as when the battery is empty."""
        mark = str(self.profile).encode()
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(OSError):
                if b"chrom" in (command := path.read_bytes()) and mark in command:
                    os.kill(int(path.parent.name), signal.SIGKILL)


@pytest.fixture
def handset(browser: Browser, chromium_path: str, tmp_path: Path, line: Line) -> Handset:
    return Handset(browser, chromium_path, tmp_path / "profile", line)


def test_r03_phone_that_dies_with_unsent_answers_still_has_them_when_it_is_charged(
    handset: Handset, line: Line, world: World, server: Server
):
    phone = handset.start()
    learning.join(phone, world.code, "吴五", "drum")
    phone.context.close()  # her sign-in is on the disk
    phone = handset.start()
    learning.open_quiz(phone, world.lessons[0])
    line.spoil("POST", EVENTS, cut_after)
    badly.finish_quiz(phone)
    badly.sees_waiting(phone, 1)
    handset.die()
    with suppress(Error):
        phone.context.close()
    line.heal()
    phone = handset.start()
    phone.goto("/zh-hans/")
    badly.all_sent(phone)
    phone.context.close()
    assert badly.arrived_once(server, "吴五")
