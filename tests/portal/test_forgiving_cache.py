"""Lessons can be read when the cache cannot be written; limits are never forgotten."""

import pytest
from django.core.cache import cache

from portal.page_cache import store

NOBODY_LISTENS = "redis://127.0.0.1:1"


@pytest.fixture(params=["full disk", "dead Redis"])
def broken(request, settings, tmp_path):
    if request.param == "dead Redis":
        settings.REDIS_URL = NOBODY_LISTENS
        default = {"BACKEND": "portal.forgiving_cache.ForgivingRedis", "LOCATION": NOBODY_LISTENS}
    else:
        blocked = tmp_path / "blocked"
        blocked.write_text("a file where a folder should be")
        settings.PAGE_CACHE_DIR = blocked / "pages"
        default = {"BACKEND": "portal.forgiving_cache.ForgivingFiles", "LOCATION": blocked / "django"}
    settings.CACHES = {"default": default}
    store._memory.clear()


def test_lesson_is_read_while_the_cache_is_broken(client, lesson, broken):
    assert [client.get(lesson.url).status_code for _ in range(2)] == [200, 200]


def test_lesson_is_published_while_the_cache_is_broken(client, lesson, broken, django_capture_on_commit_callbacks):
    lesson.title = "新的题目"
    with django_capture_on_commit_callbacks(execute=True):
        lesson.save_revision().publish()
    assert "新的题目" in client.get(lesson.url).text


def test_limit_that_cannot_be_counted_is_an_error(broken):
    with pytest.raises(Exception, match=r"Error 111|Not a directory|File exists"):
        cache.set("allauth:rl:login", [1])
