"""Setting up on a bare machine, with everything that can be missing there."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = "import launch.bootstrap as b; b.main()"
LOCKED = "nothing-there==1.0 --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture
def house() -> Iterator[Path]:
    """A project that needs no package at all, where everybody may look."""
    folder = Path(tempfile.mkdtemp(prefix="house-"))
    folder.chmod(0o755)
    shutil.copytree(ROOT / "site" / "launch", folder / "site" / "launch")
    (folder / "requirements.txt").touch()
    yield folder
    shutil.rmtree(folder)


def build(house: Path, code: str = BUILD, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    whole = os.environ | environment
    return subprocess.run(command, cwd=house / "site", env=whole, capture_output=True, text=True, check=False)


def test_python_that_is_too_old_is_told_so(house):
    done = build(house, "import sys; sys.version_info = (3, 8, 18)\n" + BUILD, PATH="/nowhere")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed; only Python 3.8 was found" in done.stderr


def test_a_newer_python_on_the_path_is_used_but_not_one_that_cannot_run(house, tmp_path):
    for name, script in (("python3.13", "exit 127"), ("python3.12", '[ "$1" = -c ] || echo took over: "$@"')):
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    done = build(house, "import sys; sys.version_info = (3, 8, 18)\n" + BUILD, PATH=f"{tmp_path}:/bin")
    assert done.stdout.strip() == "took over: -m launch.bootstrap"


def test_python_without_its_venv_module_is_told_so(house):
    done = build(house, "import sys; sys.modules['ensurepip'] = None\n" + BUILD)
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_is_told_so(house):
    house.chmod(0o555)
    nobody = pwd.getpwnam("nobody").pw_uid
    become = f"import os, launch.bootstrap as b; os.geteuid() or os.setuid({nobody}); b.main()"
    done = build(house, become)
    assert done.returncode == 1
    assert f"{house / '.venv'} cannot be written" in done.stderr


def test_half_made_environment_is_made_anew_and_then_left_alone(house):
    (house / ".venv" / "bin").mkdir(parents=True)
    (house / ".venv" / "bin" / "python").write_text("torn")
    assert build(house).returncode == 0
    stamped = (house / ".venv" / "built.json").stat().st_mtime_ns
    again = build(house)
    assert (again.returncode, again.stderr) == (0, "")
    assert (house / ".venv" / "built.json").stat().st_mtime_ns == stamped


def test_no_way_to_the_packages_is_told_and_leaves_no_stamp(house):
    (house / "requirements.txt").write_text(LOCKED)
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}
    done = build(house, **nowhere)
    assert done.returncode == 1
    assert "The packages could not be fetched" in done.stderr
    assert not (house / ".venv" / "built.json").exists()
