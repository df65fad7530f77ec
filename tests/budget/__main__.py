"""Look at every page, print the tables, and fail with a sentence for each limit that is broken.

A sample is looked at once, on one line, and judged by what is counted: times belong to a calm machine.
"""

import argparse
import json
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.browsing import EDGE, SLOW_3G, Line, a_browser
from tests.bench.folder import seeded
from tests.bench.ground import CannotMeasure, run
from tests.bench.servers import Server, serving
from tests.bench.tables import say, show, this_machine
from tests.budget.limits import broken
from tests.budget.looking import Looks, Page, look
from tests.budget.reporting import tables

RUNS, MOST_RUNS = 3, 7


@dataclass
class Found:
    """What one page gave on one line, look after look, and the sentences about what is too much."""

    page: Page
    line: Line
    runs: list[Looks] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pages", type=int, help="only so many, the heaviest of each kind and language first")
    pages_wanted = asked.parse_args().pages
    begun = time.monotonic()
    show(this_machine())
    with tempfile.TemporaryDirectory(prefix="budget-") as folder:
        environment = seeded(Path(folder) / "site")
        told = json.loads(run([sys.executable, "-m", "tests.budget.pages"], environment=environment))
        pages = [Page(**page) for page in told][:pages_wanted]
        with serving("portal.wsgi", environment) as site, a_browser() as browser:
            if pages_wanted:
                found = [_glanced_at(browser, site, page) for page in pages]
            else:
                found = [_looked_at(browser, site, page, line) for line in (SLOW_3G, EDGE) for page in pages]
    for table in tables(found):
        show(table)
    complaints = [complaint for one in found for complaint in one.complaints]
    end = f"{len(complaints)} limits broken" if complaints else "All limits kept"
    show("\n".join([*complaints, f"\n{end}: {len(pages)} pages, {time.monotonic() - begun:.0f} s"]))
    return 1 if complaints else 0


def _glanced_at(browser: Browser, site: Server, page: Page) -> Found:
    say(page.url)
    runs = [look(browser, site, page, SLOW_3G, static_first=False)]
    over = broken(page, SLOW_3G, runs, site.address)
    return Found(page, SLOW_3G, runs, [sentence for is_timed, sentence in over if not is_timed])


def _looked_at(browser: Browser, site: Server, page: Page, line: Line) -> Found:
    """Some looks; more when a time is over its limit, for a busy machine is slow now and then."""
    say(f"{page.url} on {line.name}")
    found = Found(page, line)
    while len(found.runs) < MOST_RUNS:
        found.runs.append(look(browser, site, page, line, static_first=len(found.runs) % 2 == 1))
        if len(found.runs) < RUNS:
            continue
        over = list(broken(page, line, found.runs, site.address))
        found.complaints = [sentence for _again, sentence in over]
        if not any(again for again, _sentence in over):
            break
    return found


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CannotMeasure as reason:
        sys.exit(f"Not measured: {reason}")
