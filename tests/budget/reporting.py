"""What was found, as tables: bytes by kind, then times on each line; the largest of each above all pages."""

import statistics
from collections.abc import Iterable, Iterator
from typing import Protocol

from tests.bench.browsing import Line, View
from tests.bench.tables import table
from tests.budget.looking import SLOWER, Looks, Page

KINDS = {"Document": "page", "Script": "scripts", "Image": "pictures"}


class Looked(Protocol):
    """A page on a line, with its looks."""

    page: Page
    line: Line
    runs: list[Looks]


def tables(found: list[Looked]) -> Iterator[str]:
    lines = list(dict.fromkeys(one.line for one in found))
    yield _bytes_table([one for one in found if one.line == lines[0]])
    for line in lines:
        yield _times_table(line, [one for one in found if one.line == line])


def _bytes_table(found: list[Looked]) -> str:
    rows = [(one.page.url, *_bytes_row(one.runs)) for one in found]
    head = ("page", *KINDS.values(), "other", "first view", "requests", "then by the service worker", "requests")
    note = "Bytes over the wire, response headers included. Style sheet and first script are inside the page."
    return table("Bytes", (*head, "second view", "requests"), [_largest(rows), *rows], note)


def _bytes_row(runs: list[Looks]) -> Iterator[int]:
    """The greatest of the looks: what is counted should not change from one to the next."""
    colds, seconds = [looks.cold for looks in runs], [looks.second for looks in runs]
    for kind in KINDS:
        yield max(view.bytes_by_kind[kind] for view in colds)
    yield max(sum(size for kind, size in view.bytes_by_kind.items() if kind not in KINDS) for view in colds)
    yield max(view.bytes for view in colds)
    yield max(view.requests for view in colds)
    yield max(sum(answer.bytes for answer in view.of_worker) for view in colds)
    yield max(len(view.of_worker) for view in colds)
    yield max(view.bytes_in_all for view in seconds)
    yield max(view.requests_in_all for view in seconds)


def _times_table(line: Line, found: list[Looked]) -> str:
    rows = [(one.page.url, *_times_row(one.runs)) for one in found]
    head = (
        "page",
        "first paint s",
        "text s",
        "first question s",
        "largest s",
        "long tasks ms",
        "static text s",
        "text ÷ static",
    )
    note = (
        f"{line.round_trip} ms, {line.bits / 1000:.0f} kbit/s, processor ÷ {SLOWER}, 360 × 640 at double density; "
        "medians. Text: all words of the first card, or before the quiz, that are on the screen; "
        "the first question comes by script."
    )
    whole = [*head, "second view text s", "without signal text s"]
    return table(f"Times on {line.name}", whole, [_largest(rows), *rows], note)


def _times_row(runs: list[Looks]) -> Iterator[float | None]:
    colds = [looks.cold for looks in runs]
    yield from (_median(colds, name) for name in ("first", "words", "question", "largest"))
    yield round(statistics.median(view.long_tasks for view in colds))
    yield _median([looks.static for looks in runs], "words")
    yield statistics.median(looks.cold.words / looks.static.words for looks in runs if looks.static.words)
    yield _median([looks.second for looks in runs], "words")
    yield _median([looks.offline for looks in runs], "words")


def _median(views: Iterable[View | None], name: str) -> float | None:
    """In seconds. None when it did not open most of the time."""
    seen = [getattr(view, name) / 1000 if view else None for view in views]
    times = [time for time in seen if time]
    return statistics.median(times) if len(times) * 2 > len(seen) else None


def _largest(rows: list[tuple]) -> tuple:
    columns = list(zip(*rows, strict=True))[1:]
    return ("**largest of each**", *(max((n for n in column if n is not None), default=None) for column in columns))
