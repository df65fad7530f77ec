"""The steps from an empty data folder to a site that can serve, each done again only when what it is made from changed.

A killed step leaves no stamp and is done again from the start, so each must be safe to repeat.
"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from courses.teams.services import ensure_teams
from launch.process_tree import start
from portal.preparing import stamps
from portal.preparing.aside import changed_aside
from portal.preparing.catalogues import compile_catalogues
from portal.settings import environment
from trainees.services import ensure_village_codes
from villages.selectors import villages_under

MANAGE = Path(settings.ROOT) / "manage.py"
FEW_VILLAGES = 5000  # a county or a prefecture; in a whole country an administrator chooses who gets codes
DIVISIONS = sorted((Path(settings.ROOT) / "villages" / "starter").glob("*.csv"))


@dataclass(frozen=True)
class Step:
    """A step whose result is rows: what it is made from (patterns of files), what it calls, and when it applies."""

    name: str
    said: str
    made_from: tuple[str, ...]
    run: Callable[[], object]
    applies: Callable[[], bool] = lambda: True


def begins_with_the_starter_course() -> bool:
    """Else the county makes its first course, or brings one in."""
    return environment.boolean("STARTER_COURSE", default=True)


# In order; a later step may build on an earlier one. Add yours here.
STEPS = [
    Step(  # Before there are pages: each is indexed as it is saved, and only what is there already wants to be again.
        "search-index",
        "编辑器里的搜索 search of the editor",
        ("foundation/hanzi/words.py", "foundation/phone_pages.py", "courses/models/lesson.py", "media/models.py"),
        lambda: call_command("update_index", verbosity=0),
    ),
    Step(
        "divisions",
        "惠水县的村 villages of Huishui",
        ("villages/starter/*.csv", "villages/loading/*.py"),
        lambda: call_command("import_divisions", *DIVISIONS, no_progress=True, stdout=sys.stderr),
    ),
    Step(
        "village-codes",
        "各村的村码 codes of the villages",
        ("villages/starter/*.csv", "trainees/services/village_codes.py"),
        lambda: ensure_village_codes(villages=villages_under("")),
        lambda: villages_under("").count() < FEW_VILLAGES,
    ),
    Step(
        "starter-course",
        "起步课程 starter course",
        ("courses/starter/**/*", "courses/migrations/*.py", "media/drawings.py"),
        lambda: call_command("load_starter_course", stdout=sys.stderr, verbosity=0),
        begins_with_the_starter_course,
    ),
    Step(
        "first-page",
        "首页 first page",
        ("courses/starter/load.py",),
        lambda: call_command("load_starter_course", first_page_only=True, stdout=sys.stderr, verbosity=0),
        lambda: not begins_with_the_starter_course(),
    ),
    Step("teams", "课程组 teams of the courses", ("courses/teams/*.py",), ensure_teams),
    Step(
        "demo-people",
        "演示人员 demo people",
        ("site/portal/demo/people.py", "site/portal/demo/cast.py"),
        lambda: call_command("seed_demo", stdout=sys.stderr, verbosity=0),
        lambda: settings.DEMO,
    ),
    Step(
        "demo-term",
        "一学期的演示学员 the made-up people of a term",
        ("site/portal/demo/scenario/*.py",),
        lambda: call_command("seed_term", stdout=sys.stderr, verbosity=0),
        lambda: settings.DEMO and begins_with_the_starter_course(),
    ),
]


def prepare(say: Callable[[str], None]) -> None:
    """Do what is not done yet, telling each step to `say`. Raises OSError, DatabaseError."""
    compile_catalogues()
    collecting = _start_collecting(say)
    _migrate(say)
    for step in STEPS:
        _do(step, say)
    _finish_collecting(collecting)


def _do(step: Step, say: Callable[[str], None]) -> None:
    if not step.applies():
        return
    inputs = stamps.inputs_hash(step.made_from)
    if stamps.in_database(step.name) != inputs:
        say(step.said)
        step.run()
        stamps.stamp_database(step.name, inputs)


def _migrate(say: Callable[[str], None]) -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("数据库 database")
        with changed_aside():
            call_command("migrate", verbosity=0, interactive=False)


# --- Static files: a process of its own, beside the database steps ----------------------------------------------------

STATIC = "static-files"
# The packages', which of them are installed, and what is bundled of ours.
OTHERS_STATIC = ("requirements.txt", "site/portal/settings/base.py", "site/portal/script_bundles.py")


@dataclass(frozen=True)
class Collecting:
    inputs: str
    process: subprocess.Popen


def _start_collecting(say: Callable[[str], None]) -> Collecting | None:
    folders = [Path(app.path) / "static" for app in apps.get_app_configs()]
    own = [f"{path.relative_to(settings.ROOT)}/**/*" for path in folders if _is_ours(path)]
    inputs = stamps.inputs_hash([*own, *OTHERS_STATIC])
    if stamps.in_files(STATIC) == inputs and (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        return None
    say("样式和脚本 static files")
    return Collecting(inputs, start([sys.executable, str(MANAGE), "collectstatic", "--noinput", "--verbosity", "0"]))


def _is_ours(folder: Path) -> bool:
    return Path(settings.ROOT) in folder.parents and ".venv" not in folder.parts


def _finish_collecting(collecting: Collecting | None) -> None:
    if collecting is None:
        return
    if collecting.process.wait():
        sys.exit(collecting.process.returncode)  # it has said why
    stamps.stamp_files(STATIC, collecting.inputs)
