"""The web server is killed while a phone sends what waits on it: make test-hard."""

import itertools
import os
import random
import signal
import threading
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


def kill_all(server: Server) -> None:
    for pid in workers(server):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def killing(server: Server) -> Fault:
    """Everybody who could answer is killed: by turns somewhere in the middle of a request, and after its commit."""
    dice, turns = random.Random(7), itertools.cycle((True, False))

    def fault(ask: Ask) -> bytes:
        if next(turns):
            threading.Timer(dice.uniform(0, 0.06), kill_all, [server]).start()
            return ask()
        ask()
        kill_all(server)
        return b""

    return fault


def test_r01_r03_what_a_phone_sends_while_the_web_is_killed_arrives_once(
    bad_phone: Page, line: Line, world: badly.World, server: Server
):
    learning.join(bad_phone, world.code, "石一", "drum")
    line.spoil("POST", badly.EVENTS, killing(server), times=KILLS)
    made = []
    for number, lesson in enumerate(world.keys, 1):
        made += badly.write_finished(bad_phone, [lesson])
        badly.try_again(bad_phone)
        line.wait_for("POST", badly.EVENTS, count=min(number, KILLS))
    badly.all_sent(bad_phone)
    assert badly.finished(server, "石一") == dict.fromkeys(made, 1)
    assert [one.status for one in line.requests("POST", badly.EVENTS)].count(0) >= KILLS / 2
    manage("rebuild_progress", "--check", environment=server.environment)
