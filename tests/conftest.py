"""What every test stands on: compiled catalogues, and folders that no other test has touched."""

import fcntl
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.signals import setting_changed
from django.db import connection, transaction
from django.db.models import QuerySet
from django.test import override_settings
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from playwright.sync_api import Browser, sync_playwright
from wagtail.models import Page

from courses.starter.load import load_starter_course
from portal.page_cache import store
from portal.preparing import compile_catalogues, stamps
from tests import browser as chromium
from tests.server import ROOT, migrate, seed

OURS = ("foundation", "media", "villages", "quizzes", "courses", "trainees", "progress")


def pytest_sessionstart() -> None:
    if compile_catalogues():  # Django has looked at them before they were there
        setting_changed.send(None, setting="LOCALE_PATHS", value=settings.LOCALE_PATHS, enter=True)


def pytest_itemcollected(item: pytest.Item) -> None:
    if "browser" in getattr(item, "fixturenames", ()):
        item.add_marker("browser")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What commits the whole starter course comes last, file by file, so that no other test meets it."""
    late = {item.path for item in items if "starter_uploads" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: item.path in late)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_modify_db_settings, django_db_blocker, migrated_folder: Path
) -> Iterator[None]:
    """A database even for tests without pytest-django's mark: they say for themselves what they commit."""
    wanted = connection.settings_dict["TEST"]
    if settings.IS_SQLITE:
        shutil.copy(migrated_folder / "db.sqlite3", wanted["NAME"])
    else:
        wanted["TEMPLATE"] = migrated_folder.name
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, keepdb=settings.IS_SQLITE)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture
def committing(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Real transactions, for several connections at once; afterwards our rows that came meanwhile are gone again.

    And groups, which stand for what others write. Pages a test takes away itself: a tree is no heap of rows.
    pytest-django's own way would empty every table, Wagtail's root page among them.
    """
    ours = [model for app in OURS for model in apps.get_app_config(app).get_models(include_auto_created=True)]
    models = [Group, *(model for model in ours if not issubclass(model, Page))]
    with django_db_blocker.unblock():
        before = {model: list(model._base_manager.values_list("pk", flat=True)) for model in models}
        yield
        with transaction.atomic():  # who hangs on whom is looked at only at its end
            for model, kept in before.items():
                QuerySet(model).exclude(pk__in=kept)._raw_delete("default")


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    cache.clear()
    store._memory.clear()
    translation.deactivate()  # a request of the test before leaves its language behind


def made_once(shared: Path, name: str, make: Callable[[Path], object]) -> Path:
    """A folder in `shared` that whichever test process comes first makes. Copy it, never write to it."""
    shared.mkdir(exist_ok=True)
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of somebody who was killed in the middle
            make(folder)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def shared_by_processes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of this run. Its name is in those of databases, which on PostgreSQL all runs would share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


@pytest.fixture(scope="session")
def migrated_folder(shared_by_processes: Path) -> Path:
    """The tables alone: half a minute of processor. As a file they are kept until a migration or a package changes."""
    if not settings.IS_SQLITE:
        return made_once(shared_by_processes, f"migrated-{shared_by_processes.name}", migrate)
    inputs = stamps.inputs_hash(["*/migrations/*.py", "site/*/migrations/*.py", "requirements.txt"])
    return made_once(ROOT / ".cache", f"migrated-{inputs[:16]}", migrate)


@pytest.fixture(scope="session")
def seeded_folder(shared_by_processes: Path, migrated_folder: Path) -> Path:
    """Everything that `make run` loads, the made-up people too."""
    name = f"seeded-{shared_by_processes.name}"
    return made_once(shared_by_processes, name, lambda folder: seed(folder, migrated_folder))


@pytest.fixture(scope="session")
def starter_uploads(
    django_db_setup, django_db_blocker, seeded_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The whole starter course, committed once into the test database; yields its folder of uploads.

    Files whose tests use it run last. Open a transaction and roll it back. Loading takes half a minute of processor,
    so as files it comes from the seeded folder, where made-up people stand beside it.
    """
    uploads = tmp_path_factory.mktemp("starter") / "uploads"
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=uploads, PAGE_CACHE_DIR=uploads / "pages"):
        if settings.IS_SQLITE:
            shutil.copytree(seeded_folder / "uploads", uploads)
            connection.ensure_connection()
            with closing(sqlite3.connect(seeded_folder / "db.sqlite3")) as seeded:
                seeded.backup(connection.connection)
        else:
            load_starter_course()
        yield uploads


@pytest.fixture(scope="module")
def chromium_path() -> str:
    return chromium.find() or pytest.fail(chromium.MISSING)


# Not for the whole session: Playwright's loop would make Django refuse the database to the tests that follow.
@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield opened
        opened.close()
