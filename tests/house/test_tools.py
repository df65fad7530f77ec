"""The tools that read the whole tree find nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {
    "ruff": ["ruff", "check", "."],
    "import-linter": ["lint-imports"],
    "mypy": ["mypy", "."],
}
IN_PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "DEMO": "0",
    "SECRET_KEY": "k" * 25 + "0123456789" * 4,
    "ALLOWED_HOSTS": "school.example",
    "TRUSTED_PROXY_COUNT": "1",
}


def run(*command: str, **environment: str) -> str:
    """What the command said if it failed, else nothing."""
    whole = os.environ | {"PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}"} | environment
    done = subprocess.run(command, cwd=ROOT, env=whole, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize("tool", TOOLS)
def test_tool_finds_nothing(tool):
    program, *options = TOOLS[tool]
    assert run(str(Path(sys.executable).parent / program), *options) == ""


def test_deployment_check_is_clean(tmp_path):
    check = ["check", "--deploy", "--fail-level", "WARNING"]
    assert run(sys.executable, "manage.py", *check, **IN_PRODUCTION, DATA_DIR=str(tmp_path)) == ""


def test_no_model_waits_for_its_migration(tmp_path):
    assert run(sys.executable, "manage.py", "makemigrations", "--check", "--dry-run", DATA_DIR=str(tmp_path)) == ""


def test_production_refuses_demo_people(tmp_path):
    said = run(sys.executable, "manage.py", "check", **IN_PRODUCTION | {"DEMO": "1"}, DATA_DIR=str(tmp_path))
    assert "DEMO=1" in said
    assert "Traceback" not in said
