"""The folders are what they say, and nothing stands where Python would stumble over it."""

import ast
import tomllib
from collections import Counter
from pathlib import Path

from tests.house.files import ROOT, shipped

MANY = 30  # modules in one folder, past which nobody finds one by its name alone


def test_site_and_locale_are_no_packages():
    # Both names belong to the standard library: as packages they would hide it.
    assert not (ROOT / "site" / "__init__.py").exists()
    assert not (ROOT / "locale" / "__init__.py").exists()


def test_every_app_is_watched_by_the_import_contracts():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    packages = [path.parent for path in shipped(".py") if path.name == "__init__.py"]
    at_the_top = {path.name for path in packages if len(path.parts) == 1}
    under_the_roof = {path.name for path in packages if path.parts[0] == "site" and len(path.parts) == 2}
    assert at_the_top | under_the_roof == set(contracts["root_packages"])


def test_our_apps_speak_to_each_other_without_signals(python_files):
    made = [path for path in python_files if "Signal()" in (ROOT / path).read_text() and path.parts[0] != "tests"]
    assert made == []


def test_folder_of_many_modules_says_where_what_is(python_files):
    folders = Counter(path.parent for path in python_files if path.parts[0] != "tests")
    unsaid = {}
    for folder in (folder for folder, many in folders.items() if many > MANY):
        told = ast.get_docstring(ast.parse((ROOT / folder / "__init__.py").read_text())) or ""
        names = {path.stem for path in python_files if path.parent == folder} - {"__init__"}
        unsaid[str(folder)] = {name for name in names if f"`{name}`" not in told}
    assert {folder: names for folder, names in unsaid.items() if names} == {}


def test_bootstrap_can_be_read_by_an_old_python():
    for name in ("__init__", "bootstrap", "sentences"):
        ast.parse(Path(ROOT, "site", "launch", f"{name}.py").read_text(), feature_version=(3, 8))


def test_the_tests_lock_holds_what_the_site_runs_on():
    pins = [
        {line.split(" ")[0] for line in (ROOT / name).read_text().splitlines() if "==" in line and line[0].isalnum()}
        for name in ("requirements.txt", "requirements-dev.txt")
    ]
    assert pins[0] - pins[1] == set()


def test_no_lock_names_a_package_host():
    for name in ("requirements.txt", "requirements-dev.txt", "requirements.in", "requirements-dev.in"):
        assert "://" not in (ROOT / name).read_text()
