"""A translation goes before readers by who may publish it alone, and takes in nothing of another team."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import SegmentOverride

from courses.models import LessonPage
from tests import builders
from tests.house.test_editor_walls import desk
from tests.house.two_teams import Team, two_teams

HOW = "wagtail_localize:{}"


@pytest.fixture
def own(db) -> Team:
    return two_teams()[0]


def english_of(page: Page) -> LessonPage:
    return page.specific_class.objects.get(translation_key=page.translation_key, locale__language_code="en")


def publish(page: Page) -> None:
    page.save_revision().publish()


@pytest.mark.parametrize(("role", "status"), [("translator", 404), ("editor", 404), ("trainer", 200)])
def test_syncing_puts_no_half_translation_before_readers(own, role, status, django_capture_on_commit_callbacks):
    client, address = desk(own, role), reverse(HOW.format("update_translations"), args=[own.translation.source_id])
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address, {}).status_code == 302
        refused = client.post(address, {"publish_translations": "on"})
    assert (refused.status_code, "一页一页地发布" in refused.text) == (status, status == 200)
    assert not english_of(own.lesson).live


@pytest.mark.parametrize("role", ["translator", "trainer"])
def test_begun_translation_of_what_is_live_waits_for_who_publishes_it(own, role, django_capture_on_commit_callbacks):
    lesson = builders.a_lesson(own.lesson.get_parent(), slug="live", cards=1)
    publish(lesson)
    quiz = builders.a_quiz(lesson)
    form = {"locales": [Locale.objects.get(language_code="en").pk], "include_subtree": "on"}
    with django_capture_on_commit_callbacks(execute=True):
        address = reverse(HOW.format("submit_page_translation"), args=[lesson.pk])
        assert desk(own, role).post(address, form).status_code == 302
    assert [english_of(page).live for page in (lesson, quiz)] == [False, False]


@pytest.mark.parametrize(("role", "status"), [("translator", 404), ("editor", 404), ("trainer", 302)])
def test_published_translation_is_given_up_by_those_who_may_publish(own, role, status):
    english = english_of(own.lesson)
    publish(english)
    client, address = desk(own, role), reverse(HOW.format("convert_to_alias"), args=[english.pk])
    assert client.post(address, {}).status_code == status
    kept = english_of(own.lesson)
    assert (kept.live, kept.alias_of_id is None) == ((True, True) if status == 404 else (False, False))


def put(client: Client, team: Team, number: int) -> int:
    address = reverse(HOW.format("edit_override"), args=[team.translation.pk, team.names["override"]])
    return client.put(address, f"value={number}", content_type="application/x-www-form-urlencoded").status_code


@pytest.mark.parametrize("role", ["translator", "trainer"])
def test_no_picture_is_put_into_a_translation_by_its_number(own, role):
    stranger = builders.a_picture("other")
    assert put(desk(own, role), own, stranger.pk) == 404
    assert not SegmentOverride.objects.exists()
