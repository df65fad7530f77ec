"""A real server on a copy of a data folder: `manage.py run`, exactly as a county starts it."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests.beside import Beside

ROOT = Path(__file__).resolve().parents[1]
SIGN_INS = "from django.core.management import call_command; call_command('demo_signins', '--json')"
READY = re.compile(r"ready: (http://\S+?)/\n")


@dataclass(frozen=True)
class Server:
    """Where it answers, its data folder, its parent process, what it printed, and a shell beside it."""

    url: str
    data_dir: Path
    pid: int
    log: Path
    environment: dict[str, str]
    beside: Beside

    def sign_ins(self) -> dict[str, dict]:
        """What to type for each demo person, by role, with the code of this moment.

        A server that has just begun prints them once itself; a trainee's code that was given before ends with that.
        """
        until = time.monotonic() + 60
        while "(keeper)" not in self.log.read_text() and time.monotonic() < until:
            time.sleep(0.1)
        told = self.beside.ask(SIGN_INS)
        return {person["role"]: person for person in json.loads(told)}


def environment_for(data_dir: Path, **more: str) -> dict[str, str]:
    """The environment of a server on `data_dir`, untouched by the settings of the test suite."""
    not_ours = ("DJANGO_SETTINGS_MODULE", "MAKELEVEL")
    inherited = {name: value for name, value in os.environ.items() if name not in not_ours}
    return inherited | {"DATA_DIR": str(data_dir), "DEMO": "1", "PORT": "0"} | more


def manage(*command: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run `manage.py …` to its end. Raises AssertionError with what it said if it fails."""
    whole = [sys.executable, str(ROOT / "manage.py"), *command]
    done = subprocess.run(whole, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr)
    return done


def migrate(data_dir: Path) -> None:
    """Empty tables in `data_dir` (on PostgreSQL in a database of its own)."""
    with own_database(data_dir.name) as database:
        manage("migrate", "--verbosity", "0", environment=environment_for(data_dir, **database))


def seed(data_dir: Path, migrated: Path | None = None) -> None:
    """Everything that `make run` loads, in `data_dir` (on PostgreSQL in a database of its own); upon empty tables."""
    if migrated:
        shutil.copytree(migrated, data_dir)
    with own_database(data_dir.name, copy_of=migrated.name if migrated else "") as database:
        manage("run", "--prepare-only", environment=environment_for(data_dir, **database))


@contextmanager
def serving(seeded: Path, data_dir: Path, **more: str) -> Iterator[Server]:
    """A running server on a copy of the `seeded` folder; killed at the end, which takes its children with it.

    A gentle stop takes seconds, forty times a run; `tests/faults/` and `tests/run/` see that it is gentle.
    """
    shutil.copytree(seeded, data_dir, ignore=shutil.ignore_patterns("running.lock", "queue"))
    with own_database(data_dir.name, copy_of=seeded.name, keep=False) as database:
        environment = environment_for(data_dir, **database, **more)
        beside = Beside(environment)
        log = data_dir.with_suffix(".log")
        with log.open("w") as out:
            command = [sys.executable, str(ROOT / "manage.py"), "run"]
            process = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
        try:
            yield Server(wait_until_ready(process, log), data_dir, process.pid, log, environment, beside)
        finally:
            process.kill()
            process.wait(30)
            beside.end()


def wait_until_ready(process: subprocess.Popen, log: Path, *, seconds: float = 90) -> str:
    """The address that the server printed. Raises AssertionError with what it said instead."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        if found := READY.search(log.read_text()):
            return found[1]
        time.sleep(0.1)
    process.kill()
    raise AssertionError(f"not ready after {seconds} s: {log.read_text()}")


@contextmanager
def own_database(name: str, *, copy_of: str = "", keep: bool = True) -> Iterator[dict[str, str]]:
    """On PostgreSQL a database of this name, copied from another; on SQLite nothing is needed, the folder holds it."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield {}
        return
    kind = f' TEMPLATE "{copy_of}"' if copy_of else ""
    _execute(given, f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}"{kind}')
    try:
        yield {"DATABASE_URL": urlunsplit(urlsplit(given)._replace(path=f"/{name}"))}
    finally:
        if not keep:
            _execute(given, f'DROP DATABASE "{name}" WITH (FORCE)')


def _execute(url: str, *statements: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
