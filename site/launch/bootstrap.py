"""Make `.venv` from a hashed lock: `python3 -m launch.bootstrap requirements.txt`, run inside `site/`.

What was built is stamped last, with a hash of its inputs: a killed run leaves no stamp and is built anew, a second run
with the same inputs does nothing. Where packages come from is decided by pip's own settings.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from launch.sentences import CannotGoOn, from_os_error, say, say_and_exit

OLDEST = (3, 11)
NEWER = ("python3.13", "python3.12", "python3.11")
ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
STAMP = VENV / "built.json"
# A lock, and the locks that it holds whole.
HOLDS = {"requirements-dev.txt": ["requirements.txt"]}

NO_SPACE = ("No space left on device", "Disk quota exceeded")
OTHER_HASH = ("DO NOT MATCH THE HASHES",)
NO_WAY = ("No matching distribution", "Could not fetch", "onnection", "Max retries", "timed out", "HTTP error")


def main() -> None:
    lock = ROOT / (sys.argv[1:] or ["requirements.txt"])[0]
    try:
        _hand_over_if_too_old()
        with _alone():
            build(lock)
    except CannotGoOn as problem:
        say_and_exit(problem)
    except OSError as error:
        told = from_os_error(error, ROOT)
        if told is None:
            raise
        say_and_exit(told)
    except KeyboardInterrupt:
        sys.exit(130)


def build(lock: Path) -> None:
    """Bring `.venv` to what `lock` says. Raises CannotGoOn, OSError."""
    made_by = f"{sys.version} {VENV}"  # a newer Python or a moved folder needs a new one
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    built = _read_stamp()
    python = VENV / "bin" / "python"
    whole = built.get("made by") == made_by and _runs(str(python), "")
    if whole and built.get(lock.name) == wanted:
        return
    say("正在准备 Python 环境，约半分钟……", "Preparing the Python environment, about half a minute …")
    _forget_stamp()
    if not whole:
        built = {"made by": made_by}
        _require_venv_module()
        _run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    _install(python, lock)
    for name in [lock.name, *HOLDS.get(lock.name, [])]:
        built[name] = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
    _write_stamp(built)


def _hand_over_if_too_old() -> None:
    """Go on in a newer Python of this machine. Raises CannotGoOn when it has none."""
    if sys.version_info >= OLDEST:
        return
    for path in filter(None, map(shutil.which, NEWER)):
        # A name on the path may be a stand-in that cannot run, so it is asked, not trusted.
        if _runs(path, "import sys; sys.exit(sys.version_info < (3, 11))"):
            os.execv(path, [path, "-m", "launch.bootstrap", *sys.argv[1:]])
    raise CannotGoOn("python", found=f"Python {sys.version_info[0]}.{sys.version_info[1]}")


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """A lock on the folder itself: of two set-ups at the same time one waits for the other."""
    folder = os.open(str(ROOT), os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _require_venv_module() -> None:
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships Python without it
        import venv  # noqa: F401, PLC0415
    except ImportError:
        raise CannotGoOn("venv") from None


def _install(python: Path, lock: Path) -> None:
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--root-user-action=ignore"]
    _run([str(python), "-m", "pip", "install", *quiet, "--no-compile", "--require-hashes", "-r", str(lock)])
    # Compiling with all processors is several times faster than pip's own; a file that cannot be compiled is no harm.
    subprocess.run([str(python), "-m", "compileall", "-qq", "-j", "0", str(VENV / "lib")], check=False)


def _run(command: list[str]) -> None:
    """Run quietly. Raises CannotGoOn with the sentence that fits what the command complained of."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode == 0:
        return
    said = done.stdout.decode("utf-8", "replace")
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")] or lines or ["-"]
    for name, signs in (("full", NO_SPACE), ("hashes", OTHER_HASH), ("packages", NO_WAY)):
        if any(sign in said for sign in signs):
            raise CannotGoOn(name, place=VENV, detail=errors[-1])
    raise CannotGoOn("install", detail=errors[-1])


def _runs(python: str, code: str) -> bool:
    try:
        return subprocess.run([python, "-c", code], stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def _read_stamp() -> dict[str, str]:
    try:
        return json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}


def _forget_stamp() -> None:
    """From here to the new stamp `.venv` counts as half made. A folder that cannot be written is found out here."""
    VENV.mkdir(exist_ok=True)
    STAMP.write_text("")
    STAMP.unlink()


def _write_stamp(built: dict[str, str]) -> None:
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps(built, indent=1))
    draft.replace(STAMP)


if __name__ == "__main__":
    main()
