"""gunicorn exactly as the supervisor starts it, and what its processes have used so far."""

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from launch.process_tree import die_with_parent
from tests.bench.ground import MANAGE, ROOT, CannotMeasure, free_port

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Server:
    """A running gunicorn: its address, without a slash at the end, its first process and what it was started with."""

    address: str
    pid: int
    environment: dict[str, str]

    def cpu_seconds(self) -> float:
        """User and system time of all its processes since they were started."""
        return sum(_cpu_ticks(pid) for pid in family(self.pid)) / TICKS


@contextmanager
def serving(application: str, environment: dict[str, str]) -> Iterator[Server]:
    """`application` under the settings of `launch.web`. Raises CannotMeasure when it does not answer."""
    port = free_port()
    options = ["-c", "python:launch.web", "--bind", f"127.0.0.1:{port}", application]
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *options],
        env=environment,
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=die_with_parent,
    )
    try:
        wait_until_it_answers(process, port)
        yield Server(f"http://127.0.0.1:{port}", process.pid, environment)
    finally:
        process.terminate()
        process.wait()


@contextmanager
def as_make_run_does(environment: dict[str, str]) -> Iterator[Server]:
    """The whole tree of `manage.py run`: parent, web server, worker. Raises CannotMeasure when it does not answer."""
    port = free_port()
    own = {**environment, "PORT": str(port)}
    process = subprocess.Popen(
        [*MANAGE, "run"],
        env=own,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=die_with_parent,
    )
    try:
        wait_until_it_answers(process, port)
        yield Server(f"http://127.0.0.1:{port}", process.pid, own)
    finally:
        process.terminate()
        process.wait()


def wait_until_it_answers(process: subprocess.Popen, port: int, seconds: float = PATIENCE) -> None:
    """Return at the first answer below 500. Raises CannotMeasure, also as soon as the process has ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status < 500:
                return
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
        finally:
            connection.close()
    end = f"did not answer within {seconds:.0f} s" if process.poll() is None else f"ended with {process.returncode}"
    raise CannotMeasure(f"the server {end}")


def family(pid: int) -> list[int]:
    """The process and everything below it."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = _stat(stat)
        if fields:
            children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found = [pid]
    for one in found:
        found.extend(children.get(one, []))
    return found


def memory_mib(pid: int) -> float:
    """Proportional set size of a process and everything below it."""
    sizes = (_read(Path(f"/proc/{one}/smaps_rollup")) for one in family(pid))
    return sum(int(size) for text in sizes for size in re.findall(r"^Pss:\s*(\d+)", text, re.M)) / 1024


def _cpu_ticks(pid: int) -> int:
    fields = _stat(Path(f"/proc/{pid}/stat"))
    return sum(map(int, fields[11:15])) if fields else 0


def _stat(path: Path) -> list[str]:
    # The name in brackets may hold spaces; the fields that count come after it.
    return _read(path).rpartition(")")[2].split()


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""  # it has ended meanwhile
