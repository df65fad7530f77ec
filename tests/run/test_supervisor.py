"""The parent keeps its children running, and takes them with it, however it ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SITE = Path(__file__).resolve().parents[2] / "site"
# Two children that note each of their starts; nobody ever answers at the address.
PARENT = """
import sys
from launch import process_tree, supervisor
from launch.sentences import CannotGoOn, say_and_exit
notes, code = sys.argv[1:]
start = lambda: process_tree.start([sys.executable, "-c", code, notes])
children = [supervisor.Child("web", start), supervisor.Child("worker", start)]
try:
    supervisor.Supervisor(children, address=("127.0.0.1", 1), when_ready=lambda: None).run()
except CannotGoOn as problem:
    say_and_exit(problem)
"""
NOTE = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n'); "


def test_program_that_a_thread_of_ours_began_ends_with_us_though_we_are_killed():
    begin = "from launch.process_tree import bound_to_us; import subprocess; "
    begin += "print(subprocess.Popen(bound_to_us(['sleep', '60'])).pid, flush=True); input()"
    us = subprocess.Popen([sys.executable, "-c", begin], cwd=SITE, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    program = Path("/proc", us.stdout.readline().decode().strip())
    until = time.monotonic() + 20
    while b"sleep" not in (program / "cmdline").read_bytes().split(b"\0") and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.1)
    us.kill()
    us.communicate()
    while program.exists() and b"Z (zombie)" not in (program / "status").read_bytes() and time.monotonic() < until:
        time.sleep(0.02)
    assert time.monotonic() < until


@pytest.fixture
def notes(tmp_path) -> Path:
    (tmp_path / "notes").touch()
    return tmp_path / "notes"


def parent_of(code: str, notes: Path) -> subprocess.Popen:
    command = [sys.executable, "-c", PARENT, str(notes), NOTE + code]
    return subprocess.Popen(command, cwd=SITE, stderr=subprocess.PIPE, text=True)


def started(notes: Path, number: int) -> list[int]:
    until = time.monotonic() + 20
    while len(pids := notes.read_text().split()) < number and time.monotonic() < until:
        time.sleep(0.05)
    return [int(pid) for pid in pids]


def is_alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


def none_left(pids: list[int]) -> bool:
    until = time.monotonic() + 5
    while any(map(is_alive, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(map(is_alive, pids))


def test_killed_parent_leaves_no_child(notes):
    parent = parent_of("time.sleep(60)", notes)
    children = started(notes, 2)
    parent.kill()
    parent.communicate()
    assert none_left(children)


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_it_stops_its_children_and_ends_well(notes, sent):
    parent = parent_of("time.sleep(60)", notes)
    children = started(notes, 2)
    parent.send_signal(sent)
    parent.communicate(timeout=20)
    assert parent.returncode == 0
    assert none_left(children)


def test_killed_child_is_started_again(notes):
    parent = parent_of("time.sleep(60)", notes)
    first = started(notes, 2)
    os.kill(first[0], signal.SIGKILL)
    assert len(set(started(notes, 3))) == 3
    parent.terminate()
    parent.communicate()


def test_site_that_cannot_start_at_all_says_so_and_stops(notes):
    parent = parent_of("sys.exit(3)", notes)
    _out, said = parent.communicate(timeout=30)
    assert parent.returncode == 1
    assert "web failed to start 3 times in a row" in said
