"""A sentence typed side by side counts once it says something and has room; a translation is not stopped by chance."""

import pytest
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from courses.models import Role
from courses.translating.beginning import begin_translation
from courses.translating.publishing import missing_sentences
from courses.translating.standing import State
from courses.translating.summary import summaries
from tests import builders
from tests.courses.translating.desk import standing_of
from tests.staff import at_desk, made_trainer
from trainees.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(lesson, seen, english) -> Translation:
    return begin_translation(page=lesson, locale=english)


def desk_of(role: Role) -> Client:
    return at_desk(made_trainer(User.objects.create_user(role), role=role))


def typed(client: Client, translation: Translation, value: str | None) -> dict | int:
    """What the page is told after a title of at most 60 characters was typed, or deleted."""
    title = StringSegment.objects.get(source=translation.source, string__data="第1张")
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, title.pk])
    if value is None:
        return client.delete(address).status_code
    reply = client.put(address, encode_multipart(BOUNDARY, {"value": value}), content_type=MULTIPART_CONTENT)
    return reply.json() if reply.status_code in (200, 201) else reply.status_code


def words() -> dict[str, str]:
    return dict(StringTranslation.objects.values_list("translation_of__data", "data"))


@pytest.mark.parametrize("nothing", [" ", "", "\u200b\u3000"])
def test_nothing_takes_a_sentence_away(translation, nothing):
    client = desk_of(Role.TRANSLATOR)
    assert typed(client, translation, " First\u2028 one ")["data"] == "First one"
    assert typed(client, translation, nothing)["data"] == ""
    assert words() == {}


def test_what_is_too_long_is_kept_with_what_is_wrong_and_counts_for_nothing(translation):
    client, missing = desk_of(Role.TRANSLATOR), missing_sentences(translation)
    assert typed(client, translation, "x" * 61)["error"] == "61个字符太长，最多60个。"
    assert missing_sentences(translation) == missing
    assert typed(client, translation, "x" * 60)["error"] is None
    assert missing_sentences(translation) == missing - 1
    assert typed(client, translation, None) == 200
    assert words() == {}


def test_another_teams_sentence_is_not_there(translation, course):
    stranger = made_trainer(User.objects.create_user("deng"), builders.a_course(course.get_parent(), "x"))
    assert typed(at_desk(stranger), translation, "First") == 404
    assert words() == {}


def test_only_who_may_publish_stops_a_translation_and_is_asked_first(translation):
    address = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    assert desk_of(Role.TRANSLATOR).post(address, {"sure": "1"}).status_code == 404
    trainer = desk_of(Role.TRAINER)
    assert 'name="sure"' in trainer.post(address).content.decode()
    assert Translation.objects.get(pk=translation.pk).enabled
    assert trainer.post(address, {"sure": "1"}).status_code == 302
    assert not Translation.objects.get(pk=translation.pk).enabled


def test_what_was_stopped_says_so_and_can_be_begun_again(translation, lesson, course, english):
    Translation.objects.update(enabled=False)
    assert standing_of(lesson, english).state is State.STOPPED
    (summary,) = summaries([course], [english])
    assert summary.to_do == summary.counts.total() - 1
    client, page = desk_of(Role.TRANSLATOR), reverse("translations-course", args=[course.pk, "en"])
    assert "已停止同步" in client.get(page).content.decode()
    assert client.post(page, {"begin": lesson.pk}).status_code == 302
    assert standing_of(lesson, english).state is State.BEGUN
