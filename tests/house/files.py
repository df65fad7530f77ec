"""The house as files: what is shipped, without what was built."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILT = {".venv", ".git", "var", "__pycache__", ".ruff_cache", ".mypy_cache", ".import_linter_cache", ".pytest_cache"}


def shipped(*suffixes: str) -> list[Path]:
    """Shipped files with one of the suffixes, relative to the root, in order."""
    found = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.suffix in suffixes and path.is_file()]
    return sorted(path for path in found if not BUILT & set(path.parts))
