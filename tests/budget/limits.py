"""The limits of the phone (bytes over the wire with their headers, milliseconds), and what a page makes of them."""

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.bench.browsing import EDGE, SLOW_3G, Line
from tests.budget.looking import Looks, Page

BOTH = (SLOW_3G, EDGE)
RATIO = 1.15
SCRIPTS = {"lesson": 15_000, "quiz": 25_000}
# A quiz fetches the pictures of all its questions and verdicts at once: they must be there when the signal is not.
REQUESTS = {"lesson": 6, "quiz": 8}
NEVER = float("inf")


@dataclass(frozen=True)
class Limit:
    """How much of something a page may take on these lines; `timed`: noise counts, so it is judged by a median."""

    name: str
    of: Callable[[Looks, str], float]
    most: float | dict[str, float]
    timed: bool = False
    lines: tuple[Line, ...] = BOTH

    def allows(self, page: Page) -> float:
        return self.most[page.kind] if isinstance(self.most, dict) else self.most


def _kind(name: str) -> Callable[[Looks, str], float]:
    return lambda looks, _host: looks.cold.bytes_by_kind[name]


def _largest_picture(looks: Looks, _host: str) -> float:
    return max((answer.bytes for answer in looks.cold.answers if answer.kind == "Image"), default=0)


def _elsewhere(looks: Looks, host: str) -> float:
    views = [view for view in (looks.cold, looks.second, looks.offline) if view]
    asked = [answer.url for view in views for answer in [*view.answers, *view.of_worker] if answer.url]
    return sum(not url.startswith(host) for url in asked)


def _ratio(looks: Looks, _host: str) -> float:
    return looks.cold.words / looks.static.words if looks.static.words else NEVER


def _offline(looks: Looks, _host: str) -> float:
    return looks.offline.words or NEVER if looks.offline else NEVER


LIMITS = (
    Limit("page, bytes", _kind("Document"), 14_000),
    Limit("first view, bytes", lambda looks, _host: looks.cold.bytes, 60_000),
    Limit("first view, requests", lambda looks, _host: looks.cold.requests, REQUESTS),
    Limit("scripts, bytes", _kind("Script"), SCRIPTS),
    Limit("largest picture, bytes", _largest_picture, 30_000),
    Limit("fonts, bytes", _kind("Font"), 0),
    Limit("requests to other hosts", _elsewhere, 0),
    Limit("second view, bytes", lambda looks, _host: looks.second.bytes_in_all, 2_000),
    Limit("second view, requests", lambda looks, _host: looks.second.requests_in_all, 1),
    Limit("text ÷ static file", _ratio, RATIO, timed=True),
    Limit(
        "second view, text ms", lambda looks, _host: looks.second.words or NEVER, 1_000, timed=True, lines=(SLOW_3G,)
    ),
    Limit("without signal, text ms", _offline, 1_000, timed=True),
)


def measured(limit: Limit, runs: list[Looks], host: str) -> float:
    """The median of what is timed, the worst of what is counted."""
    found = [limit.of(looks, host) for looks in runs]
    return statistics.median(found) if limit.timed else max(found)


def broken(page: Page, line: Line, runs: list[Looks], host: str) -> Iterator[tuple[bool, str]]:
    """A sentence for every limit that the page breaks on this line, and whether another look may show it otherwise."""
    for limit in LIMITS:
        if line in limit.lines and (found := measured(limit, runs, host)) > limit.allows(page):
            never = found == NEVER
            what = "it does not open" if never else f"{found:,.4g} where {limit.allows(page):,.4g} is the limit"
            yield limit.timed, f"{page.url} on {line.name}: {limit.name}: {what}"
