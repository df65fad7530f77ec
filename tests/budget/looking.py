"""Opening one page as a phone that was never here, then again, then without signal, and its static twin beside it."""

from dataclasses import dataclass

from playwright.sync_api import Browser, Error

from tests.bench.browsing import NO_SIGNAL, Line, Phone, View
from tests.bench.servers import Server

SLOWER = 6  # times slower than this processor


@dataclass(frozen=True)
class Page:
    """A lesson or a quiz, and the address of the same bytes as a static file."""

    kind: str
    url: str
    static_url: str


@dataclass(frozen=True)
class Looks:
    """One look at a page in each state. Without signal it may not open at all."""

    cold: View
    second: View
    offline: View | None
    static: View


def look(browser: Browser, site: Server, page: Page, line: Line, *, static_first: bool) -> Looks:
    """Look once. Which of the two comes first makes a difference, so it changes from one time to the next."""
    early = _static(browser, site, page, line) if static_first else None
    with Phone(browser, line, slower=SLOWER) as phone:
        cold = phone.view(f"{site.address}{page.url}")
        phone.settle()
        second = phone.view(f"{site.address}{page.url}")
        phone.settle()
        phone.put_on(NO_SIGNAL)
        offline = _without_signal(phone, f"{site.address}{page.url}", cold.title)
    return Looks(cold, second, offline, early or _static(browser, site, page, line))


def _static(browser: Browser, site: Server, page: Page, line: Line) -> View:
    with Phone(browser, line, slower=SLOWER) as phone:
        return phone.view(f"{site.address}{page.static_url}")


def _without_signal(phone: Phone, url: str, title: str) -> View | None:
    """None when the page does not open, or another one does in its place."""
    try:
        view = phone.view(url)
    except Error:
        return None
    return view if view.title == title else None
