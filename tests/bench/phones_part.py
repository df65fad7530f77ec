"""A thousand phones come back on line at once, with fifty events each, while others read: `make bench PARTS=phones`."""

import asyncio
import itertools
import json
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.bench.coming_back import Phone, Reader
from tests.bench.folder import seeded
from tests.bench.ground import CannotMeasure, run
from tests.bench.servers import Server, as_make_run_does
from tests.bench.tables import say, table

READERS, EVERY = 8, 0.25  # seconds between two pages of one reader
CALM = 5.0  # seconds of reading before
KINDS = ("lesson-left", "lesson-finished", "attempt-submitted")


@dataclass(frozen=True)
class Crowd:
    """What `crowd` has made: people with sessions, what each of them did, and the pages that others read."""

    people: list[dict]
    batch: list[dict]
    pages: list[str]


def tables(folder: Path) -> Iterator[str]:
    """Raises CannotMeasure when an event was lost, doubled or refused."""
    environment = seeded(folder)
    say("a thousand people with sessions")
    crowd = Crowd(**json.loads(run([sys.executable, "-m", "tests.bench.crowd"], environment=environment)))
    with as_make_run_does(environment) as site:
        say(f"{len(crowd.people)} phones at once")
        phones, before, meanwhile, cpu = asyncio.run(_all_at_once(site, crowd))
    _check(phones, _stored(folder), len(crowd.batch))
    yield _phones_table(phones, len(crowd.batch), cpu)
    yield _readers_table({"before": before, "meanwhile": meanwhile})


async def _all_at_once(site: Server, crowd: Crowd) -> tuple[list[Phone], list[Reader], list[Reader], float]:
    phones = [Phone.of(site.address, person, crowd.batch) for person in crowd.people]
    await _read(site, crowd, asyncio.sleep(CALM))  # every page is rendered once
    before = await _read(site, crowd, asyncio.sleep(CALM))
    cpu = site.cpu_seconds()
    sending = [asyncio.create_task(phone.come_back()) for phone in phones]
    meanwhile = await _read(site, crowd, _most_of(sending))
    await asyncio.gather(*sending)
    return phones, before, meanwhile, site.cpu_seconds() - cpu


async def _most_of(sending: list[asyncio.Task]) -> None:
    """Until nine of ten are done: the last ones wait for the end of a pause, and nobody is in anybody's way."""
    for done in itertools.islice(asyncio.as_completed(sending), len(sending) * 9 // 10):
        await done


async def _read(site: Server, crowd: Crowd, during: object) -> list[Reader]:
    """Readers as long as something else lasts."""
    over = asyncio.Event()
    readers = [Reader(site.address, crowd.pages, EVERY) for _reader in range(READERS)]
    reading = [asyncio.create_task(reader.read(over)) for reader in readers]
    await during
    over.set()
    await asyncio.gather(*reading)
    return readers


def _check(phones: list[Phone], stored: Counter, each: int) -> None:
    """Every event is there once, and none was refused."""
    known = [uuid for phone in phones for uuid in {*phone.stored, *phone.doubled}]
    refused = [code for phone in phones for code in phone.refused]
    wanted = len(phones) * each
    if refused or len(known) != wanted or stored != Counter(uuid.replace("-", "") for uuid in known):
        raise CannotMeasure(
            f"of {wanted} events {stored.total()} were stored, {len(known)} told, {len(refused)} refused"
        )


def _stored(folder: Path) -> Counter:
    """UUIDs of what phones sent. Read past Django: the database of the measurement is always SQLite."""
    asked = f"SELECT uuid FROM progress_learningevent WHERE kind IN {KINDS} AND device = 'crowd'"
    with closing(sqlite3.connect(folder / "db.sqlite3", timeout=20)) as database:
        return Counter(uuid.replace("-", "") for (uuid,) in database.execute(asked))


def _phones_table(phones: list[Phone], each: int, cpu: float) -> str:
    answers: Counter = sum((phone.wire.answers for phone in phones), Counter())
    waits = sorted(phone.done_after for phone in phones)
    events = len(phones) * each
    other = ", ".join(f"{status}: {times:,}" for status, times in sorted(answers.items()) if status != "200") or "none"
    last = waits[-1]
    most = waits[len(waits) * 9 // 10]
    row = (len(phones), events, last, events / last, most, waits[len(waits) // 2], answers["200"], other, cpu)
    head = (
        "phones",
        "events",
        "s until all are stored",
        "events/s",
        "s for nine of ten phones",
        "for half",
        "answers 200",
    )
    note = (
        "Each phone: /learn/me/, then batches of 25, as the outbox sends them; after any other answer it waits 5 s, "
        "twice as long each time, with chance in it. The site as `make run` starts it, on the same machine. "
        "Every event is stored once, none was refused."
    )
    return table("A thousand phones at once", (*head, "other answers", "CPU s of the site"), [row], note)


def _readers_table(named: dict[str, list[Reader]]) -> str:
    rows = [(name, *_times(readers)) for name, readers in named.items()]
    note = (
        f"{READERS} readers, each a lesson or quiz every {EVERY} s, on a new connection; meanwhile: until nine of ten "
        "phones are done."
    )
    return table("Who reads meanwhile", ("", "pages", "p50 ms", "p95 ms", "longest ms", "other answers"), rows, note)


def _times(readers: list[Reader]) -> tuple:
    took = sorted(one for reader in readers for one in reader.took)
    wrong = sum(sum(reader.answers.values()) - len(reader.took) for reader in readers)
    return (len(took), *(took[int(len(took) * share)] for share in (0.5, 0.95)), took[-1], wrong)
