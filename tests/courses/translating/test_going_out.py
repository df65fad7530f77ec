"""Ways past the editor's form, and what happens to translations when their source goes."""

import pytest
from django.test import Client
from django.urls import reverse

from courses.drafting.patterns import PATTERNS
from courses.drafting.services import begin_lesson
from courses.models import LessonPage
from courses.translating.publishing import publish_ready
from courses.translating.standing import standings
from tests.courses.translating.desk import begun, whole_in
from tests.staff import at_desk, made_trainer
from trainees.models import User


@pytest.fixture
def published_in_english(lesson, seen, course, english) -> LessonPage:
    whole_in(course, english)
    administrator = User.objects.create_superuser("admin")
    assert publish_ready(standings=standings(course, english), user=administrator) == []
    return LessonPage.objects.get(pk=seen.pk)


@pytest.mark.parametrize("is_administrator", [False, True])
def test_heap_of_drafts_is_published_by_nobody(lesson, seen, english, is_administrator):
    user = User.objects.create_superuser("admin") if is_administrator else made_trainer(User.objects.create_user("wei"))
    begun(lesson, english)
    draft = begin_lesson(module=lesson.get_parent().specific, pattern=PATTERNS[0], user=user)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for query in (f"id={draft.pk}&id={seen.pk}&next=/cms/", f"id={lesson.get_parent().pk}"):
        reply = at_desk(user).post(f"{address}?{query}", {"include_descendants": "on"}, follow=True)
        assert "一页一页地发布" in reply.content.decode()
    assert not LessonPage.objects.get(pk=draft.pk).live
    assert LessonPage.objects.get(pk=seen.pk).alias_of_id == lesson.pk


def test_lesson_that_is_unpublished_is_not_taught_in_its_translation_either(lesson, published_in_english):
    assert Client().get(published_in_english.url).status_code == 200
    lesson.unpublish()
    assert Client().get(published_in_english.url).status_code == 404
    assert LessonPage.objects.get(pk=published_in_english.pk).cards[0].value["title"] == "EN 第1张"


def test_whoever_takes_a_lesson_away_reads_that_its_translation_goes_too(lesson, published_in_english):
    desk = at_desk(User.objects.get(username="admin"), "en")

    def said(page: LessonPage) -> list[bool]:
        heap = f"?id={page.pk}&id={page.get_parent().pk}"
        ways = [reverse(f"wagtailadmin_pages:{way}", args=[page.pk]) for way in ("unpublish", "delete")]
        ways += [
            reverse("wagtail_bulk_action", args=["wagtailcore", "page", way]) + heap for way in ("unpublish", "delete")
        ]
        return ["as well: English. The translated words stay" in desk.get(way).text for way in ways]

    assert said(lesson) == [True] * 4
    assert said(published_in_english) == [False] * 4


def test_deleted_lesson_leaves_its_translation_as_a_draft(lesson, published_in_english):
    lesson.delete()
    assert LessonPage.objects.get(pk=published_in_english.pk).live is False


def test_translation_that_is_unpublished_leaves_its_source_alone(lesson, published_in_english):
    published_in_english.unpublish()
    assert LessonPage.objects.get(pk=lesson.pk).live
