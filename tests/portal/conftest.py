import pytest

from portal.page_cache import store
from tests import builders


@pytest.fixture(autouse=True)
def own_page_cache(settings, tmp_path):
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    settings.MEDIA_ROOT = tmp_path / "uploads"
    store._memory.clear()


@pytest.fixture
def lesson(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        lesson = builders.a_lesson(builders.a_module(builders.a_course()))
        lesson.save_revision().publish()
    return lesson
