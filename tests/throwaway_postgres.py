"""Run a command with DATABASE_URL of a PostgreSQL cluster that exists only for it.

    python -m tests.throwaway_postgres pytest

The system's own binaries are used; the cluster is removed however the command ends.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launch.process_tree import die_with_parent

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")
MISSING = (
    "找不到 PostgreSQL。请安装（Debian：apt install postgresql）。\n"
    "No PostgreSQL was found. Please install it (Debian: apt install postgresql)."
)
# Nothing here outlives the run, so nothing needs to survive a power cut.
FAST = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=100"]


def main() -> None:
    binaries = find_binaries()
    if binaries is None:
        sys.exit(MISSING)
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(143))
    with cluster(binaries) as url:
        sys.exit(subprocess.run(sys.argv[1:], env=os.environ | {"DATABASE_URL": url}, check=False).returncode)


def find_binaries() -> Path | None:
    """The folder of the newest `initdb` and `postgres`: on the path a distribution puts only wrappers, or nothing."""
    found = [folder for place in PLACES for folder in Path("/").glob(place[1:]) if (folder / "initdb").exists()]
    if found:
        return max(found, key=lambda folder: [int(part) for part in folder.parent.name.split(".") if part.isdigit()])
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """A running cluster; yields its address."""
    user = _unprivileged_user()
    folder = Path(tempfile.mkdtemp(prefix="throwaway-postgres-"))
    password, port = secrets.token_hex(16), _free_port()
    (folder / "password").write_text(password)
    if user:
        for path in (folder, folder / "password"):
            shutil.chown(path, user)
    try:
        made = ["--auth=scram-sha-256", "--username=tests", f"--pwfile={folder / 'password'}", "--encoding=UTF8"]
        initdb = [str(binaries / "initdb"), "--pgdata", str(folder / "cluster"), "--no-sync", *made]
        subprocess.run(initdb, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        listens = ["-c", "listen_addresses=127.0.0.1", "-p", str(port), "-k", str(folder)]
        server = subprocess.Popen(
            [str(binaries / "postgres"), "-D", str(folder / "cluster"), *listens, *FAST],
            user=user,
            cwd=folder,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: die_with_parent(signal.SIGQUIT),
        )
        try:
            _wait_until_it_answers(server, port)
            yield f"postgres://tests:{password}@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged_user() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_it_answers(server: subprocess.Popen, port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("PostgreSQL did not start.")


if __name__ == "__main__":
    main()
