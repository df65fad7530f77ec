"""The parent of everything that runs: web server and worker. Started by `manage.py run` when all is prepared.

It holds no Django. It starts a dead child again, ever more slowly; it stops both gently on SIGTERM and Ctrl-C; and when
it is killed itself, the kernel takes the children with it.
"""

import argparse
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from launch import process_tree
from launch.sentences import CannotGoOn, say, say_and_exit

ROOT = Path(__file__).resolve().parents[2]
TICK = 0.2
LONGEST_PAUSE = 30.0
CALM_AFTER = 60.0  # a child that lived so long starts with a clean slate
GENTLE = 15.0  # seconds to finish what is in hand
TRIES_BEFORE_READY = 3


@dataclass
class Child:
    """A process that has to run: how to start it, how often it died lately, and when to start it again."""

    name: str
    start: Callable[[], subprocess.Popen]
    process: subprocess.Popen | None = None
    started: float = 0.0
    deaths: int = 0
    due: float = 0.0

    def look_after(self, now: float) -> None:
        """Start it when it is due; note its death."""
        if self.process is None:
            if now >= self.due:
                self.process, self.started = self.start(), now
        elif self.process.poll() is not None:
            self.deaths = 1 if now - self.started > CALM_AFTER else self.deaths + 1
            self.due = now + min(2.0 ** (self.deaths - 1), LONGEST_PAUSE)
            say(f"{self.name}: {self.process.returncode}, {self.due - now:.0f} s")
            self.process = None

    def ask_to_stop(self) -> None:
        if self.process is not None:
            self.process.terminate()

    def stop_by(self, moment: float) -> None:
        """Wait until `moment` at most, then end it."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, moment - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Supervisor:
    """Keeps `children` alive until a signal comes; says once when the site answers."""

    def __init__(self, children: list[Child], *, address: tuple[str, int], when_ready: Callable[[], None]) -> None:
        self.children = children
        self.address = address
        self.when_ready = when_ready
        self.ready = self.stopping = False
        for sent in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(sent, self._stop)

    def run(self) -> None:
        """Until stopped. Raises CannotGoOn when the first child cannot even start."""
        try:
            while not self.stopping:
                for child in self.children:
                    child.look_after(time.monotonic())
                self._look_for_readiness()
                time.sleep(TICK)
        finally:
            self._stop_children()

    def _look_for_readiness(self) -> None:
        if self.ready:
            return
        if answers(*self.address):
            self.ready = True
            self.when_ready()
        elif self.children[0].deaths >= TRIES_BEFORE_READY:
            raise CannotGoOn("broken", name=self.children[0].name, times=TRIES_BEFORE_READY)

    def _stop(self, *_signal: object) -> None:
        self.stopping = True

    def _stop_children(self) -> None:
        for child in self.children:
            child.ask_to_stop()
        moment = time.monotonic() + GENTLE
        for child in self.children:
            child.stop_by(moment)


def answers(host: str, port: int) -> bool:
    """True once the site answers. In production a redirect to https, or 400 to a strange host, is an answer too."""
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("--socket", type=int, required=True)
    given.add_argument("--host", required=True)
    given.add_argument("--port", type=int, required=True)
    given.add_argument("--data-dir", type=Path, required=True)
    given.add_argument("--demo", action="store_true")
    told = given.parse_args()
    children = [Child("web", lambda: start_web(told.socket)), Child("worker", lambda: start_worker(told.data_dir))]

    def when_ready() -> None:
        site = f"http://{f'[{told.host}]' if ':' in told.host else told.host}:{told.port}"
        say(f"已就绪 · ready: {site}/", f"讲师 · trainers: {site}/cms/", "按 Ctrl-C 停止 · Ctrl-C stops it")
        if told.demo:
            process_tree.start([sys.executable, str(ROOT / "manage.py"), "demo_signins"]).wait()

    try:
        Supervisor(children, address=(told.host, told.port), when_ready=when_ready).run()
    except CannotGoOn as problem:
        say_and_exit(problem)


def start_web(socket: int) -> subprocess.Popen:
    """gunicorn on our socket; connections wait in it while gunicorn is started again."""
    options = ["-c", "python:launch.web", "--bind", f"fd://{socket}", "portal.wsgi"]
    return process_tree.start([sys.executable, "-m", "gunicorn", *options], keep=(socket,))


def start_worker(data_dir: Path) -> subprocess.Popen:
    """One Celery worker with the clock in it. The clock's notes may be torn by a kill, so it starts without them."""
    for note in (data_dir / "queue").glob("beat*"):
        note.unlink(missing_ok=True)
    options = ["--pool", "threads", "--concurrency", os.environ.get("WORKER_THREADS", "2"), "--loglevel", "warning"]
    quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    # A container runs as root; the worker's warning about it helps nobody who reads this terminal.
    python = [sys.executable, "-W", "ignore:You're running the worker"]
    return process_tree.start([*python, "-m", "celery", "-q", "-A", "portal", "worker", "-B", *options, *quiet])


if __name__ == "__main__":
    main()
