"""A Chromium for the journeys: the one that is there, else Playwright's own, else the system's package.

`python -m tests.browser` makes sure of one, or says in one line what to install.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "没有可用的 Chromium。请安装（Debian：apt install chromium），或设置 CHROMIUM=路径。\n"
    "No Chromium works here. Please install one (Debian: apt install chromium), or set CHROMIUM=path."
)


@cache
def find() -> str | None:
    """The path of a Chromium that runs here, or None. Looked for once: a try costs a second of processor."""
    named = os.environ.get("CHROMIUM")
    candidates = [named] if named else [*filter(None, map(shutil.which, NAMES)), *_playwrights_own()]
    return next(filter(_works, candidates), None)


def find_or_get() -> str | None:
    """As `find`, but gets one where there is none."""
    for get in (None, _download, _install_package):
        if get is not None:
            get()
            find.cache_clear()
        if found := find():
            return found
    return None


def _playwrights_own() -> list[str]:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return [path] if Path(path).exists() else []


def _works(path: str) -> bool:
    # In a folder of its own: two that look at once would shut each other out of the usual one.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}"]
        command = [path, *flags, "--dump-dom", "about:blank"]
        try:
            return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            return False


def _download() -> None:
    _try([sys.executable, "-m", "playwright", "install", "chromium"])


def _install_package() -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _try(["apt-get", "-qq", "update"])
        _try(["apt-get", "-qq", "install", "--yes", "--no-install-recommends", "chromium"])


def _try(command: list[str]) -> None:
    # When it fails there is the next way, or the sentence at the end.
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, capture_output=True, timeout=600, check=False)


if __name__ == "__main__":
    sys.exit(None if find_or_get() else MISSING)
