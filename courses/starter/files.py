"""Reading the files of the starter course."""

import json
from functools import cache
from pathlib import Path
from uuid import UUID, uuid5

FOLDER = Path(__file__).resolve().parent
PICTURES = FOLDER / "pictures"
NAMESPACE = UUID("5c1d6b1e-0c4e-4a55-9a6e-1f9d5b1f7a27")

Words = dict[str, str]
"""A text in both languages: {"zh": …, "en": …}."""


def stable_id(*names: str) -> UUID:
    """The same id for the same names in every installation: ids are what progress hangs on."""
    return uuid5(NAMESPACE, "/".join(names))


@cache
def read_course() -> dict:
    """`course.json`: title, modules, paths, and a description of every picture."""
    return json.loads((FOLDER / "course.json").read_text(encoding="utf-8"))


@cache
def read_lessons() -> dict[str, dict]:
    """All lessons by key. The order of the course stands in `lesson_keys`."""
    lessons = (json.loads(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / "lessons").glob("*.json")))
    return {lesson["key"]: lesson for lesson in lessons}


def lesson_keys(module_key: str) -> list[str]:
    """Keys of a module's lessons, in order."""
    return next(module["lessons"] for module in read_course()["modules"] if module["key"] == module_key)
