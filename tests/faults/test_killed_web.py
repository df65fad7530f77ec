"""The web server is killed again and again while people hand in quizzes: all that was acknowledged is there, once.

make test-hard. Everything is real: `manage.py run`, its processes, HTTP with sessions and tokens.
"""

import http.client
import json
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import run
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import pytest

from tests.bench.servers import family
from tests.server import ROOT, Server, manage, serving

pytestmark = pytest.mark.hard

WRITERS, SECONDS, TOKEN = 6, 25, "t" * 32
PATIENCE = 90  # seconds until the last answer after the last kill
REDIRECT = 303
KEPT = """
import collections, json
from progress.models import Attempt, LearningEvent
sent = LearningEvent.objects.filter(kind="attempt-submitted", trainee__person__name="韦")
for rows in (sent, Attempt.objects.filter(trainee__person__name="韦")):
    print(json.dumps(collections.Counter(str(uuid) for uuid in rows.values_list("uuid", flat=True))))
"""


@dataclass
class Phones:
    """People with sessions and filled forms, and the UUIDs of attempts: handed in, and acknowledged."""

    people: list[dict]
    quizzes: list[dict]
    server: Server
    handed_in: set[str] = field(default_factory=set)
    acknowledged: set[str] = field(default_factory=set)
    tries: int = 0

    def form(self, number: int, attempt: str) -> tuple[str, str, dict[str, str]]:
        person, quiz = self.people[number % len(self.people)], self.quizzes[number % len(self.quizzes)]
        sheet = [("attempt", attempt), ("person", person["key"]), ("csrfmiddlewaretoken", TOKEN), *quiz["fields"]]
        cookies = f"sessionid={person['session']}; csrftoken={TOKEN}"
        return (
            quiz["address"],
            urlencode(sheet),
            {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"},
        )

    def ask(self, method: str, path: str, body: str, headers: dict[str, str]) -> tuple[int, str]:
        """Status and Location, on a connection of its own. Raises what a broken line raises."""
        connection = http.client.HTTPConnection(urlsplit(self.server.url).netloc, timeout=30)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status, answer.headers.get("Location", "")
        finally:
            connection.close()

    def hand_in_until_told(self, number: int) -> None:
        """The same form with the same UUID, as a phone does it, until an answer comes."""
        attempt, until = str(uuid4()), time.monotonic() + PATIENCE
        self.handed_in.add(attempt)
        while time.monotonic() < until:
            self.tries += 1
            try:
                status, _location = self.ask("POST", *self.form(number, attempt))
            except (OSError, http.client.HTTPException):
                status = 0
            if status == REDIRECT:
                self.acknowledged.add(attempt)
                return
            time.sleep(0.2)


@pytest.fixture
def phones(seeded_folder: Path, tmp_path: Path) -> Iterator[Phones]:
    with serving(seeded_folder, tmp_path / f"killed-{uuid4().hex}") as server:
        paths = f"{ROOT / 'site'}{os.pathsep}{ROOT}"
        own = {"PYTHONPATH": paths, "DJANGO_SETTINGS_MODULE": "portal.settings.development"}
        command = [sys.executable, "-m", "tests.bench.learners"]
        told = run(command, env=server.environment | own, cwd=ROOT, capture_output=True, text=True, check=True)
        ready = json.loads(told.stdout)
        yield Phones(ready["people"], ready["quizzes"], server)


def web_processes(server: Server) -> list[int]:
    """The first one of gunicorn, then its workers."""
    return [pid for pid in family(server.pid) if b"gunicorn" in _command(pid)]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def kill_now_and_then(server: Server, over: threading.Event) -> int:
    """A worker mostly, the whole web server now and then; returns how many were killed."""
    killed, dice = 0, random.Random(7)
    while not over.wait(dice.uniform(0.3, 1.2)):
        processes = web_processes(server)
        victim = processes[0] if killed % 9 == 8 else dice.choice(processes[1:] or processes or [0])
        if victim:
            os.kill(victim, signal.SIGKILL)
            killed += 1
    return killed


def kept_in(server: Server) -> tuple[dict[str, int], dict[str, int]]:
    """How many events and how many attempts there are for each UUID that these phones handed in."""
    events, attempts = manage("shell", "-v0", "-c", KEPT, environment=server.environment).stdout.split("\n")[:2]
    return json.loads(events), json.loads(attempts)


def test_r01_r03_nothing_acknowledged_is_lost_or_doubled_by_kills(phones):
    over, stop_at = threading.Event(), time.monotonic() + SECONDS

    def person(writer: int) -> None:
        number = writer
        while time.monotonic() < stop_at:
            phones.hand_in_until_told(number)
            number += WRITERS

    with ThreadPoolExecutor(WRITERS + 1) as threads:
        killing = threads.submit(kill_now_and_then, phones.server, over)
        writing = [threads.submit(person, writer) for writer in range(WRITERS)]
        time.sleep(SECONDS)
        over.set()
        [writer.result() for writer in writing]
    events, attempts = kept_in(phones.server)
    mine = {uuid: count for uuid, count in events.items() if uuid in phones.handed_in}
    assert killing.result() >= 10
    assert phones.tries > len(phones.handed_in)  # some answers were lost, and asked for again
    assert phones.acknowledged == phones.handed_in == set(mine)
    assert set(mine.values()) == {1}
    assert attempts == events
    manage("rebuild_progress", "--check", environment=phones.server.environment)


def test_r03_lost_reply_is_given_again(phones):
    attempt = str(uuid4())
    path, body, headers = phones.form(0, attempt)
    result = f"{path}{attempt}/"
    lost = http.client.HTTPConnection(urlsplit(phones.server.url).netloc, timeout=30)
    lost.request("POST", path, body, headers)
    until = time.monotonic() + 30
    while phones.ask("GET", result, "", headers)[0] != 200:  # stored, and nobody has read the reply
        assert time.monotonic() < until
    lost.close()
    for _again in range(3):
        assert phones.ask("POST", path, body, headers) == (REDIRECT, result)
    events, attempts = kept_in(phones.server)
    assert (events[attempt], attempts[attempt]) == (1, 1)
    manage("rebuild_progress", "--check", environment=phones.server.environment)
