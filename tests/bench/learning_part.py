"""What learners cost: handing in a quiz, sending a batch of events, my lessons, and a class that signs in at once."""

import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

from tests.bench.folder import Lesson
from tests.bench.ground import CannotMeasure, run
from tests.bench.load import CONNECTIONS, press
from tests.bench.servers import Server
from tests.bench.tables import say, table
from tests.bench.writers import Post, Written, write

WRITERS = 8
SECONDS = 10
CLASS = 40
TOKEN = "t" * 32
HEAD = ("what", "a second", "p50 ms", "p95 ms", "CPU ms each", "SQL", "errors")


@dataclass(frozen=True)
class Ready:
    """What `learners` has made: people with sessions and phones, filled forms, a batch of events, queries of each."""

    people: list[dict]
    quizzes: list[dict]
    batch: list[dict]
    sql: dict[str, int]


def tables(site: Server, _lessons: list[Lesson]) -> Iterator[str]:
    say(f"people who learn, for {WRITERS} writers")
    told = run([sys.executable, "-m", "tests.bench.learners"], environment=site.environment)
    ready = Ready(**json.loads(told))
    rows = [_submits(site, ready), *_batches(site, ready), _my_lessons(site, ready)]
    note = (
        f"{WRITERS} writers at once, each with people of their own and a kept connection (my lessons: {CONNECTIONS} "
        f"readers), {SECONDS} s each, from the same machine; two processes of four threads. Every write is on the disk "
        "before its answer (synchronous FULL). CPU is that of the server's processes."
    )
    yield table("Learning", HEAD, rows, note)
    yield _class_table(site, ready)


def _submits(site: Server, ready: Ready) -> tuple:
    say(f"{SECONDS} s of quizzes handed in")

    def fresh(person: dict, number: int) -> Post:
        quiz = ready.quizzes[number % len(ready.quizzes)]
        sheet = [("attempt", str(uuid4())), ("person", person["key"]), ("csrfmiddlewaretoken", TOKEN)]
        return Post(quiz["address"], urlencode([*sheet, *quiz["fields"]]), _headers(person), 303)

    before, cpu = _stored(site, "progress_attempt"), site.cpu_seconds()
    written = write(site.address, _writers(ready, fresh))
    row = _row("a quiz handed in", written, site.cpu_seconds() - cpu, ready.sql["submit"])
    kept = _stored(site, "progress_attempt") - before
    if kept != len(written.took):
        raise CannotMeasure(f"{len(written.took)} attempts were accepted and {kept} stored")
    return row


def _batches(site: Server, ready: Ready) -> Iterator[tuple]:
    size = len(ready.batch)
    say(f"{SECONDS} s of batches of {size} events")

    def fresh(person: dict, _number: int) -> Post:
        body = json.dumps({"events": [event | {"uuid": str(uuid4())} for event in ready.batch]})
        headers = {"Content-Type": "application/json", "X-CSRFToken": TOKEN}
        return Post("/learn/events/", body, _headers(person) | headers, 200)

    cpu = site.cpu_seconds()
    written = write(site.address, _writers(ready, fresh))
    row = _row(f"a batch of {size} events", written, site.cpu_seconds() - cpu, ready.sql["batch"])
    yield row
    yield ("the same, by event", row[1] * size, None, None, row[4] / size, None, None)


def _my_lessons(site: Server, ready: Ready) -> tuple:
    say(f"{SECONDS} s of my lessons")
    cpu = site.cpu_seconds()
    load = press(f"{site.address}/learn/", {"Cookie": f"sessionid={ready.people[0]['session']}"}, SECONDS)
    each = (site.cpu_seconds() - cpu) * 1000 / load.requests
    return ("my lessons", load.per_second, load.p50, load.p95, each, ready.sql["mine"], load.failed)


def _class_table(site: Server, ready: Ready) -> str:
    say(f"{CLASS} people sign in at once")
    posts = [_sign_in(person) for person in ready.people[:CLASS]]
    cpu = site.cpu_seconds()
    written = write(site.address, [iter([post, None]).__next__ for post in posts])
    each = (site.cpu_seconds() - cpu) * 1000 / CLASS
    row = (f"{CLASS} people, each on her phone", written.seconds, max(written.took), each, len(written.wrong))
    head = ("sign in by PIN at the same moment", "s until all are in", "longest ms", "CPU ms each", "errors")
    return table("A class signs in", head, [row])


def _sign_in(person: dict) -> Post:
    headers = {"Cookie": f"{person['phone']}; csrftoken={TOKEN}", "Content-Type": "application/x-www-form-urlencoded"}
    return Post(person["tile"], urlencode({"pin": person["pin"], "csrfmiddlewaretoken": TOKEN}), headers, 302)


def _headers(person: dict) -> dict[str, str]:
    cookies = f"sessionid={person['session']}; csrftoken={TOKEN}"
    return {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}


def _writers(ready: Ready, fresh: Callable[[dict, int], Post]) -> list[Callable[[], Post | None]]:
    until = time.perf_counter() + SECONDS

    def writer(people: Iterator[dict], numbers: Iterator[int]) -> Callable[[], Post | None]:
        return lambda: fresh(next(people), next(numbers)) if time.perf_counter() < until else None

    return [writer(cycle(ready.people[first::WRITERS]), count(first)) for first in range(WRITERS)]


def _row(name: str, written: Written, cpu: float, sql: int) -> tuple:
    if not written.took:
        raise CannotMeasure(f"{name}: only errors ({', '.join(sorted(set(written.wrong)))})")
    each = cpu * 1000 / len(written.took)
    p50, p95 = written.percentile(0.5), written.percentile(0.95)
    return (name, written.per_second, p50, p95, each, sql, len(written.wrong))


def _stored(site: Server, name: str) -> int:
    """Read past Django: the database of the measurement is always SQLite."""
    path = Path(site.environment["DATA_DIR"]) / "db.sqlite3"
    with closing(sqlite3.connect(path, timeout=20)) as database:
        return database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
