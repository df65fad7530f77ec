"""What the papers name is there: files, commands, settings."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
PAPERS = {path.relative_to(ROOT): path.read_text() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]}
OURS = {path.name for path in ROOT.iterdir()} - {"var"}

LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
SPAN = re.compile(r"`([^`\n]+)`")
PLACE = re.compile(r"[\w.*-]+(?:/[\w.*-]+)*/?")
MANAGE = re.compile(r"manage\.py ([a-z_]+)")
MAKE = re.compile(r"(?:`|^ {4}(?:\$ )?)make ([a-z-]+)", re.M)
TARGET = re.compile(r"^([a-z-]+):", re.M)
READ = re.compile(r"""\w\(\s*"([A-Z_]{4,})\"""")
READ_IN = (
    "site/portal/settings/*.py",
    "site/portal/preparing/*.py",
    "site/portal/management/commands/run.py",
    "site/launch/*.py",
)
SETTING = re.compile(r"`([A-Z_]{4,})`")
BY_DJANGO = {"DJANGO_SETTINGS_MODULE"}
OF_TESTS = {"PYTEST_XDIST_WORKER", "PYTHONPATH"}


def missing(named: Callable[[str], Iterable[str]], is_there: Callable[[Path, str], bool]) -> dict[str, list[str]]:
    """For each paper what it names and is not there."""
    found = {str(at): [one for one in named(text) if not is_there(at, one)] for at, text in PAPERS.items()}
    return {paper: names for paper, names in found.items() if names}


def test_links_lead_to_papers_and_pictures_that_are_there():
    assert missing(LINK.findall, lambda paper, link: (ROOT / paper.parent / link).exists()) == {}


def test_files_that_are_named_are_there():
    def named(text: str) -> list[str]:
        return [span for span in SPAN.findall(text) if PLACE.fullmatch(span) and span.split("/")[0] in OURS]

    assert missing(named, lambda _paper, place: any(ROOT.glob(place.rstrip("/")))) == {}


def test_commands_that_are_named_are_there():
    commands, targets = get_commands(), TARGET.findall((ROOT / "Makefile").read_text())
    assert missing(MANAGE.findall, lambda _paper, name: name in commands) == {}
    assert missing(MAKE.findall, lambda _paper, name: name in targets) == {}


def test_every_setting_stands_in_its_table_and_no_other():
    sources = [path for place in READ_IN for path in ROOT.glob(place)]
    read = {name for path in sources for name in READ.findall(path.read_text())}
    rows = [line.split("|")[1] for line in PAPERS[Path("docs/settings.md")].splitlines() if line.startswith("| `")]
    assert set(SETTING.findall(" ".join(rows))) - BY_DJANGO == read - BY_DJANGO - OF_TESTS
