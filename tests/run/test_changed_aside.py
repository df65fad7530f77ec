"""A change of the schema that is killed in the middle leaves the database as it was; the next one is done whole."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.server import ROOT, environment_for

CHANGE = """
import os, signal, sys
import django
django.setup()
from django.db import connection
from portal.preparing.aside import changed_aside
with changed_aside(), connection.cursor() as cursor:
    cursor.execute("CREATE TABLE added (number integer)")
    cursor.execute("INSERT INTO kept VALUES (2)")
    if sys.argv[1] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if sys.argv[1] == "refused":
        raise SystemExit("refused")
"""


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """With one row that only the log of the database holds, as a power cut leaves it."""
    with closing(sqlite3.connect(tmp_path / "made.sqlite3")) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE kept (number integer)")
        made.execute("INSERT INTO kept VALUES (1)")
        made.commit()
        for part in ("", "-wal"):
            (tmp_path / f"db.sqlite3{part}").write_bytes((tmp_path / f"made.sqlite3{part}").read_bytes())
    return tmp_path


def change(data_dir: Path, how: str) -> int:
    environment = environment_for(data_dir, DATABASE_URL="", PYTHONPATH=f"{ROOT / 'site'}:{ROOT}")
    environment["DJANGO_SETTINGS_MODULE"] = "portal.settings.development"
    return subprocess.run([sys.executable, "-c", CHANGE, how], env=environment, check=False).returncode


def numbers(data_dir: Path, table: str) -> list[int]:
    with closing(sqlite3.connect(data_dir / "db.sqlite3")) as database:
        return [number for (number,) in database.execute(f"SELECT number FROM {table}")]


@pytest.mark.parametrize(("how", "code"), [("killed", -signal.SIGKILL), ("refused", 1)])
def test_change_that_is_cut_off_leaves_what_was_and_is_done_whole_next_time(data_dir, how, code):
    assert change(data_dir, how) == code
    assert numbers(data_dir, "kept") == [1]
    with pytest.raises(sqlite3.OperationalError):
        numbers(data_dir, "added")
    assert change(data_dir, "whole") == 0
    assert (numbers(data_dir, "kept"), numbers(data_dir, "added")) == ([1, 2], [])
    assert not list(data_dir.glob("db.sqlite3.new*"))
