"""What the clock does: publishes what an author gave a date, and tends the kept pages."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from portal.page_cache import generation
from portal.tasks import publish_scheduled_pages, tend_page_cache


def test_machine_that_is_shut_every_night_gets_to_all_that_is_due():
    assert {name for name, row in settings.CELERY_BEAT_SCHEDULE.items() if row["schedule"] > 3600} == set()


def test_busy_worker_finds_one_of_each_when_it_is_free_again():
    rows = settings.CELERY_BEAT_SCHEDULE.values()
    assert [row["task"] for row in rows if "expires" not in row.get("options", {})] == []


def plan(lesson, when):
    lesson.go_live_at = when
    lesson.save_revision(approved_go_live_at=when)


def test_lesson_is_published_when_its_date_has_come(client, lesson, django_capture_on_commit_callbacks):
    lesson.unpublish()
    plan(lesson, timezone.now() + timedelta(hours=1))
    publish_scheduled_pages()
    assert client.get(f"{lesson.url}?x=1").status_code == 404
    plan(lesson, timezone.now() - timedelta(minutes=1))
    with django_capture_on_commit_callbacks(execute=True):
        publish_scheduled_pages()
    assert client.get(f"{lesson.url}?x=1").status_code == 200


def test_publishing_what_is_due_twice_changes_nothing(lesson):
    publish_scheduled_pages()
    before = generation.agree()
    publish_scheduled_pages()
    assert generation.agree() == before


def test_tending_shows_the_mark_again_after_it_was_lost(lesson, settings):
    (settings.PAGE_CACHE_DIR / "generation").unlink()
    assert generation.current() == ""
    tend_page_cache()
    assert generation.current() == generation.agree() != ""
