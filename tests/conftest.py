"""What every test stands on: compiled catalogues, and folders that no other test has touched."""

from pathlib import Path

import pytest
from django.core.cache import cache

from portal.preparing import compile_catalogues


def pytest_sessionstart() -> None:
    compile_catalogues()


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    cache.clear()
