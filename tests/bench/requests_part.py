"""Requests per second and CPU of a lesson from the cache and rendered, beside a bare view and a static file."""

import statistics
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.folder import Lesson
from tests.bench.ground import environment
from tests.bench.load import CLIENT, CONNECTIONS, Load, press
from tests.bench.servers import Server, memory_mib, serving
from tests.bench.tables import say, table

ROUNDS = 3
SECONDS = 3
PHONE = {"Accept-Encoding": "gzip, br"}


@dataclass
class Target:
    """An address that is pressed, and what came of it in each round: the load, and CPU milliseconds a request."""

    name: str
    server: Server
    path: str
    sql: int
    headers: dict[str, str] = field(default_factory=lambda: PHONE)
    rounds: list[tuple[Load, float]] = field(default_factory=list)

    def measure(self) -> None:
        before = self.server.cpu_seconds()
        load = press(f"{self.server.address}{self.path}", self.headers, SECONDS)
        self.rounds.append((load, (self.server.cpu_seconds() - before) * 1000 / load.requests))

    def median(self, of: str) -> float:
        return statistics.median(getattr(load, of) for load, _cpu in self.rounds)

    @property
    def cpu(self) -> float:
        return statistics.median(cpu for _load, cpu in self.rounds)


def tables(site: Server, lessons: list[Lesson]) -> Iterator[str]:
    """One table of requests, one of SQL."""
    by_size = sorted((lesson for lesson in lessons if lesson.language == "zh-hans"), key=lambda lesson: lesson.cards)
    smallest, largest = by_size[0], by_size[-1]
    bare_environment = environment(Path())  # it keeps nothing
    with serving("tests.bench.bare:application", bare_environment) as bare:
        targets = _targets(site, bare, largest)
        for _round in range(ROUNDS):
            for target in targets:
                say(f"{SECONDS} s of: {target.name}")
                target.measure()
    yield _requests_table(targets, memory_mib(site.pid))
    yield _sql_table({"smallest": smallest, "largest": largest}, lessons)


def _targets(site: Server, bare: Server, lesson: Lesson) -> list[Target]:
    asked = urllib.request.Request(f"{site.address}{lesson.url}", headers=PHONE)
    etag = urllib.request.urlopen(asked).headers["ETag"]
    return [
        Target("bare Django view, no middleware, “ok”", bare, "/bare", 0),
        Target("lesson from the page cache", site, lesson.url, lesson.sql_kept),
        Target("the same, asked again (304)", site, lesson.url, lesson.sql_kept, {**PHONE, "If-None-Match": etag}),
        Target("the same bytes as a static file (WhiteNoise)", site, lesson.static_url, 0),
        Target("lesson rendered (`?bench=1`)", site, f"{lesson.url}?bench=1", lesson.sql_rendered),
    ]


def _requests_table(targets: list[Target], memory: float) -> str:
    bare = targets[0].median("per_second")
    rows = [
        (
            target.name,
            target.median("per_second"),
            target.median("per_second") / bare,
            target.median("p50"),
            target.median("p95"),
            target.cpu,
            target.sql,
        )
        for target in targets
    ]
    note = (
        f"{CONNECTIONS} connections kept alive, {CLIENT}; medians of {ROUNDS} rounds of {SECONDS} s in turn; "
        "two processes of four threads. CPU is that of the server's processes. "
        f"Memory of the site's web processes afterwards: {memory:.0f} MiB."
    )
    return table("Server", ("target", "requests/s", "of bare", "p50 ms", "p95 ms", "CPU ms", "SQL"), rows, note)


def _sql_table(named: dict[str, Lesson], lessons: list[Lesson]) -> str:
    worst = max(lessons, key=lambda lesson: lesson.sql_rendered)
    rows = [
        (f"{name}: {lesson.slug}", lesson.cards, lesson.kinds, lesson.sql_kept, lesson.sql_rendered)
        for name, lesson in {**named, "most queries": worst}.items()
    ]
    note = f"Of all {len(lessons)} pages. The first page that a new process renders takes {lessons[0].sql_first}."
    return table("SQL queries of a lesson", ("lesson", "cards", "kinds of card", "kept", "rendered"), rows, note)
