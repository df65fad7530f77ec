"""What an official's tables cost over a county of 50,000 made-up trainees, on both databases."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.folder import prepared
from tests.bench.ground import MANAGE, run
from tests.bench.tables import say, table
from tests.throwaway_postgres import cluster, find_binaries

PEOPLE = int(os.environ.get("BENCH_PEOPLE", "50000"))
PAGES = {
    "county": "county by township, this year",
    "march": "county, March alone",
    "township": "township by village",
    "file": "county as XLSX",
}
PARTS = ("sql", "database", "whole")
HEAD = ("", "SQL", "database ms", "whole answer ms")


def tables(folder: Path) -> Iterator[str]:
    """One table a database, one of what making and checking the people takes."""
    rows = []
    for name, database in _databases():
        with database as more:
            environ, _lessons = prepared(folder / name, more)
            made = _seconds([*MANAGE, "seed_term", "--people", str(PEOPLE)], environ | {"DEMO": "1"}, name)
            checked = _seconds([*MANAGE, "rebuild_progress", "--check"], environ, name)
            say(f"{name}: tables of {PEOPLE:,} people")
            cost = json.loads(run([sys.executable, "-m", "tests.bench.counting"], environment=environ))
            shown = [
                (said, *(cost[page][part] for part in ("sql", "database", "whole"))) for page, said in PAGES.items()
            ]
            rows.append((name, made, PEOPLE / made, checked))
            yield table(f"An official's tables, {PEOPLE:,} trainees, {name}", HEAD, shown)
    head = ("", "s to make them", "people a second", "s of `rebuild_progress --check`")
    note = "Made through the services of real phones, every event judged and folded."
    yield table(f"A term of {PEOPLE:,} trainees", head, rows, note)


def _databases() -> Iterator[tuple[str, object]]:
    yield "SQLite", _nothing_more()
    if binaries := find_binaries():
        yield "PostgreSQL", _postgres(binaries)


@contextmanager
def _nothing_more() -> Iterator[dict[str, str]]:
    yield {}


@contextmanager
def _postgres(binaries: Path) -> Iterator[dict[str, str]]:
    with cluster(binaries) as url:
        yield {"DATABASE_URL": url}


def _seconds(command: list[str], environ: dict[str, str], name: str) -> float:
    say(f"{name}: {' '.join(command[2:])}")
    begun = time.perf_counter()
    run(command, environment=environ)
    return time.perf_counter() - begun
