"""Starting and stopping a whole site with force: make test-hard."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.server import ROOT, environment_for, manage, serving, wait_until_ready

pytestmark = pytest.mark.hard


def processes_of(data_dir: Path) -> list[int]:
    """All processes whose environment names this data folder."""
    mark = f"DATA_DIR={data_dir}\0".encode()
    return [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/environ") if mark in _read(path)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes() + b"\0"
    except OSError:
        return b""


def start(data_dir: Path, log: Path) -> subprocess.Popen:
    command = [sys.executable, str(ROOT / "manage.py"), "run"]
    out = log.open("w")
    return subprocess.Popen(command, env=environment_for(data_dir, DATABASE_URL=""), stdout=out, stderr=out)


def is_sound(data_dir: Path) -> bool:
    with closing(sqlite3.connect(data_dir / "db.sqlite3")) as database:
        return database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_killed_parent_of_a_running_site_leaves_nothing(seeded_folder, tmp_path):
    data_dir = tmp_path / "data"
    with serving(seeded_folder, data_dir, DATABASE_URL="") as server:
        assert len(processes_of(data_dir)) >= 5
        os.kill(server.pid, signal.SIGKILL)
        time.sleep(2)
        assert processes_of(data_dir) == []
    assert is_sound(data_dir)


def test_start_that_is_killed_again_and_again_gets_there(tmp_path):
    data_dir = tmp_path / "data"
    for seconds in (1, 3, 6, 9, 12, 15):
        process = start(data_dir, tmp_path / "log")
        time.sleep(seconds)
        process.kill()
        process.wait()
    time.sleep(1)
    assert processes_of(data_dir) == []
    process = start(data_dir, tmp_path / "log")
    wait_until_ready(process, tmp_path / "log", seconds=120)
    process.terminate()
    assert process.wait(30) == 0
    assert is_sound(data_dir)


@pytest.fixture
def small_disk(tmp_path):
    if os.geteuid():
        pytest.fail("A small disk can be made only as root; run make test-hard there.")
    place = tmp_path / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_full_disk_is_told_in_one_sentence_and_mended_by_space(small_disk):
    here = environment_for(small_disk / "data", DATABASE_URL="")
    command = [sys.executable, str(ROOT / "manage.py"), "run", "--prepare-only"]
    done = subprocess.run(command, env=here, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "The disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    subprocess.run(["mount", "-o", "remount,size=200m", str(small_disk)], check=True)
    manage("run", "--prepare-only", environment=here)
    assert is_sound(small_disk / "data")
