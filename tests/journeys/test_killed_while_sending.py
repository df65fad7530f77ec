"""The web server is killed while a phone sends what waits on it: make test-hard."""

import json
import os
import random
import signal
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.bench.servers import family
from tests.faulty_proxy import Ask, Fault, Line
from tests.journeys import badly, learning
from tests.server import Server, manage

pytestmark = pytest.mark.hard

LESSONS = """
import json
from courses.models import LessonPage
print(json.dumps([str(key) for key in LessonPage.objects.live().filter(locale__language_code="zh-hans")
    .values_list("translation_key", flat=True)]))
"""
FINISHED = """
import json
from progress.models import LearningEvent
sent = LearningEvent.objects.filter(kind="lesson-finished", trainee__person__name="%s")
print(json.dumps([str(uuid) for uuid in sent.values_list("uuid", flat=True)]))
"""
WRITE = """keys => keys.reduce((done, key) => done.then(made =>
  outbox.add('lesson-finished', key, {seconds: 60}).then(uuid => made.concat([uuid]))), Promise.resolve([]))"""
KILLS = 12


def workers(server: Server) -> list[int]:
    """The processes of gunicorn that answer; its first one only watches them."""
    commands = {pid: Path(f"/proc/{pid}/cmdline") for pid in family(server.pid)}
    return [pid for pid, path in commands.items() if path.exists() and b"gunicorn" in path.read_bytes()][1:]


def killing(server: Server, dice: random.Random) -> Fault:
    """Somewhere between the arrival of the request and its answer everybody who could answer is killed."""

    def kill(after: float) -> None:
        time.sleep(after)
        for pid in workers(server):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def fault(ask: Ask) -> bytes:
        threading.Thread(target=kill, args=(dice.uniform(0, 0.15),)).start()
        return ask()

    return fault


def test_r01_r03_what_a_phone_sends_while_the_web_is_killed_arrives_once(bad_phone: Page, line: Line, server: Server):
    learning.join(bad_phone, learning.code_of_village(server), "石一", "drum")
    lessons = learning.in_shell(server, LESSONS)
    line.spoil("POST", badly.EVENTS, killing(server, random.Random(7)), times=KILLS)
    made = bad_phone.evaluate(WRITE, json.loads(lessons))
    deadline = time.monotonic() + 120
    while badly.waiting(bad_phone) and time.monotonic() < deadline:
        badly.try_again(bad_phone)
        bad_phone.wait_for_timeout(300)
    badly.all_sent(bad_phone)
    stored = Counter(json.loads(learning.in_shell(server, FINISHED % "石一")))
    assert stored == Counter(made)
    assert [one.status for one in line.requests("POST", badly.EVENTS)].count(0) >= KILLS / 3
    manage("rebuild_progress", "--check", environment=server.environment)
