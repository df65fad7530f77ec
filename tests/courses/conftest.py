import pytest

from portal.page_cache import store
from tests import builders


@pytest.fixture(autouse=True)
def own_page_cache(settings, tmp_path):
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    settings.MEDIA_ROOT = tmp_path / "uploads"
    store._memory.clear()


@pytest.fixture
def course(db):
    return builders.a_course()
