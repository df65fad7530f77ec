"""`make run` in a fresh clone: from nothing, and again."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.ground import ROOT, environment, free_port, run
from tests.bench.servers import family, memory_mib, wait_until_it_answers
from tests.bench.tables import say, table

LONGEST = 600.0  # seconds


def tables(folder: Path) -> Iterator[str]:
    """One table. Raises CannotMeasure when there is no git, or the site does not come up."""
    clone = folder / "clone"
    run([shutil.which("git") or "git", "clone", "--quiet", str(ROOT), str(clone)], environment=dict(os.environ))
    rows = []
    for name in ("nothing there but Python and make", "again"):
        say(f"make run, {name}")
        rows.append((name, *_started(clone)))
    head = ("make run", "s to the first answer", "processes", "memory MiB", "s to stop")
    note = "A fresh clone of the last commit; the first start includes fetching the packages."
    yield table("Start", head, rows, note)


def _started(clone: Path) -> tuple[float, int, float, float]:
    """Seconds to the first answer, processes, memory of all of them, seconds to stop."""
    port = free_port()
    environ = {**environment(clone / "var"), "PORT": str(port)}
    del environ["PYTHONPATH"]  # the clone finds its own
    begun = time.perf_counter()
    make = subprocess.Popen(["make", "run"], cwd=clone, env=environ, stdout=subprocess.DEVNULL)
    try:
        wait_until_it_answers(make, port, LONGEST)
        took = time.perf_counter() - begun
        time.sleep(2)  # the worker is up a moment after the first page
        used = len(family(make.pid)), memory_mib(make.pid)
    finally:
        stopping = time.perf_counter()
        make.send_signal(signal.SIGTERM)
        make.wait()
    return took, *used, time.perf_counter() - stopping
