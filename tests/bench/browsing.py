"""One look at a page in headless Chromium, over the DevTools protocol: what came over the wire, and when it showed."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page, sync_playwright

from tests import browser as chromium
from tests.bench.background import Workers
from tests.bench.ground import CannotMeasure

SCREEN = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
WATCH = Path(__file__).with_name("painted.js").read_text()
QUIET = 300  # milliseconds without any request: nothing more will come
SOON_AFTER = 500  # milliseconds after the page is quiet in which its service worker is asked for
TOLD_LATER = 3_000  # milliseconds in which what was painted is told at the latest
AT_MOST = 10_000  # milliseconds in which her worker has kept the page where she stays
SLOWER_PROCESSOR = 4
READY = """() => "serviceWorker" in navigator && navigator.serviceWorker.getRegistration().then(
    (found) => found ? navigator.serviceWorker.ready.then(() => true) : false)"""
KEPT = "() => caches.match(location.href, {ignoreVary: true}).then(Boolean)"


@dataclass(frozen=True)
class Line:
    """A mobile line: milliseconds to the server and back, and bits per second (-1: as fast as it goes)."""

    name: str
    round_trip: int
    bits: int
    offline: bool = False

    @property
    def conditions(self) -> dict:
        """As the DevTools protocol wants them."""
        speed = self.bits / 8 if self.bits > 0 else -1
        speeds = {"downloadThroughput": speed, "uploadThroughput": speed}
        return {"offline": self.offline, "latency": self.round_trip, "connectionType": "cellular2g", **speeds}


SLOW_3G = Line("slow 3G", 400, 400_000)
EDGE = Line("EDGE", 600, 120_000)
UNTHROTTLED = Line("unthrottled", 0, -1)
NO_SIGNAL = Line("no signal", 0, 0, offline=True)


@dataclass(frozen=True)
class Answer:
    """What came over the wire for one request: response headers and body, in bytes."""

    url: str
    kind: str
    bytes: int


@dataclass
class View:
    """What came for the page, what its service worker fetched meanwhile, and milliseconds from the start.

    The milliseconds have the names that `painted.js` gives them.
    """

    answers: list[Answer] = field(default_factory=list)
    of_worker: list[Answer] = field(default_factory=list)
    title: str = ""
    first: float = 0
    largest: float = 0
    text: float = 0
    question: float = 0
    long_tasks: float = 0

    @property
    def bytes_by_kind(self) -> Counter:
        kinds: Counter = Counter()
        for answer in self.answers:
            kinds[answer.kind] += answer.bytes
        return kinds

    @property
    def words(self) -> float:
        """When there was something to read: the text, or the question that a script put there before it was painted."""
        return self.text or self.question

    @property
    def requests(self) -> int:
        return len(self.answers)

    @property
    def bytes(self) -> int:
        return sum(answer.bytes for answer in self.answers)

    @property
    def bytes_in_all(self) -> int:
        """With what its service worker fetched, in place of the page or for itself."""
        return self.bytes + sum(answer.bytes for answer in self.of_worker)

    @property
    def requests_in_all(self) -> int:
        return self.requests + len(self.of_worker)


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

    def __init__(self, browser: Browser, line: Line, *, script: bool = True, slower: float = SLOWER_PROCESSOR) -> None:
        self.context = browser.new_context(**SCREEN, java_script_enabled=script)
        self.page = self.context.new_page()
        self.devtools = self.context.new_cdp_session(self.page)
        self.script, self.line, self.holds_worker = script, line, False
        self.listener = _Listener()
        self.devtools.send("Network.enable")
        self.workers = Workers(self.devtools, self.listener.worker.hear, line.conditions)
        self.put_on(line)
        if line is not UNTHROTTLED:
            self.devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        if script:
            self.page.add_init_script(WATCH)
        for event in _Network.EVENTS:
            self.devtools.on(event, lambda told, event=event: self.listener.page.hear(event, told))

    def __enter__(self) -> "Phone":
        return self

    def __exit__(self, *_error: object) -> None:
        self.context.close()

    def put_on(self, line: Line) -> None:
        """Page and service worker from now on."""
        self.line = line
        self.devtools.send("Network.emulateNetworkConditions", line.conditions)
        self.workers.put_on(line.conditions)

    def view(self, url: str) -> View:
        """Open the page as by a tap on a link, and wait until nothing more comes."""
        self.page.goto("about:blank")
        self.listener.begin()
        self.page.goto(url, wait_until="load", timeout=60_000)
        _wait_until_quiet(self.page, self.listener)
        view = View(self.listener.page.answers, self.listener.worker.answers, self.page.title())
        if self.script:
            vars(view).update(self._seen())
        return view

    def _seen(self) -> dict:
        """What was painted. A slow processor tells of it later than the network becomes quiet."""
        waited, seen = 0, self.page.evaluate("benchSeen")
        while waited < TOLD_LATER and not (seen["text"] or seen["question"]):
            self.page.wait_for_timeout(QUIET)
            waited, seen = waited + QUIET, self.page.evaluate("benchSeen")
        return seen

    def settle(self) -> None:
        """Wait until the service worker, where there is one, has begun to work and has fetched what it wants."""
        self.page.wait_for_timeout(SOON_AFTER)
        if self.page.evaluate(READY):
            if not self.holds_worker:
                self._hold_worker()
            self._wait_until_kept()
        _wait_until_quiet(self.page, self.listener)

    def _wait_until_kept(self) -> None:
        waited = 0
        while waited < AT_MOST and not self.page.evaluate(KEPT):
            self.page.wait_for_timeout(QUIET)
            waited += QUIET

    def _hold_worker(self) -> None:
        """From a second page, or it would be on no line and heard by nobody as soon as the first one leaves."""
        self.holds_worker = True
        self.workers.let_go()
        holder = self.context.new_page()
        holder.goto(urljoin(self.page.url, "/healthz"))
        self.workers = Workers(self.context.new_cdp_session(holder), self.listener.worker.hear, self.line.conditions)
        self.page.bring_to_front()


class _Listener:
    """What the network tells of the page and of its service worker, since the view began."""

    def __init__(self) -> None:
        self.page, self.worker = _Network(), _Network()

    def begin(self) -> None:
        self.page.begin()
        self.worker.begin()

    @property
    def busy(self) -> bool:
        return bool(self.page.under_way or self.worker.under_way)


class _Network:
    EVENTS = (
        "Network.requestWillBeSent",
        "Network.responseReceived",
        "Network.loadingFinished",
        "Network.loadingFailed",
    )

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self.answers: list[Answer] = []
        self.known: dict[str, tuple[str, str]] = {}
        self.under_way: set[str] = set()

    def hear(self, event: str, told: dict) -> None:
        request = told.get("requestId", "")
        if event == "Network.requestWillBeSent":
            self.under_way.add(request)
        elif event == "Network.responseReceived":
            self.known[request] = told["response"]["url"], told["type"]
        elif event in self.EVENTS:
            self.under_way.discard(request)
            sent = int(told.get("encodedDataLength", 0))
            if sent:  # nothing came over the wire for what the phone had kept
                self.answers.append(Answer(*self.known.get(request, ("", "Other")), sent))


def _wait_until_quiet(page: Page, listener: _Listener) -> None:
    quiet = 0
    while quiet < QUIET:
        page.wait_for_timeout(100)
        quiet = 0 if listener.busy else quiet + 100
