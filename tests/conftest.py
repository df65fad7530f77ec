"""What every test stands on: compiled catalogues, and folders that no other test has touched."""

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from pytest_django.plugin import blocking_manager_key

from courses.starter.load import load_starter_course
from portal.page_cache import store
from portal.preparing import compile_catalogues
from tests.server import seed


def pytest_sessionstart() -> None:
    compile_catalogues()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """After a test with real transactions its tables are empty: put back what the migrations had written."""
    result = yield
    marker = item.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    return result


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    cache.clear()
    store._memory.clear()


@pytest.fixture(scope="session")
def seeded_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seeded once a run, by whichever test process comes first. Copy it, never write to it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    folder, done = shared / f"seeded-{shared.name}", shared / "seeded.done"
    with (shared / "seeded.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            seed(folder)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def starter_uploads(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Path]:
    """The whole starter course, committed once into the test database; yields its folder of uploads.

    Tests that use it must not be marked `django_db`: pytest-django runs the marked ones first, so they never meet it.
    Open a transaction and roll it back. The file needs one marked test, or run alone it would get no database.
    """
    uploads = tmp_path_factory.mktemp("starter-uploads")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=uploads, PAGE_CACHE_DIR=uploads / "pages"):
        load_starter_course()
        yield uploads
