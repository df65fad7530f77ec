"""The web server is killed while a phone sends what waits on it: make test-hard."""

import os
import random
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.bench.servers import family
from tests.faulty_proxy import Ask, Fault, Line
from tests.journeys import badly, learning
from tests.server import Server, manage

pytestmark = pytest.mark.hard

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


def test_r01_r03_what_a_phone_sends_while_the_web_is_killed_arrives_once(
    bad_phone: Page, line: Line, world: badly.World, server: Server
):
    learning.join(bad_phone, world.code, "石一", "drum")
    line.spoil("POST", badly.EVENTS, killing(server, random.Random(7)), times=KILLS)
    made = badly.write_finished(bad_phone, world.keys)

    def nothing_waits() -> bool:
        badly.try_again(bad_phone)
        return badly.waiting(bad_phone) == 0

    badly.until(bad_phone, nothing_waits, seconds=180)
    badly.all_sent(bad_phone)
    assert badly.finished(server, "石一") == dict.fromkeys(made, 1)
    assert [one.status for one in line.requests("POST", badly.EVENTS)].count(0) >= KILLS / 3
    manage("rebuild_progress", "--check", environment=server.environment)
