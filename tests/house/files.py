"""The house as files: what is shipped, without what was built."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHES = {"__pycache__", ".ruff_cache", ".mypy_cache", ".import_linter_cache", ".pytest_cache", ".hypothesis"}
BUILT = {".venv", ".git", "var", "node_modules", *CACHES}


def shipped(*suffixes: str) -> list[Path]:
    """Shipped files with one of the suffixes, relative to the root, in order."""
    found = []
    for folder, below, names in os.walk(ROOT):
        below[:] = set(below) - BUILT  # what was built holds tens of thousands of files: not even looked into
        found += [Path(folder, name).relative_to(ROOT) for name in names if Path(name).suffix in suffixes]
    return sorted(found)
