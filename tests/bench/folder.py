"""A data folder as a first start leaves it, and the lessons in it."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.ground import MANAGE, CannotMeasure, environment, free_port, run
from tests.bench.tables import say


@dataclass(frozen=True)
class Lesson:
    """A published lesson in one language, with its queries: first in a process, rendered again, kept; and its twin."""

    url: str
    language: str
    slug: str
    cards: int
    kinds: int
    sql_first: int
    sql_rendered: int
    sql_kept: int
    static_url: str


def prepared(data_dir: Path, more: dict[str, str] | None = None) -> tuple[dict[str, str], list[Lesson]]:
    """The environment of a server on a new folder with the starter course. Raises CannotMeasure without lessons.

    `more` goes into the environment: another database.
    """
    environ = seeded(data_dir, more)
    lessons = json.loads(run([sys.executable, "-m", "tests.bench.rendering"], environment=environ))
    if not lessons:
        raise CannotMeasure("the starter course has no lessons")
    return environ, [Lesson(**lesson) for lesson in lessons]


def seeded(data_dir: Path, more: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of a server on a new folder with the starter course."""
    say("a data folder with the starter course")
    environ = {**environment(data_dir), "DJANGO_SETTINGS_MODULE": "portal.settings.development"} | (more or {})
    run([*MANAGE, "run", "--prepare-only"], environment={**environ, "PORT": str(free_port())})
    return environ
