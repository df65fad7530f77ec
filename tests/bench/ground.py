"""Where things are, and what the programs that are measured may know of this shell."""

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
MANAGE = [sys.executable, str(ROOT / "manage.py")]
# Left out: a database or a cache of somebody's own must not be filled, nor slow anything down.
NOT_OURS = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "DEMO", "HOST", "PORT", "MAKELEVEL", "MAKEFLAGS")


class CannotMeasure(Exception):
    """A part cannot be measured here; the text says why."""


def environment(data_dir: Path) -> dict[str, str]:
    """The environment of a program that keeps everything in `data_dir`."""
    ours = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    return {**ours, "DATA_DIR": str(data_dir), "PYTHONPATH": f"{SITE}{os.pathsep}{ROOT}", "LOG_LEVEL": "ERROR"}


def run(command: list[str], *, environment: dict[str, str]) -> str:
    """The output of a program. Raises CannotMeasure with its last complaint when it fails."""
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        complaints = done.stderr.strip().splitlines() or ["no reason given"]
        raise CannotMeasure(f"{' '.join(command[1:3])} failed: {complaints[-1]}")
    return done.stdout


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]
