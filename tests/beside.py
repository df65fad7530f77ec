"""A shell beside a server: started once, it runs what it is told and gives back what that printed.

A new `manage.py shell` takes two seconds of processor, mostly to read Django; a journey asks several times.
"""

import contextlib
import io
import json
import subprocess
import sys
import traceback
from pathlib import Path

from django.db import connections

ROOT = Path(__file__).resolve().parents[1]
BEGIN = "from tests.beside import answer; answer(globals())"


class Beside:
    """The shell of one server's environment; it begins with the first question."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment
        self._process: subprocess.Popen[str] | None = None

    def ask(self, lines: str) -> str:
        """What the lines print. Raises AssertionError with the traceback if they fail."""
        self._process = self._process or self._begun()
        said, heard = self._process.stdin, self._process.stdout
        assert said
        assert heard
        print(json.dumps(lines), file=said, flush=True)
        told = json.loads(heard.readline() or '{"error": "the shell beside the server ended"}')
        if told["error"]:
            raise AssertionError(told["error"])
        return told["printed"].strip()

    def _begun(self) -> subprocess.Popen[str]:
        command = [sys.executable, str(ROOT / "manage.py"), "shell", "--verbosity", "0", "--command", BEGIN]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=self._environment, text=True, stdin=pipe, stdout=pipe)

    def end(self) -> None:
        if self._process:
            self._process.communicate(timeout=30)


def answer(known: dict) -> None:
    """The shell's own side: one question a line, one answer a line, each with its own names and connections."""
    to_the_test = sys.stdout
    for line in sys.stdin:
        printed, error = io.StringIO(), ""
        with contextlib.redirect_stdout(printed):
            try:
                exec(json.loads(line), dict(known))
            except Exception:
                error = traceback.format_exc()
        connections.close_all()
        print(json.dumps({"printed": printed.getvalue(), "error": error}), file=to_the_test, flush=True)
