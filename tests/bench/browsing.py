"""One look at a page in headless Chromium, over the DevTools protocol: what came over the wire, and when it showed."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests import browser as chromium
from tests.bench.ground import CannotMeasure

SCREEN = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
WATCH = Path(__file__).with_name("painted.js").read_text()
QUIET = 300  # milliseconds without any request: nothing more will come
SLOWER_PROCESSOR = 4


@dataclass(frozen=True)
class Line:
    """A mobile line: milliseconds to the server and back, and bits per second (-1: as fast as it goes)."""

    name: str
    round_trip: int
    bits: int


SLOW_3G = Line("slow 3G", 400, 400_000)
EDGE = Line("EDGE", 600, 120_000)
UNTHROTTLED = Line("unthrottled", 0, -1)


@dataclass
class View:
    """Bytes over the wire by kind of resource (headers included), their number, and milliseconds from the start.

    The milliseconds have the names that `painted.js` gives them.
    """

    bytes_by_kind: Counter = field(default_factory=Counter)
    requests: int = 0
    first: float = 0
    largest: float = 0
    text: float = 0
    long_tasks: float = 0

    @property
    def bytes(self) -> int:
        return sum(self.bytes_by_kind.values())


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Headless Chromium. Raises CannotMeasure when there is none."""
    path = chromium.find()
    if path is None:
        raise CannotMeasure(chromium.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


class Phone:
    """A phone that was never here before, on one kind of line; close it to forget everything."""

    def __init__(self, browser: Browser, line: Line, *, script: bool = True) -> None:
        self.context = browser.new_context(**SCREEN, java_script_enabled=script)
        self.page = self.context.new_page()
        self.devtools = self.context.new_cdp_session(self.page)
        self.script = script
        _throttle(self.devtools, line)
        if script:
            self.page.add_init_script(WATCH)

    def __enter__(self) -> "Phone":
        return self

    def __exit__(self, *_error: object) -> None:
        self.context.close()

    def view(self, url: str) -> View:
        """Open the page as by a tap on a link, and wait until nothing more comes."""
        self.page.goto("about:blank")
        view = View()
        listener = _Listener(view)
        for event, hear in listener.events.items():
            self.devtools.on(event, hear)
        self.page.goto(url, wait_until="load", timeout=60_000)
        _wait_until_quiet(self.page, listener)
        for event, hear in listener.events.items():
            self.devtools.remove_listener(event, hear)
        if self.script:
            vars(view).update(self.page.evaluate("benchSeen"))
        return view


class _Listener:
    """Adds what the network tells to a view."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.kinds: dict[str, str] = {}
        self.under_way: set[str] = set()
        self.events = {
            "Network.requestWillBeSent": self.begun,
            "Network.responseReceived": self.answered,
            "Network.loadingFinished": self.finished,
            "Network.loadingFailed": self.finished,
        }

    def begun(self, event: dict) -> None:
        self.under_way.add(event["requestId"])

    def answered(self, event: dict) -> None:
        self.kinds[event["requestId"]] = event["type"]

    def finished(self, event: dict) -> None:
        self.under_way.discard(event["requestId"])
        sent = int(event.get("encodedDataLength", 0))
        if sent:  # nothing came over the wire for what the phone had kept
            self.view.requests += 1
            self.view.bytes_by_kind[self.kinds.get(event["requestId"], "Other")] += sent


def _throttle(devtools: CDPSession, line: Line) -> None:
    devtools.send("Network.enable")
    bytes_a_second = line.bits / 8 if line.bits > 0 else -1
    devtools.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": line.round_trip,
            "downloadThroughput": bytes_a_second,
            "uploadThroughput": bytes_a_second,
            "connectionType": "cellular2g",
        },
    )
    if line is not UNTHROTTLED:
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})


def _wait_until_quiet(page: Page, listener: _Listener) -> None:
    quiet = 0
    while quiet < QUIET:
        page.wait_for_timeout(100)
        quiet = 0 if listener.under_way else quiet + 100
